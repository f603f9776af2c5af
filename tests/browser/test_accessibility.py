"""No page breaks a rule of accessibility that axe can check."""

from __future__ import annotations

import pytest
from axe_playwright_python.base import AXE_SCRIPT, AxeResults
from playwright.sync_api import Browser, Page, expect

from tests.browser.built_site import KINDS, path_of
from tests.browser.visit import Visit
from tests.site_languages import LANGUAGES

CHECK = "axe.run({resultTypes: ['violations']})"

SCHEMES = ("default", "slate")
"""The theme's names of light and dark."""

DENSE = ("home", "cooperation", "country", "cooperations", "overview", "coverage")
"""Kinds of page that hold between them all that has a colour of its own."""


def check(page: Page, where: str) -> None:
    found = AxeResults(page.evaluate(CHECK))
    assert found.response["passes"], "axe did not check anything"
    assert not found.violations_count, f"{where}\n{found.generate_report()}"


def check_in_both_schemes_and_widths(page: Page) -> None:
    """One load for all four: the visitor's own button changes the scheme."""
    page.evaluate(AXE_SCRIPT)
    for scheme in SCHEMES:
        body = page.locator("body")
        if body.get_attribute("data-md-color-scheme") != scheme:
            page.locator(".atlas-scheme").click()
        expect(body).to_have_attribute("data-md-color-scheme", scheme)
        for width in (390, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            check(page, f"{scheme}, {width} px")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing(look: Visit, kind: str, language: str) -> None:
    check_in_both_schemes_and_widths(look(path_of(kind, language)))


def test_axe_finds_nothing_where_there_is_no_page(look: Visit) -> None:
    check_in_both_schemes_and_widths(look("nowhere/"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", DENSE)
def test_axe_finds_nothing_with_more_contrast(
    browser: Browser, address: str, kind: str, scheme: str
) -> None:
    with browser.new_context(
        base_url=address, contrast="more", color_scheme="dark" if scheme == "dark" else "light"
    ) as context:
        page = context.new_page()
        page.goto(path_of(kind, "en"))
        page.evaluate(AXE_SCRIPT)
        check(page, scheme)
