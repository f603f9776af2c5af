"""The list of cooperations: filters that count right, an address that keeps them, files that hold
them, and words for what is not there."""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, Route, expect

from atlas.checks import load
from atlas.graph import relate
from atlas.graph.beginnings import start_of
from atlas.graph.edition import Edition
from atlas.graph.relate import Atlas
from atlas.model import first_day, last_day
from atlas.pages import tallies
from tests.browser.test_weight import SHIFTS
from tests.browser.visit import Scheme, Visit, lacking, open_map
from tests.frozen_records import ATLAS
from tests.site_languages import LANGUAGES, PREFIXES


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    """The records, to work out by themselves what the page should show."""
    return relate.relate(load.read(ATLAS).records)


def values(atlas: Atlas, facet: str, id_: str) -> set[str]:
    """What a cooperation has of a facet, found in another way than the page's own files."""
    record = atlas.records.cooperations[id_]
    start = start_of(record)
    days = [day for day in (first_day(start), last_day(start)) if day]
    decades = {day.year // 10 * 10 for day in days}
    types = {atlas.records.actors[party.actor].type.value for party in record.parties}
    return {
        "country": {code for code, ids in atlas.by_country.items() if id_ in ids},
        "theme": {theme for theme, ids in atlas.by_theme.items() if id_ in ids},
        "goal": {goal for goal, ids in atlas.by_goal.items() if id_ in ids},
        "form": {str(record.form)},
        "status": {str(record.status.code)},
        "state": {str(record.status.code.state)},
        "decade": {str(*decades) if len(days) == 2 and len(decades) == 1 else "undated"},
        "partner": types if len({party.actor for party in record.parties}) > 1 else {"unknown"},
    }[facet]


FACETS = ("country", "theme", "goal", "form", "state", "status", "decade", "partner")


def passing(atlas: Atlas, chosen: dict[str, set[str]]) -> set[str]:
    """The cooperations that have, of each facet chosen from, one of the values."""
    return {
        id_
        for id_ in atlas.records.cooperations
        if all(values(atlas, facet, id_) & wanted for facet, wanted in chosen.items())
    }


def counted(atlas: Atlas, facet: str, chosen: dict[str, set[str]]) -> dict[str, int]:
    """How many cooperations each value has among those that pass all other facets."""
    others = {name: wanted for name, wanted in chosen.items() if name != facet}
    return Counter(value for id_ in passing(atlas, others) for value in values(atlas, facet, id_))


FIELD = "Partner, place, theme or title"
ISOLATES = "\u2068\u2069"
"""What stands around words whose direction may be another than that of their sentence."""

READY = ".atlas-explore[aria-busy=false]"
"""What is there as soon as what was asked for is."""


def settled(page: Page) -> Page:
    """The page, once it shows what was asked for; without a script it does at once."""
    expect(page.locator(".atlas-explore[aria-busy=true]")).to_have_count(0)
    return page


def status(page: Page) -> Locator:
    """The sentence that says what is found."""
    return settled(page).locator(".atlas-explore-status")


def explore(visit: Visit, query: str = "", language: str = "en", **options: Any) -> Page:
    page = visit(f"{PREFIXES[language]}cooperations/{query}", **options)
    expect(page.locator(READY)).to_be_attached()
    return page


def open_all(page: Page) -> None:
    """Open all that is folded."""
    page.locator("details").evaluate_all("all => all.forEach((one) => (one.open = true))")


def box(page: Page, facet: str, value: str) -> Locator:
    return page.locator(f'[data-facet="{facet}"] input[value="{value}"]')


def chips(page: Page) -> list[str]:
    """What is chosen, as the page says it above the list."""
    texts: list[str] = settled(page).locator(".atlas-explore-chip").all_text_contents()
    return [text.translate(dict.fromkeys(map(ord, ISOLATES))) for text in texts]


def shown(page: Page) -> set[str]:
    """The ids of the cooperations in the table."""
    links = settled(page).locator("tbody th a")
    addresses: list[str] = links.evaluate_all("links => links.map((link) => link.href)")
    return {address.rstrip("/").rpartition("/")[2] for address in addresses}


def counts(page: Page, facet: str) -> dict[str, int]:
    """The number behind each value, without those that say nothing is left."""
    script = """items => items.map((item) => [
        item.querySelector("input").value,
        Number(item.querySelector("b").textContent),
    ])"""
    values = settled(page).locator(f'[data-facet="{facet}"] li')
    found: list[tuple[str, int]] = values.evaluate_all(script)
    return {value: count for value, count in found if count}


@pytest.mark.parametrize(
    "chosen",
    [
        {},
        {"country": {"MA"}},
        {"country": {"MA", "FR"}, "form": {"twinning", "cooperation-agreement"}},
        {"theme": {"social-action"}, "decade": {"2010", "undated"}, "country": {"BE"}},
        {"partner": {"local-government"}, "status": {"implementation"}},
        {"goal": {"1"}},
        {"country": {"PH"}, "form": {"twinning"}},
    ],
    ids=lambda chosen: "+".join(chosen) or "nothing",
)
def test_what_is_found_and_every_count_are_those_of_the_records(
    visit: Visit, atlas: Atlas, chosen: dict[str, set[str]]
) -> None:
    page = explore(visit)
    open_all(page)
    for facet, wanted in chosen.items():
        for value in sorted(wanted):
            box(page, facet, value).check()
    assert shown(page) == passing(atlas, chosen)
    for facet in FACETS:
        assert counts(page, facet) == counted(atlas, facet, chosen), facet
    found = passing(atlas, chosen)
    words = tallies.count_all(Edition.in_english(atlas), found)
    assert plain(page) == words if found else "No cooperation has all of this" in plain(page)


def test_the_address_keeps_the_choice_and_brings_it_back(visit: Visit, atlas: Atlas) -> None:
    page = explore(visit)
    box(page, "country", "MA").check()
    box(page, "country", "TR").check()
    page.locator('[data-facet="form"] > summary').click()
    box(page, "form", "twinning").check()
    asked = parse_qs(urlsplit(page.url).query)
    assert asked == {"country": ["MA", "TR"], "form": ["twinning"]}
    again = explore(visit, f"?{urlsplit(page.url).query}")
    for facet, value in (("country", "MA"), ("country", "TR"), ("form", "twinning")):
        expect(box(again, facet, value)).to_be_checked()
    assert chips(again) == ["Country: Morocco", "Country: Türkiye", "Type: Twinning"]
    wanted = {"country": {"MA", "TR"}, "form": {"twinning"}}
    assert shown(again) == shown(page) == passing(atlas, wanted)


def choose_twice_and_type(page: Page) -> None:
    """Make three steps: Morocco, Türkiye too, and letters of a search, which are one together."""
    box(page, "country", "MA").check()
    box(page, "country", "TR").check()
    page.get_by_label(FIELD).press_sequentially("twin")


def go_back_to_the_first(page: Page, atlas: Atlas) -> None:
    """Go back over the letters and over Türkiye; each time the list is what it was."""
    page.go_back()
    expect(page.get_by_label(FIELD)).to_have_value("")
    assert shown(page) == passing(atlas, {"country": {"MA", "TR"}})
    page.go_back()
    expect(box(page, "country", "TR")).not_to_be_checked()
    assert shown(page) == passing(atlas, {"country": {"MA"}})


def test_the_browser_s_back_and_forward_follow_the_choices(visit: Visit, atlas: Atlas) -> None:
    page = explore(visit)
    choose_twice_and_type(page)
    go_back_to_the_first(page, atlas)
    page.go_forward()
    expect(box(page, "country", "TR")).to_be_checked()
    page.get_by_role("button", name="Clear all filters").click()
    assert urlsplit(page.url).query == ""
    assert shown(page) == set(atlas.records.cooperations)


@pytest.mark.parametrize(
    ("query", "chosen", "said"),
    [
        ("country=ma", {"country": {"MA"}}, ""),
        ("country=Morocco&Theme=HEALTH", {"country": {"MA"}, "theme": {"health"}}, ""),
        ("country=MA,tr", {"country": {"MA", "TR"}}, ""),
        ("country=MA&utm_source=mail&q=&countries=", {"country": {"MA"}}, ""),
        ("country=XX&country=MA", {"country": {"MA"}}, "“XX” is not in the atlas yet."),
        ("country=lu&country=MA", {"country": {"MA"}}, "“Luxembourg” is not in the atlas yet."),
        (
            "country=MA&colour=red",
            {"country": {"MA"}},
            "“colour” in the address is no filter here.",
        ),
        ("country=MA&countries=either", {"country": {"MA"}}, "“countries” in the address is no"),
    ],
)
def test_what_the_address_asks_for_is_honoured_or_said(
    look: Visit, atlas: Atlas, query: str, chosen: dict[str, set[str]], said: str
) -> None:
    page = explore(look, f"?{query}")
    assert shown(page) == passing(atlas, chosen)
    assert said in plain(page)
    number = len(passing(atlas, chosen))
    assert plain(page).startswith(f"{number} cooperation")
    assert bool(said) == (". " in plain(page))


def plain(page: Page) -> str:
    """What is said of what is found."""
    return status(page).inner_text().translate(dict.fromkeys(map(ord, ISOLATES)))


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("country=XX", "“XX” is not in the atlas yet."),
        ("theme=%3Cb%3E", "“<b>” is not in the atlas yet."),
        ("country=MA&country=lu&countries=both", "“Luxembourg” is not in the atlas yet."),
    ],
)
def test_a_value_that_nothing_has_does_not_bring_everything(
    look: Visit, query: str, sentence: str
) -> None:
    page = explore(look, f"?{query}")
    assert not shown(page)
    assert plain(page) == sentence


