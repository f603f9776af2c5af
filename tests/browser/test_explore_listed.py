"""What registers list, in the list of cooperations, in Compare and in the search: there on demand,
found by any name, and never mixed with what is researched."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.visit import Scheme
from tests.frozen_records import LISTED_PAIRS
from tests.site_languages import DIRECTIONS, PREFIXES

READY = ".atlas-explore[aria-busy=false]"
ISOLATES = dict.fromkeys(map(ord, "\u2068\u2069"))
RESEARCHED = 3
PAIRS = {*LISTED_PAIRS}


def explore(page: Page, address: str, query: str = "", language: str = "en") -> Page:
    page.goto(f"{address}{PREFIXES[language]}cooperations/{query}")
    expect(page.locator(READY)).to_be_attached()
    return page


def said(page: Page) -> str:
    """The sentence that says what is found."""
    expect(page.locator(READY)).to_be_attached()
    return page.locator(".atlas-explore-status").inner_text().translate(ISOLATES)


def pairs(page: Page) -> set[str]:
    """The pairs in the table."""
    expect(page.locator(READY)).to_be_attached()
    rows = page.locator("tr[data-listed]")
    found: list[str] = rows.evaluate_all("rows => rows.map((row) => row.dataset.listed)")
    return {*found}


def add_listed(page: Page) -> None:
    page.locator(".atlas-explore-tiers button").click()
    expect(page.locator("tr[data-listed]").first).to_be_attached()


@pytest.mark.parametrize(
    ("query", "caption"),
    [
        ("", "Cooperations, the newest first"),
        ("?evidence=listed", "Listed ties, not checked"),
        (
            "?evidence=listed&evidence=researched",
            "Cooperations, the newest first, then listed ties, not checked",
        ),
    ],
)
def test_the_table_is_named_after_what_it_shows(
    window: Page, listing: str, query: str, caption: str
) -> None:
    page = explore(window, listing, query)
    expect(page.locator(".atlas-explore caption")).to_have_text(caption)


@pytest.mark.parametrize("language", DIRECTIONS)
@pytest.mark.parametrize("width", [390, 1280])
def test_however_much_is_chosen_it_can_be_cleared_at_one_tap(
    window: Page, listing: str, width: int, language: str
) -> None:
    window.set_viewport_size({"width": width, "height": 900})
    asked = "?country=be&evidence=listed&evidence=researched&form=twinning&register=wikidata"
    page = explore(window, listing, asked, language)
    clear = page.locator(".atlas-explore-clear")
    line = page.locator(".atlas-explore-chips")
    assert line.evaluate("line => line.scrollWidth > line.clientWidth"), "not much is chosen"
    clear.scroll_into_view_if_needed()
    line.evaluate("line => line.scrollTo(0, 0)")
    expect(clear).to_be_in_viewport(ratio=1)
    clear.click(timeout=2000)
    assert "?" not in page.url


@pytest.mark.parametrize("width", [390, 1280])
def test_rows_of_the_two_tiers_differ_by_more_than_colour(
    window: Page, listing: str, width: int
) -> None:
    window.set_viewport_size({"width": width, "height": 900})
    page = explore(window, listing, "?evidence=listed&evidence=researched")
    looks = "element => [element, element.parentElement.querySelector('.atlas-form')].map("
    looks += "(each) => getComputedStyle(each).borderInlineStartStyle)"
    first = [page.locator(f"tr[data-{tier}] > th").first for tier in ("cooperation", "listed")]
    researched, listed = (name.evaluate(looks) for name in first)
    assert "dashed" not in researched
    assert listed == ["dashed", "dashed"]


def test_what_is_listed_comes_when_it_is_asked_for_and_is_counted_apart(
    window: Page, listing: str
) -> None:
    fetched: list[str] = []
    window.on("request", lambda request: fetched.append(request.url))
    page = explore(window, listing)
    page.locator("#explore-map.leaflet-container").wait_for()
    assert said(page) == "3 cooperations"
    assert not pairs(page)
    assert not [url for url in fetched if "listed" in url.rpartition("/")[2]]
    button = page.get_by_role("button", name="+ 7 listed ties, not checked")
    button.focus()
    page.keyboard.press("Enter")
    expect(page.locator("tr[data-listed]")).to_have_count(len(PAIRS))
    assert said(page) == "3 researched cooperations · 7 listed ties, not checked"
    assert pairs(page) == PAIRS
    assert page.locator("tbody tr").nth(RESEARCHED).get_attribute("data-listed")
    page.get_by_role("button", name="Researched cooperations alone").click()
    expect(page.locator("tr[data-listed]")).to_have_count(0)
    assert said(page) == "3 cooperations"
    assert page.url.endswith("/cooperations/")


def test_a_row_says_that_nobody_has_checked_it_and_leads_to_its_own_address(
    window: Page, listing: str
) -> None:
    page = explore(window, listing, "?evidence=listed")
    row = page.locator('tr[data-listed="bocholt-be-bocholt-de"]')
    expect(row).to_contain_text("Listed, not checked")
    expect(row).to_contain_text("\u2068Wikidata\u2069, May 2017")
    expect(row).to_contain_text("Stated by both sides")
    row.get_by_role("link", name="Bocholt (Belgium) – Bocholt (Germany)").click()
    expect(page.locator("tr:target")).to_have_id("bocholt-be-bocholt-de")


ASKED: dict[str, tuple[int, set[str]]] = {
    "?evidence=LISTED&evidence=researched": (3, PAIRS),
    "?evidence=listed": (0, PAIRS),
    "?evidence=researched": (3, set()),
    "?register=wikidata": (1, PAIRS - {"ghent-be-turi-ee"}),
    "?register=List assembly&stated=register": (0, {"ghent-be-turi-ee"}),
    "?country=BE&evidence=listed": (0, PAIRS),
    "?country=bg,ee&q=aalst": (0, {"aalst-be-gabrovo-bg"}),
    "?country=BE": (3, set()),
    "?decade=1960&evidence=listed": (0, {"bocholt-be-bocholt-de"}),
    "?evidence=listed&theme=health": (0, set()),
}
"""What addresses ask for, and what answers: how many cooperations, and which pairs."""


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?evidence=listed", PAIRS),
        ("?country=Estonia", {"ghent-be-turi-ee", "houffalize-be-turi-ee"}),
        ("?register=nobody", set()),
    ],
)
def test_an_address_that_is_opened_asks_for_what_is_listed(
    window: Page, listing: str, query: str, found: set[str]
) -> None:
    assert pairs(explore(window, listing, query)) == found


def test_an_address_asks_both_tiers(window: Page, listing: str) -> None:
    page = explore(window, listing)
    for query, (researched, found) in ASKED.items():
        page.evaluate(GO_BACK_TO, query)
        expect(page.locator("tr[data-listed]")).to_have_count(len(found))
        expect(page.locator(".atlas-explore tr[data-cooperation]")).to_have_count(researched)
        assert pairs(page) == found, query


GO_BACK_TO = """query => {
  history.replaceState(null, "", query);
  dispatchEvent(new PopStateEvent("popstate"));
}"""

TYPED: dict[str, dict[str, set[str]]] = {
    "en": {
        "Houffalize": {"blaj-ro-houffalize-be", "houffalize-be-turi-ee"},
        "gand": {"ghent-be-turi-ee"},
        "Turi ghent": {"ghent-be-turi-ee"},
        "غابروفو": {"aalst-be-gabrovo-bg", "antwerp-be-gabrovo-bg"},
    },
    "ar": {
        "HOUFFALIZE": {"blaj-ro-houffalize-be", "houffalize-be-turi-ee"},
        "استونيا ghent": {"ghent-be-turi-ee"},
    },
}


@pytest.mark.parametrize("language", ["en", pytest.param("ar", marks=pytest.mark.languages("ar"))])
def test_a_town_that_nobody_has_researched_finds_its_listed_ties_at_once(
    window: Page, listing: str, language: str
) -> None:
    page = explore(window, listing, language=language)
    for typed, found in TYPED[language].items():
        page.locator("#explore-q").fill(typed)
        expect(page.locator("tr[data-listed]")).to_have_count(len(found))
        assert pairs(page) == found, typed
        if language == "en":
            assert said(page).startswith(f"{len(found)} listed tie")
            assert said(page).endswith(", not checked. No researched cooperation.")


def test_what_nobody_knows_is_still_said(window: Page, listing: str) -> None:
    page = explore(window, listing, "?q=Nowhere")
    assert said(page) == "“Nowhere” is not in the atlas yet."
    expect(page.locator(".atlas-explore-none")).to_contain_text("Tell us")


def test_a_value_counts_what_is_shown_and_countries_of_the_listed_come_with_them(
    window: Page, listing: str
) -> None:
    page = explore(window, listing)
    estonia = page.locator('[data-facet="country"] li', has_text="Estonia")
    belgium = page.locator('[data-facet="country"] li', has_text="Belgium")
    expect(estonia).to_be_hidden()
    expect(belgium.locator("b")).to_have_text("3")
    add_listed(page)
    expect(estonia.locator("b")).to_have_text("2")
    expect(belgium.locator("b")).to_have_text("10")
    page.locator('[data-facet="evidence"] > summary').click()
    page.get_by_role("checkbox", name="Researched cooperations").uncheck()
    expect(belgium.locator("b")).to_have_text("7")
    assert page.url.endswith("?evidence=listed")


def test_a_saved_table_says_tier_register_date_and_licence(window: Page, listing: str) -> None:
    page = explore(window, listing, "?evidence=listed&evidence=researched")
    rows = {row["id"]: row for row in csv.DictReader(io.StringIO(saved(page, "CSV"), newline=""))}
    assert len(rows) == RESEARCHED + len(PAIRS)
    tie = rows["bocholt-be-bocholt-de"]
    assert (tie["tier"], tie["registers"]) == ("listed", "assembly; wikidata")
    assert (tie["listed_as_of"], tie["licence"]) == ("2019; 2017-05", "CC-BY-4.0; CC0-1.0")
    assert (tie["start"], tie["status"], tie["stated_by"]) == ("1961", "unknown", "both")
    assert tie["url"].endswith("/places/bocholt-be/#bocholt-be-bocholt-de")
    own = rows["saint-josse-tangier"]
    assert (own["tier"], own["licence"]) == ("researched", "CC-BY-4.0")
    assert (own["registers"], own["listed_as_of"]) == ("", "")
    features = json.loads(saved(page, "GeoJSON"))["features"]
    ids = [feature["id"] for feature in features]
    assert len(ids) == len({*ids})
    assert "listed/bocholt-be-bocholt-de" in ids


def saved(page: Page, name: str) -> str:
    with page.expect_download() as download:
        page.get_by_role("button", name=name, exact=True).click()
    return Path(download.value.path()).read_bytes().decode()


def test_where_the_listed_cannot_be_had_the_researched_stay(window: Page, listing: str) -> None:
    window.route(re.compile("/listed"), lambda route: route.abort())
    try:
        page = explore(window, listing, "?evidence=listed&evidence=researched")
        assert said(page) == "3 cooperations. The listed ties could not be loaded."
    finally:
        window.unroute_all()


@pytest.mark.parametrize(
    ("language", "scheme", "width"),
    [("en", "light", 1280), pytest.param("ar", "dark", 390, marks=pytest.mark.languages("ar"))],
)
def test_the_listed_break_no_rule(
    window: Page, listing: str, language: str, scheme: Scheme, width: int
) -> None:
    window.set_viewport_size({"width": width, "height": 900})
    window.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page = explore(window, listing, "?evidence=listed&evidence=researched", language)
    expect(page.locator("tr[data-listed]")).to_have_count(len(PAIRS))
    found = Axe().run(page, context=".atlas-explore")
    assert not found.violations_count, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def compared(page: Page, listing: str, query: str) -> dict[str, Any]:
    """What Compare says, the listed ties below their heading, and the table's line of them."""
    page.goto(f"{listing}compare/{query}")
    page.locator(".atlas-side").wait_for()
    heading = page.locator("h3", has_text="Listed on both sides")
    links = heading.locator("xpath=following-sibling::ul[1]/li/a[1]")
    return {
        "said": page.locator(".atlas-compare-said").inner_text().translate(ISOLATES),
        "ties": links.all_inner_texts(),
        "line": page.locator(".atlas-side tr", has_text="Listed ties")
        .locator("td")
        .all_inner_texts(),
    }


