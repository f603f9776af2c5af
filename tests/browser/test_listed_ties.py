"""The listed ties of a town and of a country, as somebody meets them on a phone, by keyboard, from
right to left, and without scripts."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from atlas.checks import load
from atlas.editing.listed_ties import ListedTies
from tests.browser.test_accessibility import check_in_both_schemes_and_widths
from tests.browser.visit import lacking
from tests.frozen_records import REGISTERS
from tests.site_languages import DIRECTIONS, PREFIXES

TOWN, COUNTRY = "places/houffalize-be/", "countries/be/"
TIE = "houffalize-be-turi-ee"


def answers(form: Locator) -> dict[str, str]:
    """What the form behind a link is told already."""
    query = urlsplit(form.get_attribute("href") or "").query
    return {name: value for name, (value,) in parse_qs(query).items()}


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
    expect(first.locator("summary")).to_be_visible()
    first.locator("summary").focus()
    window.keyboard.press("Enter")
    expect(form).to_be_visible()
    window.keyboard.press("Tab")
    window.keyboard.press("Tab")
    expect(form).to_be_focused()


@pytest.mark.parametrize("town", ["bocholt-be", "bocholt-de"])
def test_the_forms_of_a_tie_know_it_on_the_pages_of_both_its_ends(
    window: Page, listing: str, town: str
) -> None:
    window.goto(f"{listing}places/{town}/")
    ways = window.locator("#bocholt-be-bocholt-de .atlas-right")
    ways.locator("summary").click()
    expect(ways.locator("li a")).to_have_count(4)
    still, ended, wrong, more = map(answers, ways.locator("li a").all())
    known = ListedTies(load.read_documents(REGISTERS)[0])
    for one in (still, ended, wrong):
        assert one["title"].endswith(": Bocholt (Belgium) – Bocholt (Germany)")
        assert one["page"].endswith("/places/bocholt-be/#bocholt-be-bocholt-de")
        assert known.find(one["page"])
    assert wrong["record"] == "assembly/bocholt-be-bocholt-de, wikidata/bocholt-be-bocholt-de"
    assert still["start"] == more["start"] == "1961"
    assert (more["partner-a"], more["country-a"]) == ("Bocholt", "Belgium")
    assert (more["partner-b"], more["country-b"]) == ("Bocholt", "Germany")
    expect(ways.locator("p a")).to_have_text(still["page"])
    cited = ways.locator("p").last.inner_text()
    assert "List assembly and Wikidata (2019). Bocholt (Belgium) – Bocholt (Germany) (" in cited
    assert "(listed, not checked; as of " in cited
    assert cited.endswith(f"{still['page']} (CC-BY-4.0, CC0-1.0)")


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
    form = page.locator(f"[id='{TIE}'] .atlas-right")
    expect(form).to_be_visible()
    assert answers(form)["template"].startswith("correction.")
    assert TIE in answers(form)["record"]


def test_paper_has_the_ties_and_not_the_forms(window: Page, listing: str) -> None:
    window.goto(f"{listing}{TOWN}")
    window.emulate_media(media="print")
    expect(window.locator(f"[id='{TIE}']")).to_be_visible()
    expect(window.locator(".atlas-right").first).to_be_hidden()


def test_what_is_right_stays_a_link_where_its_script_does_not_come(
    window: Page, listing: str
) -> None:
    with lacking(window, "atlas-ties.js"):
        window.goto(f"{listing}{TOWN}")
    expect(window.locator("a.atlas-right").first).to_be_visible()