def test_both_countries_are_asked_for_beside_either(visit: Visit, atlas: Atlas) -> None:
    page = explore(visit, "?country=BE&country=MA")
    either = passing(atlas, {"country": {"BE", "MA"}})
    both = passing(atlas, {"country": {"BE"}}) & passing(atlas, {"country": {"MA"}})
    assert shown(page) == either > both > set()
    page.get_by_label("Both, or all, of the countries chosen").check()
    assert shown(page) == both
    query = urlsplit(page.url).query
    assert query == "country=BE&country=MA&countries=both"
    left = counts(page, "country")
    assert left == Counter(value for id_ in both for value in values(atlas, "country", id_))
    again = explore(visit, f"?{query}")
    assert shown(again) == both
    expect(again.get_by_role("radio", name="Both, or all")).to_be_checked()
    again.get_by_role("button", name="Remove both").click()
    assert shown(again) == either
    again.go_back()
    assert shown(again) == both


@pytest.mark.languages("ar")
def test_the_other_languages_open_with_the_same_choice(visit: Visit, atlas: Atlas) -> None:
    page = explore(visit, "?country=MA")
    address = page.locator(".md-select a[hreflang=ar]").get_attribute("href")
    assert address
    page.goto(address)
    expect(page.locator("html")).to_have_attribute("lang", "ar")
    expect(box(page, "country", "MA")).to_be_checked()
    assert shown(page) == passing(atlas, {"country": {"MA"}})


