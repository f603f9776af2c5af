"""The five doors: tabs where they have room, else a menu, with all that lies behind them."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.built_site import KINDS, path_of
from tests.browser.visit import Visit, lacking

DOORS = ("cooperations/", "countries/", "themes/", "overview/", "about/")
ROOMS = (
    *("countries/", "actors/", "places/", "match/", "themes/", "goals/"),
    *("overview/", "compare/", "coverage/"),
)
MENU = {"en": "Menu", "ar": "القائمة"}

OUTER = ".atlas-doors .md-grid > ul > li > a"
INNER = ".atlas-doors ul ul a"
OUTWARD = ".atlas-footer a:is([href*=licences], [href*=github])"


def leads_to(page: Page, links: str) -> list[str]:
    found: list[str] = page.locator(links).evaluate_all("links => links.map((link) => link.href)")
    return found


@pytest.mark.parametrize("width", [960, 1280])
@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("kind", ["home", "cooperation", "about"])
def test_where_the_doors_have_room_they_are_tabs(
    look: Visit, address: str, kind: str, language: str, width: int
) -> None:
    page = look(path_of(kind, language), width=width)
    root = address + path_of("home", language)
    assert leads_to(page, OUTER) == [f"{root}{door}" for door in DOORS]
    for link in page.locator(OUTER).all():
        expect(link).to_be_visible()
    expect(page.locator(INNER).first).to_be_hidden()
    expect(page.get_by_role("button", name=MENU[language])).to_have_count(0)
    expect(page.locator(".atlas-tell")).to_be_visible()
    expect(page.get_by_role("searchbox")).to_be_visible()


@pytest.mark.parametrize("width", [320, 950])
@pytest.mark.parametrize("kind", ["home", "country", "about"])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_elsewhere_a_button_opens_the_same_doors_and_what_lies_behind(
    look: Visit, address: str, language: str, kind: str, width: int
) -> None:
    page = look(path_of(kind, language), width=width)
    root = address + path_of("home", language)
    expect(page.locator(OUTER).first).to_be_hidden()
    expect(page.get_by_role("searchbox")).to_be_visible()
    page.get_by_role("button", name=MENU[language]).click()
    expect(page.locator(INNER).first).to_be_visible()
    assert leads_to(page, OUTER) == [f"{root}{door}" for door in DOORS]
    assert {f"{root}{room}" for room in ROOMS} < set(leads_to(page, INNER))
    for link in page.locator(".atlas-doors a").all():
        expect(link).to_be_visible()


def test_a_menu_that_is_open_closes_when_its_tabs_have_room(look: Visit) -> None:
    page = look("", width=700)
    page.get_by_role("button", name="Menu").click()
    page.set_viewport_size({"width": 1280, "height": 800})
    expect(page.locator(".atlas-doors:popover-open")).to_have_count(0)
    expect(page.locator(OUTER).first).to_be_visible()


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in {"home", "search"}])
def test_the_door_of_a_page_is_marked(look: Visit, kind: str) -> None:
    page = look(path_of(kind, "en"))
    expect(page.locator(f"{OUTER}[aria-current]")).to_have_count(1)


# The page Search begins in its own field.
@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "search"])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_first_stop_leads_to_the_content(look: Visit, kind: str, language: str) -> None:
    page = look(path_of(kind, language))
    page.keyboard.press("Tab")
    skip = page.locator("a.md-skip")
    expect(skip).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("kind", ["cooperation", "place"])
def test_the_foot_of_a_record_is_the_one_of_every_page(
    look: Visit, kind: str, language: str
) -> None:
    foot = ".atlas-footer :is(h2, a:not([hreflang]), li)"
    whole = look(path_of("search", language))
    said, leads = whole.locator(foot).all_inner_texts(), leads_to(whole, OUTWARD)
    page = look(path_of(kind, language))
    expect(page.locator(".atlas-footer p")).to_have_count(0)
    assert page.locator(foot).all_inner_texts() == said
    assert leads_to(page, OUTWARD) == leads


def test_without_a_script_the_foot_of_a_record_names_who_runs_the_atlas(look: Visit) -> None:
    foot = look(path_of("place", "en"), javascript=False).locator(".atlas-footer")
    for wanted in ("Contact", "How to read", "Accessibility"):
        expect(foot.get_by_role("link", name=wanted)).to_be_visible()
    expect(foot.locator("a[href$='licences/']")).to_be_visible()


def test_a_reader_who_leaves_before_the_rest_of_the_foot_is_there_meets_no_fault(
    window: Page, address: str
) -> None:
    with lacking(window, "atlas-foot.js"):
        window.goto(address + path_of("place", "en"))
    expect(window.locator(".atlas-footer p")).to_be_visible()
