"""No page is wider than the window."""

from __future__ import annotations

import pytest

from browser.built_site import KINDS, path_of
from browser.visit import Visit


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_page_never_scrolls_sideways(visit: Visit, kind: str, language: str) -> None:
    page = visit(path_of(kind, language), width=320)
    for width in (320, 390, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("innerWidth") == width
        assert page.evaluate("document.documentElement.scrollWidth") <= width, width