@pytest.mark.parametrize(
    ("language", "typed", "id_"),
    [
        ("en", "ESKISEHIR", "saint-josse-eskisehir"),
        ("fr", "reseau  palestine", "saint-josse-network-palestine"),
        ("ar", "توامه طنجه", "saint-josse-tangier"),
        ("en", "a twinning with Tanger", "saint-josse-tangier"),
        ("nl", "Turquie", "saint-josse-eskisehir"),
        ("en", "N Djamena", None),
    ],
)
def test_titles_are_found_without_accents_and_variants(
    look: Visit, language: str, typed: str, id_: str | None
) -> None:
    page = explore(look, language=language)
    page.locator("#explore-q").fill(typed)
    expect(page.locator("tbody tr")).to_have_count(1 if id_ else 0)
    assert shown(page) == ({id_} if id_ else set())
    assert parse_qs(urlsplit(page.url).query) == {"q": [typed]}


NAMES = {
    "actor": ["saint-josse-ten-noode", "Sint-Joost", "St-Josse", "St. Joost ten Node", "سان جوس"],
    "MA": ["Morocco", "Maroc", "Marokko", "المغرب"],
}
"""Names of an authority and of a country, by which whoever reads any language may look."""


@pytest.mark.parametrize("language", ["en", "ar"])
def test_partners_and_countries_are_found_by_all_their_names(
    look: Visit, atlas: Atlas, language: str
) -> None:
    wanted = {
        "actor": set(atlas.by_actor["saint-josse-ten-noode"]),
        "MA": passing(atlas, {"country": {"MA"}}),
    }
    page = explore(look, language=language)
    for of, names in NAMES.items():
        for name in names:
            page.locator("#explore-q").fill("")
            page.locator("#explore-q").fill(name)
            expect(page.locator("tbody tr")).to_have_count(len(wanted[of]))
            assert shown(page) == wanted[of], name


def test_what_is_not_there_is_said_with_what_was_asked_and_the_form(look: Visit) -> None:
    page = explore(look, "?q=Houffalize&theme=health")
    assert plain(page) == "“Houffalize” is not in the atlas yet."
    none = page.locator(".atlas-explore-none")
    expect(none).to_contain_text("Theme: \u2068Health\u2069")
    expect(page.locator(".atlas-explore table")).to_be_hidden()
    expect(page.locator("#explore-map")).to_be_hidden()
    form = none.get_by_role("link", name="Do you know of a cooperation? Tell us")
    asked = parse_qs(urlsplit(form.get_attribute("href") or "").query)
    assert asked["title"] == ["New cooperation: Houffalize, Health"]
    assert asked["template"] == ["new-cooperation.en.yml"]
    search = none.get_by_role("link", name="Search the whole atlas")
    assert (search.get_attribute("href") or "").endswith("/search/?q=Houffalize")
    for name in ("CSV", "GeoJSON"):
        expect(page.locator("button", has_text=re.compile(f"^{name}$"))).to_be_disabled()


