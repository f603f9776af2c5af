"""Where the tabs have no room, the button opens a menu with every page of the navigation."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

MENU = {"ar/": "القائمة"} | dict.fromkeys(("", "cou", "abo"), "Menu")

SECTIONS = ("cooperations/", "countries/", "themes/", "goals/", "places/", "actors/", "about/")


@pytest.mark.parametrize("width", [390, 1000])
@pytest.mark.parametrize("path", ["", "countries/ma/", "about/", "ar/cooperations/"])
def test_the_menu_button_opens_the_navigation(
    browser: Browser, address: str, path: str, width: int
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto(f"{address}{path}")
    page.get_by_role("button", name=MENU[path[:3]]).click()
    root = f"{address}ar/" if path.startswith("ar/") else address
    links = page.locator("nav.md-nav--primary > ul > li > a")
    leads_to = links.evaluate_all("links => links.map((link) => link.href)")
    assert {f"{root}{section}" for section in SECTIONS} <= {href.split("#")[0] for href in leads_to}
    # The theme writes the open page as a label for its own headings, beside a hidden link.
    for link in page.locator("nav.md-nav--primary > ul > li > a:not([href='./'])").all():
        expect(link).to_be_visible()
    page.close()


def test_where_the_tabs_have_room_there_is_no_button(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.goto(address)
    expect(page.locator(".md-tabs a[href='overview/']")).to_be_visible()
    expect(page.get_by_role("button", name="Menu")).to_have_count(0)
    page.close()