def test_two_countries_have_a_list_of_their_own_for_what_is_listed_of_both(
    window: Page, listing: str
) -> None:
    found = compared(window, listing, "?a=country:be&b=country:bg")
    assert found["ties"] == ["Aalst – Gabrovo", "Antwerp – Gabrovo"]
    assert found["line"] == ["7", "2"]
    assert "Belgium: 3 cooperations; Bulgaria: 0 cooperations" in found["said"]
    assert found["said"].endswith(
        "Listed, not checked – Belgium: 7; Bulgaria: 2; on both sides: 2."
    )
    window.get_by_role("link", name="Filter these listed ties").click()
    expect(window.locator(READY)).to_be_attached()
    assert pairs(window) == {"aalst-be-gabrovo-bg", "antwerp-be-gabrovo-bg"}


def test_towns_that_only_registers_know_are_compared_by_any_name(
    window: Page, listing: str
) -> None:
    found = compared(window, listing, "?a=Gand&b=place:turi-ee")
    assert found["ties"] == ["Ghent – Türi"]
    assert found["line"] == ["1", "2"]


@pytest.mark.parametrize("language", ["en", pytest.param("ar", marks=pytest.mark.languages("ar"))])
def test_a_person_finds_their_town_in_two_steps_from_home(
    window: Page, listing: str, language: str
) -> None:
    window.set_viewport_size({"width": 390, "height": 844})
    window.goto(listing + PREFIXES[language])
    window.locator("#ask").press_sequentially("Houffalize")
    window.locator("dialog .atlas-search-title").first.click()
    window.wait_for_url("**/places/houffalize-be/")
    expect(window.locator("tr#houffalize-be-turi-ee")).to_be_visible()


def test_a_person_finds_their_town_by_links_alone(window: Page, listing: str) -> None:
    """As without a script: no more than links of the pages themselves."""
    window.goto(listing)
    window.get_by_role("link", name="Find your town").click()
    window.get_by_role("link", name="Houffalize").first.click()
    window.wait_for_url("**/places/houffalize-be/")
