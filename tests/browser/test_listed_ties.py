"""The listed ties of a town and of a country, as somebody meets them on a phone, by keyboard, from
right to left, and without scripts."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_accessibility import check_in_both_schemes_and_widths
from tests.site_languages import DIRECTIONS, PREFIXES

TOWN, COUNTRY = "places/houffalize-be/", "countries/be/"
TIE = "houffalize-be-turi-ee"


@pytest.mark.parametrize(("path", "language"), [*zip((TOWN, COUNTRY), DIRECTIONS, strict=False)])
def test_axe_finds_nothing_and_nothing_overflows(
    window: Page, listing: str, path: str, language: str
) -> None:
    window.emulate_media(reduced_motion="reduce")
    window.goto(f"{listing}{PREFIXES[language]}{path}")
    for ways in window.locator(".atlas-right > summary").all():
        ways.click()
    check_in_both_schemes_and_widths(window)
    window.set_viewport_size({"width": 320, "height": 800})
    assert window.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_address_of_a_tie_shows_its_row(window: Page, listing: str) -> None:
    window.set_viewport_size({"width": 390, "height": 500})
    window.goto(f"{listing}{TOWN}#{TIE}")
    row = window.locator(f"[id='{TIE}']")
    expect(row).to_be_in_viewport()
    beside = window.locator("#blaj-ro-houffalize-be")
    colour = "element => getComputedStyle(element.cells[0]).backgroundColor"
    assert row.evaluate(colour) != beside.evaluate(colour)


def test_what_is_right_is_said_by_keyboard(window: Page, listing: str) -> None:
    window.goto(f"{listing}{TOWN}")
    first = window.locator(".atlas-right").first
    form = first.get_by_role("link", name="This tie has ended")
    expect(form).to_be_hidden()
    first.locator("summary").focus()
    window.keyboard.press("Enter")
    expect(form).to_be_visible()
    window.keyboard.press("Tab")
    window.keyboard.press("Tab")
    expect(form).to_be_focused()


@pytest.mark.parametrize("language", DIRECTIONS)
def test_without_scripts_a_town_is_found_from_home(
    windows: dict[bool, Page], listing: str, language: str
) -> None:
    page = windows[False]
    page.goto(f"{listing}{PREFIXES[language]}")
    page.locator(".atlas-doors a[href*='countries/']").first.click()
    page.locator("main a[href$='countries/be/']").click()
    page.locator(f"a[href$='{TOWN}#{TIE}']").click()
    expect(page.locator(f"[id='{TIE}'] a[href$='places/turi-ee/']")).to_be_visible()
    ways = page.locator(f"[id='{TIE}'] .atlas-right")
    ways.locator("summary").click()
    expect(ways.locator("li a")).to_have_count(4)


def test_paper_has_the_ties_and_not_the_forms(window: Page, listing: str) -> None:
    window.goto(f"{listing}{TOWN}")
    window.emulate_media(media="print")
    expect(window.locator(f"[id='{TIE}']")).to_be_visible()
    expect(window.locator(".atlas-right").first).to_be_hidden()
