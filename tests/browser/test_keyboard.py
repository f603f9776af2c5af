"""From home to a given cooperation by the Tab and Enter keys alone, through a table.

The ways through the search and a map are in test_search.py and test_country_map.py.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.built_site import path_of
from tests.browser.visit import Visit
from tests.site_languages import PREFIXES

RECORD = "cooperations/saint-josse-oriental/"

MOST = 400
"""Presses of Tab after which a way is none: the list has some hundred links."""


def tab_to(page: Page, element: Locator) -> None:
    for _ in range(MOST):
        page.keyboard.press("Tab")
        if element.evaluate("element => element === document.activeElement"):
            break
    expect(element).to_be_focused()
    shown = element.evaluate("element => getComputedStyle(element).outlineStyle")
    assert shown != "none", "nothing shows where the focus is"


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_from_home_to_a_cooperation_through_the_table(
    visit: Visit, address: str, language: str, width: int
) -> None:
    page = visit(path_of("home", language), width=width)
    section = address + path_of("cooperations", language)
    listed = page.locator(":is(.atlas-doors, .atlas-totals) a[href$='cooperations/']:visible")
    tab_to(page, listed.first)
    page.keyboard.press("Enter")
    expect(page).to_have_url(section)
    link = page.locator(f"tbody th a[href$='{RECORD.removeprefix('cooperations/')}']")
    title = link.inner_text()
    tab_to(page, link)
    page.keyboard.press("Enter")
    expect(page).to_have_url(address + PREFIXES[language] + RECORD)
    expect(page.get_by_role("heading", level=1)).to_have_text(title)


@pytest.mark.parametrize(("language", "menu"), [("en", "Menu"), ("ar", "القائمة")])
def test_the_menu_of_a_narrow_window_opens_and_closes_by_key(
    visit: Visit, address: str, language: str, menu: str
) -> None:
    page = visit(path_of("country", language), width=390)
    button = page.get_by_role("button", name=menu, exact=True)
    links = page.locator(".atlas-doors a:visible")
    expect(links).to_have_count(0)
    tab_to(page, button)
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(links.first).to_be_focused()
    page.keyboard.press("Escape")
    expect(button).to_be_focused()
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(links).to_have_count(0)
    page.keyboard.press("Space")
    tab_to(page, page.locator(".atlas-doors ul ul a[href$='overview/']"))
    page.keyboard.press("Enter")
    expect(page).to_have_url(address + path_of("overview", language))
