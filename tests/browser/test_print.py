"""On paper, a record takes one or two pages, with its map and without the frame of the site."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser import built_site
from tests.conftest import ROOT
from tests.frozen_records import ids
from tests.site_languages import DIRECTIONS, PREFIXES

LONGEST = "caribbean-networks-support"


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