def test_where_filters_leave_nothing_it_is_said_what_each_keeps_away(
    look: Visit, atlas: Atlas
) -> None:
    page = explore(look, "?country=PH&theme=education&form=twinning")
    assert plain(page) == (
        "No cooperation has all of this: Country: Philippines; Theme: Education; Type: Twinning."
    )
    offers = page.locator(".atlas-explore-none li")
    chosen = {"country": {"PH"}, "theme": {"education"}, "form": {"twinning"}}
    left = {
        facet: len(passing(atlas, {name: chosen[name] for name in chosen if name != facet}))
        for facet in chosen
    }
    assert any(left.values())
    assert offers.count() == sum(map(bool, left.values()))
    facet = next(facet for facet in left if left[facet])
    name = {"country": "Country", "theme": "Theme", "form": "Type"}[facet]
    offers.filter(has_text=f"Without {name}").get_by_role("button").click()
    assert len(shown(page)) == left[facet]
    expect(page.get_by_role("heading", name="Results")).to_be_focused()


def test_a_name_that_is_near_is_offered(look: Visit) -> None:
    page = explore(look, "?q=Tanjer")
    page.locator(".atlas-explore-none").get_by_role("button", name="Tanger").click()
    assert shown(page) == {"saint-josse-tangier"}
    expect(page.get_by_label(FIELD)).to_have_value("Tanger")


@pytest.mark.languages("ar", "fr")
@pytest.mark.parametrize(
    ("language", "said"), [("fr", "1 choisi"), ("ar", "واحد مختار"), ("en", "1 chosen")]
)
def test_one_that_is_chosen_is_counted_as_one(look: Visit, language: str, said: str) -> None:
    page = explore(look, "?country=MA", language)
    count = page.locator('[data-facet="country"] .atlas-explore-chosen')
    expect(count).to_have_text(said)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_row_of_the_script_is_that_of_the_page(look: Visit, language: str) -> None:
    script = """() => [...document.querySelectorAll("tbody tr")].map((row) => [
        row.dataset.cooperation,
        [...row.cells].map((cell) => [cell.dataset.label, cell.innerText, cell.className]),
        [...row.querySelectorAll("a")].map((link) => [link.href, link.textContent]),
        [...row.querySelectorAll("span")].map((span) => span.className),
    ]).sort()"""
    page = explore(look, language=language)
    served = page.evaluate(script)
    page.locator("thead th button").first.click()
    page.wait_for_function("() => document.querySelector('th[aria-sort]')")
    assert page.evaluate(script) == served
    assert len(served) > 10


def test_explore_leads_to_the_list_with_what_it_was_asked(visit: Visit, atlas: Atlas) -> None:
    page = visit("explore/?country=MA&q=twinning#results")
    expect(page.locator(READY)).to_be_attached()
    assert urlsplit(page.url).path.endswith("/atlas/cooperations/") or "explore" not in page.url
    assert page.url.endswith("cooperations/?country=MA&q=twinning#results")
    assert shown(page) == passing(atlas, {"country": {"MA"}, "form": {"twinning"}})


def test_what_is_chosen_before_the_script_has_come_counts(
    visit: Visit, atlas: Atlas, address: str
) -> None:
    page = visit("about/")
    held: list[Route] = []
    page.route("**/explore/filters.json", lambda route: held.append(route))
    page.goto(f"{address}cooperations/", wait_until="commit")
    box(page, "country", "MA").check()
    expect(page.locator("tbody tr")).to_have_count(len(atlas.records.cooperations))
    page.wait_for_function("() => document.querySelector('.atlas-explore').ariaBusy === 'true'")
    for route in held:
        route.continue_()
    expect(page.locator(READY)).to_be_attached()
    assert shown(page) == passing(atlas, {"country": {"MA"}})


def test_each_choice_made_before_the_script_has_come_is_a_step_to_go_back_to(
    visit: Visit, atlas: Atlas, address: str
) -> None:
    page = visit("about/")
    held: list[Route] = []
    page.route("**/explore/filters.json", lambda route: held.append(route))
    page.goto(f"{address}cooperations/", wait_until="commit")
    expect(page.locator(READY)).to_be_attached()
    choose_twice_and_type(page)
    page.wait_for_function("() => document.querySelector('.atlas-explore').ariaBusy === 'true'")
    for route in held:
        route.continue_()
    expect(page).to_have_url(re.compile("q=twin$"))
    go_back_to_the_first(page, atlas)
    page.go_back()
    expect(box(page, "country", "MA")).not_to_be_checked()
    assert shown(page) == passing(atlas, {})


