"""What is taken home of a page: pictures, tables, the link and the citation."""

from __future__ import annotations

import csv
import io
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.hostile.formulas import formulas
from tests.site_languages import PREFIXES

COUNTRY = "countries/ma"
SVG = "{http://www.w3.org/2000/svg}"
WHITE = """async (content) => {
  const image = await createImageBitmap(new Blob([new Uint8Array(content)]));
  const pen = new OffscreenCanvas(image.width, image.height).getContext("2d");
  pen.drawImage(image, 0, 0);
  return [image.width, ...pen.getImageData(1, 1, 1, 1).data];
}"""


def taken(page: Page, of: str, kind: str) -> tuple[str, bytes]:
    """Name and content of the file that a button saves."""
    row = page.locator(f".atlas-downloads[data-of={of}]")
    with page.expect_download() as download:
        row.locator(f"[data-save={kind}]").click()
    return download.value.suggested_filename, Path(download.value.path()).read_bytes()


@pytest.fixture
def page(browser: Browser) -> Page:
    """A window in the dark scheme that may copy."""
    context = browser.new_context(
        color_scheme="dark", permissions=["clipboard-read", "clipboard-write"]
    )
    return context.new_page()


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_map_is_saved_with_its_land_its_names_and_where_it_is_from(
    page: Page, address: str, language: str
) -> None:
    page.goto(f"{address}{PREFIXES[language]}{COUNTRY}/")
    name, content = taken(page, "map_country_ma", "svg")
    assert name == "countries-ma-map.svg"
    root = ET.fromstring(content)  # noqa: S314 - our own output
    texts = ["".join(text.itertext()) for text in root.iter(f"{SVG}text")]
    shown = page.locator("svg.atlas-still text").all_text_contents()
    assert shown
    assert set(shown) <= set(texts)
    row = page.locator(".atlas-downloads").first
    assert row.get_attribute("data-title") in texts
    assert any("CC BY 4.0" in text and "2026" in text for text in texts)
    assert page.locator("link[rel=canonical]").get_attribute("href") in texts
    land = [path for path in root.iter(f"{SVG}path") if len(path.get("d", "")) > 100]
    assert len(land) > 10
    assert not list(root.iter(f"{SVG}use"))
    page.context.close()


def test_a_picture_is_light_whatever_the_scheme(page: Page, address: str) -> None:
    page.goto(f"{address}countries/be/")
    name, content = taken(page, "figures", "png")
    assert name == "countries-be-figures.png"
    assert page.evaluate(WHITE, [*content]) == [1920, 255, 255, 255, 255]
    page.context.close()


def test_a_list_is_saved_with_evidence_sources_and_what_is_not_recorded(
    page: Page, address: str
) -> None:
    page.goto(f"{address}{COUNTRY}/")
    name, content = taken(page, "table", "csv")
    assert name == "countries-ma-table.csv"
    assert list(formulas(content.decode())) == []
    rows = list(csv.DictReader(io.StringIO(content.decode(), newline="")))
    ids = page.locator("tr[data-cooperation]").evaluate_all(
        "rows => rows.map(row => row.dataset.cooperation)"
    )
    assert [row["id"] for row in rows] == ids
    assert all(row["status_date"] and row["status_evidence"] for row in rows)
    assert all(row["sources"] and row["source_urls"].startswith("http") for row in rows)
    assert any(row["not_recorded"] for row in rows)
    page.context.close()


def test_all_rows_of_a_shortened_table_are_saved(page: Page, address: str) -> None:
    page.goto(f"{address}{COUNTRY}/")
    _, whole = taken(page, "table", "csv")
    page.evaluate("document.querySelectorAll('tr[data-cooperation] ~ tr').forEach(r => r.remove())")
    page.evaluate("document.querySelector('[data-of=table]').dataset.list = 'country:MA'")
    _, again = taken(page, "table", "csv")
    assert sorted(again.splitlines()) == sorted(whole.splitlines())
    page.context.close()


def test_link_and_citation_are_copied_and_said(page: Page, address: str) -> None:
    page.goto(f"{address}{COUNTRY}/")
    for kind, expected in (
        ("link", page.locator("link[rel=canonical]").get_attribute("href") or ""),
        ("citation", page.locator("[data-citation]").inner_text()),
    ):
        button = page.locator(f".atlas-downloads[data-of=table] [data-copy={kind}]")
        before = button.inner_text()
        button.click()
        copied = page.evaluate("navigator.clipboard.readText()")
        assert copied == (f"{expected}#table" if kind == "link" else expected)
        assert button.inner_text() != before
        expect(button.locator("+ [role=status]")).to_have_text(button.inner_text())
    page.context.close()


def test_paper_shows_a_table_and_the_addresses_of_sources(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 700, "height": 900})
    page.emulate_media(media="print", color_scheme="dark")
    page.goto(f"{address}{COUNTRY}/")
    assert page.locator("tr[data-cooperation]").first.evaluate(
        "row => getComputedStyle(row).display"
    ) == ("table-row")
    assert not page.locator(".atlas-downloads").first.is_visible()
    assert page.locator(".atlas-print-head").is_visible()
    colour = "element => getComputedStyle(element).color"
    assert page.locator("h1").evaluate(colour) in {"rgb(0, 0, 0)", "rgb(28, 39, 51)"}
    page.goto(f"{address}cooperations/saint-josse-oriental/")
    content = "link => getComputedStyle(link, '::after').content"
    link = page.locator(".atlas-sources a[rel~=external]").first
    assert "http" in link.evaluate(content)
    page.context.close()
