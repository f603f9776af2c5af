"""On paper, a record takes one or two pages, with its map and without the frame of the site."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.conftest import ROOT

RECORDS = sorted(path.stem for path in (ROOT / "data" / "cooperations").rglob("*.yml"))


def pages_of(pdf: bytes) -> int:
    """The number of pages of a PDF as Chromium writes it."""
    return pdf.count(b"/Type /Page\n")


@pytest.mark.parametrize("language", ["", "ar/"])
def test_a_record_prints_on_two_pages_at_most(
    browser: Browser, address: str, language: str
) -> None:
    page = browser.new_page()
    counts = {}
    for record in RECORDS:
        page.goto(f"{address}{language}cooperations/{record}/")
        counts[record] = pages_of(page.pdf(format="A4"))
    page.close()
    assert set(counts.values()) <= {1, 2}, {k: v for k, v in counts.items() if v not in {1, 2}}


def test_the_map_is_printed_and_the_frame_is_not(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}cooperations/saint-josse-oriental/")
    page.emulate_media(media="print")
    assert page.locator("svg.atlas-still").is_visible()
    assert not page.locator(".md-header").is_visible()
    assert not page.locator(".md-footer").is_visible()
    page.close()