def test_the_list_stays_where_the_filters_cannot_be_loaded(
    visit: Visit, atlas: Atlas, address: str
) -> None:
    page = visit("about/")
    with lacking(page, "explore/filters.json"):
        page.goto(f"{address}cooperations/?country=MA")
    expect(status(page)).to_have_text("The filters could not be loaded. The list is complete.")
    assert shown(page) == set(atlas.records.cooperations)
    expect(page.get_by_label(FIELD)).to_be_hidden()


def test_a_map_whose_points_do_not_come_stays_a_picture(visit: Visit, address: str) -> None:
    page = visit("about/")
    with lacking(page, "explore/map.json"):
        page.goto(f"{address}cooperations/")
        page.locator(".atlas-map").scroll_into_view_if_needed()
    expect(page.locator(".atlas-map .atlas-still")).to_be_visible()


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("query", ["", "?country=MA&theme=health", "?q=Houffalize"])
def test_nothing_jumps_when_the_filters_come(
    visit: Visit, address: str, query: str, width: int
) -> None:
    page = visit("about/", width=width)
    page.route("**/leaflet.js", lambda route: route.abort())  # its legend is another test's
    page.goto(f"{address}cooperations/{query}")
    expect(page.locator(READY)).to_be_attached()
    assert page.evaluate(SHIFTS) < 0.002


def saved(page: Page, name: str) -> str:
    with page.expect_download() as download:
        page.get_by_role("button", name=name, exact=True).click()
    return Path(download.value.path()).read_bytes().decode()


def test_the_csv_holds_what_is_shown(visit: Visit, atlas: Atlas, address: str) -> None:
    page = explore(visit, "?country=MA&country=TR")
    text = saved(page, "CSV")
    assert text.startswith("id,title,")
    assert text.count("\n") == text.count("\r\n")
    rows = {row["id"]: row for row in csv.DictReader(io.StringIO(text, newline=""))}
    assert set(rows) == shown(page)
    row = rows["saint-josse-tangier"]
    assert row["title"] == "Twinning between Saint-Josse-ten-Noode and Tangier"
    assert (row["form"], row["form_name"]) == ("twinning", "Twinning")
    assert (row["countries"], row["country_names"]) == ("BE; MA", "Belgium; Morocco")
    assert row["partners"] == "Municipality of Saint-Josse-ten-Noode; City of Tangier"
    assert set(row["themes"].split("; ")) == values(atlas, "theme", "saint-josse-tangier")
    assert row["url"] == f"{address}cooperations/saint-josse-tangier/"


@pytest.mark.parametrize("begin", ["=", "+", "-", "@", "\t", "\r"])
def test_no_text_of_the_csv_is_taken_for_a_formula(
    visit: Visit, begin: str, site: Path, address: str
) -> None:
    rows = json.loads((site / "assets/explore/rows-en-0.json").read_text())
    rows["titles"] = [f'{begin}1+1, "quoted"' for _ in rows["titles"]]
    page = visit("")
    page.route("**/explore/rows-en-0.json", lambda route: route.fulfill(json=rows))
    page.goto(f"{address}cooperations/")
    expect(page.locator(READY)).to_be_attached()
    table = list(csv.DictReader(io.StringIO(saved(page, "CSV"), newline="")))
    assert table
    mark = " " if begin.isspace() else f"'{begin}"  # what ends a line is none in a cell
    assert {row["title"] for row in table} == {f'{mark}1+1, "quoted"'}


def test_the_geojson_holds_what_is_shown(visit: Visit, atlas: Atlas) -> None:
    page = explore(visit, "?form=twinning&form=network")
    found = json.loads(saved(page, "GeoJSON"))
    assert found["type"] == "FeatureCollection"
    features = found["features"]
    assert {feature["type"] for feature in features} == {"Feature"}
    ids = {one["id"] for one in features if one["properties"]["kind"] == "cooperation"}
    assert ids == shown(page)
    lines = {
        one["id"]: parts(one["geometry"])
        for one in features
        if one["geometry"] and one["geometry"]["type"].endswith("LineString")
    }
    assert lines == {id_: drawn(atlas, id_) for id_ in ids if atlas.ties[id_]}
    places = {
        one["properties"]["id"]: set(one["properties"]["cooperations"])
        for one in features
        if one["properties"]["kind"] == "place"
    }
    assert places == there(atlas, ids)


def parts(geometry: dict[str, Any]) -> list[list[list[float]]]:
    one = geometry["type"] == "LineString"
    return [geometry["coordinates"]] if one else list(geometry["coordinates"])


def drawn(atlas: Atlas, id_: str) -> list[list[list[float]]]:
    """The ends of every tie of a cooperation: longitude, latitude."""
    return [[point(atlas, tie.a), point(atlas, tie.b)] for tie in atlas.ties[id_]]


