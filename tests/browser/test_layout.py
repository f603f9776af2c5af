"""No page is wider than the window."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.built_site import KINDS, path_of
from tests.browser.visit import Visit


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_page_never_scrolls_sideways(look: Visit, kind: str, language: str) -> None:
    page = look(path_of(kind, language), width=320)
    for width in (320, 390, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("innerWidth") == width
        assert page.evaluate("document.documentElement.scrollWidth") <= width, width


BIG = "() => { document.documentElement.style.fontSize = '40px'; }"
"""Text of twice its size: the theme sets 20 px at the root."""


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("kind", KINDS)
def test_text_of_twice_its_size_fits_a_small_phone(look: Visit, kind: str, language: str) -> None:
    page = look(path_of(kind, language), width=320)
    page.evaluate(BIG)
    wide = page.evaluate(
        """() => [...document.querySelectorAll("body *")]
          .filter((one) => one.getBoundingClientRect().right > innerWidth + 1)
          .slice(0, 5).map((one) => one.outerHTML.slice(0, 90))"""
    )
    assert page.evaluate("document.documentElement.scrollWidth") <= 320, wide


@pytest.mark.languages("ar")
def test_code_reads_from_left_to_right_in_arabic_too(look: Visit) -> None:
    code = look(path_of("contribute", "ar")).locator("article li code").first
    expect(code).to_have_css("direction", "ltr")
    expect(code).to_have_css("unicode-bidi", "isolate")
