"""Tables for people: what a spreadsheet needs to open them right whatever its settings, in the
language of the page. Python's own reader opens them here, as Excel's «Unicode text» is defined."""

from __future__ import annotations

import codecs
import csv
import io
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page

from atlas.i18n.languages import Language
from tests.hostile.formulas import HOSTILE, ORDINARY, formulas
from tests.site_languages import LANGUAGES, PREFIXES

BYTES = """async ([address, rows]) => {
  const { bytes } = await import(`${address}assets/javascripts/atlas-sheet.js`);
  return [...new Uint8Array(bytes(rows))];
}"""


def _read(content: bytes) -> list[list[str]]:
    """The rows of a file with the mark of UTF-16 and tabs."""
    assert content.startswith(codecs.BOM_UTF16_LE)
    text = content.decode("utf-16")
    assert text.count("\n") == text.count("\r\n") > 0
    rows = list(csv.reader(io.StringIO(text, newline=""), dialect="excel-tab"))
    assert len({len(row) for row in rows}) == 1
    return rows


def _save(page: Page, button: Locator) -> tuple[str, list[list[str]]]:
    with page.expect_download() as download:
        button.click()
    content = Path(download.value.path()).read_bytes()
    assert list(formulas(content.decode("utf-16"))) == []
    return download.value.suggested_filename, _read(content)


def test_any_text_comes_back_and_no_cell_begins_a_formula(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}countries/ma/")
    rows = [["x", text, "لوفين"] for text in (*HOSTILE, *ORDINARY, "a\tb", 'say "x"', "😀")]
    content = bytes(page.evaluate(BYTES, [address, [*rows, ["n", -3, 0.25]]]))
    read = _read(content)
    assert [*formulas(content.decode("utf-16").rpartition("\r\nn\t")[0])] == []
    assert [row[1] for row in read[len(HOSTILE) : len(HOSTILE) + len(ORDINARY)]] == ORDINARY
    assert read[-1] == ["n", "-3", "0.25"]
    assert read[-2][1] == "😀"
    assert all(row[2] == "لوفين" for row in read[:-1])
    page.context.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_list_is_in_the_language_of_the_page(
    browser: Browser, address: str, language: str
) -> None:
    page = browser.new_page()
    page.goto(f"{address}{PREFIXES[language]}countries/ma/")
    name, (heading, *rows) = _save(page, page.locator("[data-of=table] [data-save=sheet]"))
    assert name == "countries-ma-table-excel.csv"
    gettext = Language(language, "").gettext
    first = ("Title", "Form of cooperation", "Earlier forms", "Status", "Now or ever")
    assert heading[:5] == [gettext(text) for text in first]
    assert "form_name" not in heading
    assert len(rows) == page.locator("tr[data-cooperation]").count()
    assert gettext("Twinning") in {row[1] for row in rows}
    page.context.close()


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_table_that_lies_ready_is_made_readable(
    browser: Browser, address: str, language: str
) -> None:
    page = browser.new_page()
    page.goto(f"{address}{PREFIXES[language]}overview/")
    button = page.locator("[data-save=sheet][data-file$='theme-and-form.csv']").first
    plain = page.request.get(f"{address}assets/data/cooperations-by-theme-and-form.csv").text()
    name, (heading, *rows) = _save(page, button)
    gettext = Language(language, "").gettext
    assert name == "cooperations-by-theme-and-form-excel.csv"
    assert heading == [gettext(text) for text in ("Theme", "Form of cooperation", "Cooperations")]
    assert [row[-1] for row in rows] == [row["cooperations"] for row in _plain(plain)]
    assert gettext("Twinning") in {row[1] for row in rows}
    page.context.close()


def _plain(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_what_is_listed_is_made_readable(browser: Browser, listing: str) -> None:
    page = browser.new_page()
    page.goto(f"{listing}countries/be/")
    name, (heading, *rows) = _save(page, page.locator("[data-file$='listed-ties-be.csv']"))
    plain = _plain(page.request.get(f"{listing}assets/data/listed-ties-be.csv").text())
    assert name == "listed-ties-be-excel.csv"
    assert len(rows) == len(plain)
    assert "a_lat" not in heading
    at = heading.index("Country of the first town")
    assert "Belgium" in {row[at] for row in rows}
    assert {row[heading.index("First town")] for row in rows} == {row["a_name"] for row in plain}
    page.context.close()


def test_without_a_script_the_table_for_programs_remains(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}overview/")
    assert page.locator(".atlas-downloads a[download][href$='.csv']").first.is_visible()
    assert not page.locator("[data-save=sheet]").first.is_visible()
    context.close()
