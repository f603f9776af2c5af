"""On paper, a record takes one or two pages, with its map and without the frame of the site; a
place, an organisation or a country is a sheet of one to four."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from tests.browser import built_site
from tests.conftest import ROOT
from tests.frozen_records import ids
from tests.mkdocs_build import URL
from tests.site_languages import DIRECTIONS, PREFIXES

LONGEST = "caribbean-networks-support"

SHEETS = {
    "countries/be/": 4,
    "actors/saint-josse-ten-noode/": 3,
}
"""Pages that are printed as a sheet, and on how many pages of A4 at most."""


def pages_of(pdf: bytes) -> int:
    """The number of pages of a PDF as Chromium writes it."""
    return pdf.count(b"/Type /Page\n")


@pytest.mark.parametrize("language", DIRECTIONS)
def test_a_long_record_prints_on_two_pages(browser: Browser, address: str, language: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}{PREFIXES[language]}cooperations/{LONGEST}/")
    assert pages_of(page.pdf(format="A4")) == 2
    page.close()


@pytest.mark.parametrize("language", DIRECTIONS)
def test_each_of_the_project_s_own_records_prints_on_two_pages_at_most(
    browser: Browser, own_site: Path, language: str
) -> None:
    page = browser.new_page()
    counts = {}
    with built_site.serve(own_site) as address:
        for record in ids(ROOT / "data", "cooperations"):
            page.goto(f"{address}{PREFIXES[language]}cooperations/{record}/")
            counts[record] = pages_of(page.pdf(format="A4"))
    page.close()
    assert {record: count for record, count in counts.items() if count not in {1, 2}} == {}


def test_the_map_is_printed_and_the_frame_is_not(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}cooperations/saint-josse-oriental/")
    page.emulate_media(media="print")
    assert page.locator("svg.atlas-still").is_visible()
    assert not page.locator(".md-header").is_visible()
    assert not page.locator(".md-footer").is_visible()
    page.close()


def printed(page: Page) -> PdfReader:
    return PdfReader(io.BytesIO(page.pdf(format="A4")))


def words(pdf: PdfReader) -> list[str]:
    """The words on each page."""
    return [" ".join(page.extract_text().split()) for page in pdf.pages]


@pytest.mark.parametrize("language", DIRECTIONS)
@pytest.mark.parametrize("path", SHEETS)
def test_a_sheet_has_its_address_its_map_and_numbered_pages(
    browser: Browser, address: str, path: str, language: str
) -> None:
    page = browser.new_page()
    page.goto(f"{address}{PREFIXES[language]}{path}")
    pdf = printed(page)
    last = len(pdf.pages)
    assert last <= SHEETS[path]
    found = words(pdf)
    assert f"{URL}{PREFIXES[language]}{path}" in found[0]
    assert [f"{number} / {last}" in text for number, text in enumerate(found, 1)] == [True] * last
    page.emulate_media(media="print")
    assert page.locator("svg.atlas-still").is_visible()
    page.close()


@pytest.mark.parametrize("language", DIRECTIONS)
def test_the_code_of_a_sheet_is_printed_and_costs_a_screen_no_request(
    browser: Browser, address: str, language: str
) -> None:
    page = browser.new_page()
    page.goto(f"{address}{PREFIXES[language]}countries/ma/")
    code = page.locator("img.atlas-code")
    assert not code.is_visible()
    assert (code.get_attribute("src") or "").startswith("data:image/png;base64,")
    page.emulate_media(media="print")
    box, title = code.bounding_box(), page.locator("h1").bounding_box()
    assert box
    assert title
    assert box["width"] == box["height"] > 60
    assert box["y"] < title["y"]
    widths = {one.get_object()["/Width"] for one in _pictures(printed(page))}
    assert code.evaluate("image => image.naturalWidth") in widths
    page.close()


def _pictures(pdf: PdfReader) -> list[Any]:
    found = pdf.pages[0]["/Resources"]["/XObject"].values()  # type: ignore[index]  # pypdf's own kinds
    return [one for one in found if one.get_object()["/Subtype"] == "/Image"]


def test_a_sheet_names_the_sources_of_its_ties(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}countries/ma/")
    assert not page.get_by_text("Sources of these ties:").is_visible()
    found = " ".join(words(printed(page)))
    assert "Sources of these ties:" in found
    assert "Tell us" not in found
    page.close()


def test_a_listed_town_prints_all_its_ties_on_one_page(browser: Browser, listing: str) -> None:
    page = browser.new_page()
    page.goto(f"{listing}places/houffalize-be/")
    (found,) = words(printed(page))
    assert all(name in found for name in ("Houffalize", "Blaj", "Türi", "Wikidata"))
    assert page.locator("img.atlas-code").count() == 0
    page.close()


LISTED = """items => items.map((item) => ({
  parts: item.getClientRects().length,
  room: (item.getBoundingClientRect().x - item.parentElement.getBoundingClientRect().x) /
    parseFloat(getComputedStyle(item).fontSize),
}))"""
BULLET = 1.5
"""The room that Chromium needs for one, in em."""


def test_partners_off_the_map_stand_whole_in_their_columns(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 703, "height": 1000})  # A4 without its margins
    page.goto(f"{address}countries/be/")
    page.emulate_media(media="print")
    items = page.locator(".atlas-unpinned li").evaluate_all(LISTED)
    assert len(items) > 8
    assert {item["parts"] for item in items} == {1}
    assert min(item["room"] for item in items) >= BULLET
    page.close()