def point(atlas: Atlas, place: str) -> list[float]:
    at = atlas.records.places[place].coordinates
    assert at
    return [round(at.lon, 4), round(at.lat, 4)]


def there(atlas: Atlas, ids: Iterable[str]) -> dict[str, set[str]]:
    """The cooperations at each place that has a pin."""
    found: dict[str, set[str]] = {}
    for id_ in ids:
        for place in atlas.pins_of[id_]:
            found.setdefault(place, set()).add(id_)
    return found


def test_the_map_shows_the_places_of_what_is_found(visit: Visit) -> None:
    page = explore(visit, "?country=PH")
    pins = page.locator("#explore-map .atlas-pin")
    expect(pins).to_have_count(2)
    binalonan = page.get_by_role("button", name="Binalonan, 1 cooperation")
    binalonan.focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog")
    page.keyboard.press("Tab")
    expect(dialog.get_by_role("link", name="Binalonan", exact=True)).to_be_focused()
    page.keyboard.press("Escape")
    expect(binalonan).to_be_focused()
    shaded = page.locator("#explore-map .leaflet-pane .atlas-shaded")
    expect(shaded).to_have_count(2)


def many(page: Page, site: Path, address: str, times: int) -> None:
    """Open the page with every cooperation so many times."""
    filters = json.loads((site / "assets/explore/filters.json").read_text())
    rows = json.loads((site / "assets/explore/rows-en-0.json").read_text())
    lies = json.loads((site / "assets/explore/map.json").read_text())
    count = filters["count"]
    for facet in filters["facets"].values():
        facet["of"] *= times
    for columns in (filters, rows, lies):
        for name in {"wholes", "more", "left"} & {*columns}:
            columns[name] = {
                int(at) + time * count: said
                for at, said in columns[name].items()
                for time in range(times)
            }
        for name, column in columns.items():
            if isinstance(column, list):
                columns[name] = column * times
    filters["count"] *= times
    filters["at_once"] = filters["count"]
    for name, content in (("filters", filters), ("rows-en-0", rows), ("map", lies)):
        page.route(f"**/explore/{name}.json", partial(answer, content))
    page.goto(f"{address}cooperations/")
    page.get_by_label(FIELD).focus()
    expect(page.locator("tbody tr")).to_have_count(50)
    settled(page)


def answer(content: object, route: Route) -> None:
    route.fulfill(json=content)


INK = """canvas => {
  const { width, height } = canvas;
  const { data } = canvas.getContext("2d").getImageData(0, 0, width, height);
  const box = canvas.getBoundingClientRect();
  const map = canvas.closest(".atlas-map").getBoundingClientRect();
  const found = [];
  for (let at = 3; at < data.length; at += 4) {
    const [x, y] = [((at - 3) / 4) % width, Math.floor((at - 3) / 4 / width)];
    const [left, top] = [box.x + (x * box.width) / width, box.y + (y * box.height) / height];
    const isBlue = data[at] > 250 && data[at - 1] > data[at - 3] + 60; // a twinning, not a dot
    const isIn = left > map.x && left < map.right && top > map.y && top < map.bottom;
    if (isBlue && isIn) found.push([left, top]);
  }
  return found;
}"""
"""Where a canvas shows a line, in pixels of the window."""


def ink(page: Page) -> list[tuple[float, float]]:
    """Where the map shows lines, once it has drawn them."""
    canvas = page.locator(".atlas-crowd:not(.atlas-crowd-spare)").first
    page.wait_for_function(f"canvas => ({INK})(canvas).length", arg=canvas.element_handle())
    found: list[tuple[float, float]] = canvas.evaluate(INK)
    return found


