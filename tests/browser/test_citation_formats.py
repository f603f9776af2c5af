"""Citations for programs, which a script makes of what a page says, are read by programs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.conftest import ROOT
from tests.hostile import exported, records
from tests.site_languages import AUTHOR, PREFIXES

SCRIPT = ROOT / "overrides" / "assets" / "javascripts" / "atlas-cite.js"
WRITE = """async ([script, all]) => {
  const cite = await import(`data:text/javascript,${encodeURIComponent(script)}`);
  return all.map((one) => [cite.bibtex(one), cite.cslJson(one), cite.ris(one)]);
}"""
CITED = {
    "id": "cooperations-a-b",
    "authors": ["River Atlas contributors"],
    "title": "Schools & water: 100 % {shared}_#1",
    "site": "River Atlas",
    "url": "https://example.org/atlas/cooperations/a-b/",
    "language": "en",
    "version": "2026-11-21",
}


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """An empty page."""
    opened = browser.new_page()
    yield opened
    opened.close()


def write(page: Page, *all_: dict[str, Any]) -> list[tuple[str, str, str]]:
    """BibTeX, CSL-JSON and RIS of what is cited."""
    found: list[list[str]] = page.evaluate(WRITE, [SCRIPT.read_text("utf-8"), all_])
    return [(bibtex, csl, ris) for bibtex, csl, ris in found]


def test_bibtex_keeps_the_signs_that_it_would_read_as_its_own(page: Page) -> None:
    ((bibtex, _, _),) = write(page, CITED)
    assert bibtex == (
        "@misc{cooperations-a-b,\n"
        "  author = {{River Atlas contributors}},\n"
        r"  title = {{Schools \& water: 100 \% \textbraceleft{}shared\textbraceright{}\_\#1}},"
        + "\n"
        "  howpublished = {River Atlas},\n"
        "  url = {https://example.org/atlas/cooperations/a-b/},\n"
        "  language = {en},\n"
        "  note = {CC BY 4.0},\n"
        "  year = {2026},\n"
        "  month = {11}\n"
        "}\n"
    )


def test_csl_json_is_a_list_of_one_web_page(page: Page) -> None:
    ((_, csl, _),) = write(page, CITED)
    (item,) = json.loads(csl)
    assert item["type"] == "webpage"
    assert item["title"] == CITED["title"]
    assert item["author"] == [{"literal": "River Atlas contributors"}]
    assert item["issued"] == {"date-parts": [[2026, 11, 21]]}
    assert item["URL"] == CITED["url"]


def test_without_a_day_none_is_made_up(page: Page) -> None:
    ((bibtex, csl, ris),) = write(page, {**CITED, "version": ""})
    assert "year" not in bibtex
    assert "issued" not in json.loads(csl)[0]
    assert "PY  - " not in ris


def test_each_author_stands_alone(page: Page) -> None:
    authors = ["Doe {and} Son", "River Atlas contributors"]
    ((bibtex, csl, ris),) = write(page, {**CITED, "authors": authors})
    assert (
        r"author = {{Doe \textbraceleft{}and\textbraceright{} Son} and {River Atlas contributors}}"
        in bibtex
    )
    assert [one["literal"] for one in json.loads(csl)[0]["author"]] == authors
    assert "AU  - Doe {and} Son\r\nAU  - River Atlas contributors\r\n" in ris


def test_whatever_a_title_holds_it_is_read_and_so_is_what_follows(page: Page) -> None:
    hostile = [
        {**CITED, "title": text, "authors": [text, text], "site": text}
        | {"url": f"{CITED['url']}{{#%20_~\\}}"}
        for text in records.legal_texts()
    ]
    ((second, _, _),) = write(page, {**CITED, "id": "b", "title": "B"})
    for text, (bibtex, csl, ris) in zip(records.legal_texts(), write(page, *hostile), strict=True):
        plain = " ".join(text.split())
        first, last = exported.bibtex_titles(bibtex + second)
        assert (" ".join(first.split()), last) == (plain, "B")
        assert [" ".join(one.split()) for one in exported.csl_titles(csl)] == [plain]
        assert [" ".join(one.split()) for one in exported.ris_titles(ris)] == [plain]


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("path", ["cooperations/saint-josse-tangier/", "places/kinshasa/"])
def test_a_page_is_saved_as_it_is_cited(
    browser: Browser, address: str, path: str, language: str
) -> None:
    page = browser.new_page()
    page.goto(f"{address}{PREFIXES[language]}{path}")
    with page.expect_download() as download:
        page.get_by_role("button", name="CSL-JSON").click()
    name = path.strip("/").replace("/", "-")
    assert download.value.suggested_filename == f"{name}.json"
    (item,) = json.loads(Path(download.value.path()).read_text("utf-8"))
    assert item["id"] == name
    assert item["URL"].endswith(f"{PREFIXES[language]}{path}")
    assert item["author"] == [{"literal": AUTHOR}]
    assert f"{item['title']}. " in page.locator("[data-citation]").inner_text()
    assert item["container-title"] in page.title()
    page.close()
