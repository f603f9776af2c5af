"""The page Data in the browser: how large the files are that it leads to."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.built_site import SUB_PATH, path_of
from tests.browser.visit import Visit, lacking

KILOBYTE = {"en": "kB", "fr": "ko", "nl": "kB", "ar": "كيلوبايت"}
"""What a thousand bytes are called (CLDR, units, short)."""

SIZES = "[data-atlas-catalogue] a + small"


@pytest.mark.parametrize("language", KILOBYTE)
def test_each_file_is_as_large_as_is_said(visit: Visit, site: Path, language: str) -> None:
    page = visit(path_of("data", language))
    expect(page.locator(SIZES).first).to_be_visible()
    links = page.locator("[data-atlas-catalogue] a").all()
    assert len(links) == page.locator(SIZES).count()
    for link in links:
        said = link.locator("xpath=following-sibling::small[1]").inner_text().split()
        file = urlsplit(link.evaluate("link => link.href")).path.removeprefix(f"/{SUB_PATH}/")
        size = (site / file).stat().st_size
        assert float(said[0].replace(",", ".")) == float(f"{size / 1000:.2g}"), file
        assert said[1] == KILOBYTE[language]


def test_the_page_stays_as_it_is_where_the_sizes_cannot_be_had(visit: Visit) -> None:
    page = visit("about/")
    with lacking(page, "dcat.jsonld"):
        page.goto(page.url.replace("about/", "data/"))
    expect(page.locator("[data-atlas-catalogue] a").first).to_be_visible()
    expect(page.locator(SIZES)).to_have_count(0)