def test_pointing_at_a_line_says_what_it_is_and_lights_its_row(visit: Visit) -> None:
    page = explore(visit, "?q=eskisehir")
    points = ink(page)
    page.mouse.move(*points[len(points) // 2])
    title = "Twinning between Saint-Josse-ten-Noode and Eskişehir"
    parties = "Municipality of Saint-Josse-ten-Noode – Eskişehir Metropolitan Municipality"
    said = page.locator(".leaflet-tooltip > div > div")
    expect(said).to_have_count(3)
    texts = said.all_inner_texts()
    assert texts[:2] == [page.locator("tbody th").inner_text(), "Twinning"], title
    assert texts[2].split(" – ") == page.locator("tbody .atlas-partner > a").all_inner_texts()
    assert len(texts[2].split(" – ")) == 2, parties
    expect(page.locator("tr.atlas-lit")).to_have_count(1)
    page.mouse.click(*points[len(points) // 2])
    expect(page.get_by_role("dialog").get_by_role("link", name=texts[0])).to_be_visible()
    page.keyboard.press("Escape")
    page.mouse.move(5, 5)
    expect(page.locator(".leaflet-tooltip")).to_have_count(0)
    expect(page.locator("tr.atlas-lit")).to_have_count(0)


def test_a_row_that_is_pointed_at_or_focused_lights_its_line(visit: Visit) -> None:
    page = explore(visit, "?form=twinning")
    page.set_viewport_size({"width": 1280, "height": 1600})  # a page that scrolls moves the pointer
    ink(page)
    lit = page.locator(".atlas-crowd").last
    expect(lit).to_be_hidden()
    row = page.locator('tr[data-cooperation="saint-josse-eskisehir"]')
    row.get_by_role("link").first.focus()
    expect(row).to_have_class(re.compile("atlas-lit"))
    expect(page.locator(".atlas-has-lit")).to_have_count(1)
    expect(lit).to_be_visible()
    assert lit.evaluate(INK)
    name = row.get_by_role("link").first.inner_text()
    expect(page.locator(".leaflet-tooltip")).to_contain_text(name)
    page.locator("#explore-q").focus()
    expect(page.locator(".leaflet-tooltip")).to_have_count(0)
    expect(lit).to_be_hidden()


def cells(page: Page, column: int) -> list[str]:
    return settled(page).locator(f"tbody tr > :nth-child({column})").all_inner_texts()


def test_a_heading_sorts_all_that_is_found_not_only_what_is_shown(
    visit: Visit, site: Path, address: str
) -> None:
    page = visit("")
    many(page, site, address, 4)
    heading = page.get_by_role("columnheader", name="Cooperation")
    heading.get_by_role("button").press("Enter")
    expect(heading).to_have_attribute("aria-sort", "ascending")
    expect(heading.get_by_role("button")).to_be_focused()
    shown_first = cells(page, 1)
    assert len(shown_first) == 50
    assert [shown_first.count(one) for one in shown_first[:48]] == [4] * 48
    heading.get_by_role("button").press("Space")
    expect(heading).to_have_attribute("aria-sort", "descending")
    assert not set(cells(page, 1)) & set(shown_first[:4])


def test_the_order_stays_when_the_filters_change(visit: Visit) -> None:
    page = explore(visit)
    status = page.get_by_role("columnheader", name="Status")
    status.get_by_role("button").click()
    box(page, "country", "MA").check()
    expect(status).to_have_attribute("aria-sort", "ascending")
    found = cells(page, 5)
    assert len(found) > 1
    assert found == sorted(found)


def test_the_starts_that_are_not_recorded_come_last_both_ways(visit: Visit) -> None:
    page = explore(visit)
    since = page.get_by_role("columnheader", name="Since").get_by_role("button")
    for _ in range(2):
        since.click()
        unknown = [text.strip() == "not recorded" for text in cells(page, 4)]
        assert any(unknown)
        assert unknown == sorted(unknown)


def test_the_map_goes_to_a_country_among_those_found(visit: Visit) -> None:
    page = explore(visit, "?country=PH")
    choice = page.get_by_label("Zoom to a country")
    options = ["Zoom to a country", "The whole map", "Belgium", "Philippines"]
    expect(choice.locator("option")).to_have_text(options)
    choice.select_option("Philippines")
    said = page.locator(".atlas-map [role=status]")
    expect(said).to_have_text("On the map now: Philippines")
    belgium = page.locator("#explore-map .atlas-pin", has_text="")
    expect(belgium.first).to_be_attached()
    box(page, "country", "MA").check()
    expect(choice).to_have_value("")
    expect(choice.locator("option", has_text="Morocco")).to_have_count(1)


def test_a_long_table_is_shown_fifty_rows_at_a_time(
    visit: Visit, site: Path, address: str, atlas: Atlas
) -> None:
    page = visit("")
    many(page, site, address, 4)
    rows = page.locator("tbody tr")
    total = 4 * len(atlas.records.cooperations)
    assert total > 100
    expect(status(page)).to_have_text(re.compile(r"^64 cooperations"))
    expect(rows).to_have_count(50)
    more = page.get_by_role("button", name="Show 50 more")
    more.click()
    expect(rows).to_have_count(100)
    expect(rows.nth(50).get_by_role("link").first).to_be_focused()
    page.get_by_role("button", name=f"Show {total - 100} more").click()
    expect(rows).to_have_count(total)
    expect(page.locator(".atlas-explore-more")).to_be_hidden()


def test_on_a_narrow_screen_the_filters_fold_into_one(visit: Visit) -> None:
    page = explore(visit, width=390)
    filters = page.locator(".atlas-explore-fold")
    expect(filters).to_have_attribute("aria-expanded", "false")
    expect(box(page, "country", "MA")).to_be_hidden()
    filters.click()
    expect(filters).to_have_attribute("aria-expanded", "true")
    box(page, "country", "MA").check()
    expect(filters).to_have_text(re.compile(r"Filters\s+1 chosen"))


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_axe_finds_nothing_in_the_filters_and_what_they_find(
    visit: Visit, language: str, scheme: Scheme, width: int
) -> None:
    page = explore(visit, "?country=BE&country=MA", language, width=width, scheme=scheme)
    open_all(page)
    if width < 600:
        open_map(page)
    expect(page.locator("#explore-map .atlas-pin").first).to_be_visible()
    found = Axe().run(page)
    assert found.response["passes"], "axe did not check anything"
    assert not found.violations_count, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_script_there_are_lists_of_everything(
    visit: Visit, atlas: Atlas, language: str
) -> None:
    page = visit(f"{PREFIXES[language]}cooperations/", javascript=False)
    expect(page.locator(".atlas-explore-asked, .atlas-explore-save").first).to_be_hidden()
    expect(page.locator(".atlas-notice")).to_be_visible()
    expect(page.locator("tbody th a")).to_have_count(len(atlas.records.cooperations))
    assert shown(page) == set(atlas.records.cooperations)
    lists = page.locator(".atlas-explore-lists")
    expect(lists.get_by_role("heading", level=3)).to_have_count(5)
    open_all(page)
    addresses: list[str] = lists.locator("a").evaluate_all("links => links.map((one) => one.href)")
    ends = ["/".join(address.split("/")[-3:-1]) for address in addresses]
    by = {
        facet: {value for id_ in atlas.records.cooperations for value in values(atlas, facet, id_)}
        for facet in FACETS
    }
    assert sorted(ends) == sorted(
        [
            *(f"countries/{code.lower()}" for code in by["country"]),
            *(f"themes/{theme}" for theme in by["theme"]),
            *(f"goals/{goal}" for goal in by["goal"]),
            *(f"explore/{form}" for form in by["form"]),
            *(f"explore/{one if one == 'undated' else f'{one}s'}" for one in by["decade"]),
        ]
    )
    for link in ("explore/twinning", "explore/2010s"):
        lists.locator(f'a[href$="{link}/"]').click()
        facet, value = ("form", "twinning") if "twinning" in link else ("decade", "2010")
        assert shown(page) == passing(atlas, {facet: {value}})
        page.go_back()
        open_all(page)


def test_a_line_over_the_antimeridian_is_cut_there(visit: Visit) -> None:
    page = visit("about/")
    script = """async () => {
        const file = new URL("../assets/javascripts/atlas-explore-save.js", document.baseURI);
        const { geojson } = await import(file);
        const places = [[178, -18], [-172, -14]].map((at, id) => ({ id: `p${id}`, at }));
        const fields = { title: "", url: "", since: "", list: () => [], values: () => "" };
        const one = { id: "fiji-samoa", ties: [[0, 1]], pins: [0, 1], ...fields };
        const none = { id: "nowhere", ties: [], pins: [], ...fields };
        return geojson([one, none], (place) => places[place]);
    }"""
    features = json.loads(page.evaluate(script))["features"]
    assert features[0]["geometry"] == {
        "type": "MultiLineString",
        "coordinates": [[[-172, -14], [-180, -17.2]], [[180, -17.2], [178, -18]]],
    }
    assert features[1]["geometry"] is None
    assert [one["id"] for one in features[2:]] == ["place/p0", "place/p1"]


def test_the_filter_takes_more_facets_than_there_are(visit: Visit) -> None:
    page = explore(visit)
    answers = page.evaluate(
        """async () => {
          const script = document.querySelector('script[src$="atlas-explore.js"]').src;
          const { Filter } = await import(new URL("atlas-explore-filter.js", script));
          const names = Array.from({ length: 12 }, (_, at) => `facet-${at}`);
          const column = { values: ["x", "y"], occurs: [[0], [1]], of: [0, 1] };
          const columns = names.map((name) => [name, column]);
          const filter = new Filter({ count: 2, facets: Object.fromEntries(columns) }, []);
          filter.learnTitles(["Alpha", "Beta"]);
          const nothing = Object.fromEntries(names.map((name) => [name, new Set()]));
          return names.map((name) => {
            const answer = filter.answer({ ...nothing, [name]: new Set(["x"]), q: "" });
            const searched = filter.answer({ ...nothing, [name]: new Set(["x"]), q: "alpha" });
            const numbers = ({ counts }) => [...counts[name].values()];
            return [answer, searched].map((each) => [each.found, numbers(each)]);
          });
        }"""
    )
    assert answers == [[[[0], [1, 1]], [[0], [1, 0]]]] * 12
