"""The files of what registers list: apart from those of cooperations, and fitting each other."""

from __future__ import annotations

import json
from typing import Any

import pytest

from atlas.checks import load
from atlas.graph import facets
from atlas.graph.edition import Edition
from atlas.graph.relate import Atlas, relate
from atlas.i18n import languages
from atlas.maps.static import StaticMaps
from atlas.pages import search_form
from atlas.pages.page import Maps, PageContext, SiteInfo
from atlas.site.contents import SiteContents
from atlas.site.exports import (
    explore,
    explore_listed,
    explore_listed_map,
    explore_listed_rows,
    search_words,
)
from tests.frozen_records import ATLAS, LISTED_PAIRS, REGISTERS
from tests.site_languages import LANGUAGES

PAIRS = [*LISTED_PAIRS]
MODULES = (explore_listed, explore_listed_rows, explore_listed_map)


def contents(data: Any) -> SiteContents:
    loaded = load.read(data)
    assert not loaded.problems
    every = languages.load(LANGUAGES, "en")
    atlas = relate(loaded.records)
    maps, info = Maps(StaticMaps(loaded.outlines)), SiteInfo("", {}, "", {})
    contexts = [PageContext(Edition(atlas, one, every), 2, maps, info) for one in every]
    return SiteContents(contexts, loaded.outlines)


@pytest.fixture(scope="module")
def site() -> SiteContents:
    return contents(REGISTERS)


@pytest.fixture(scope="module")
def atlas(site: SiteContents) -> Atlas:
    return site.atlas


@pytest.fixture(scope="module")
def files(site: SiteContents) -> dict[str, dict[str, Any]]:
    """Each file by its name."""
    made = [module.files(site) for module in MODULES]
    found = [each for files in made for each in files]
    return {path.rpartition("/")[2]: json.loads(content) for path, content in found}


def spread(column: dict[str, list[Any]], count: int = len(PAIRS)) -> list[Any]:
    """What a column says of each."""
    return [column["occurs"][at] for at in column["of"] or [0] * count]


def values(files: dict[str, dict[str, Any]], facet: str) -> dict[str, list[str]]:
    """The values of a facet by the pair's id."""
    column = files["listed.json"]["facets"][facet]
    return dict(
        zip(PAIRS, ([column["values"][at] for at in each] for each in spread(column)), strict=True)
    )


def test_an_atlas_without_registers_has_no_such_files_and_no_facets_of_theirs() -> None:
    site = contents(ATLAS)
    assert not [path for module in MODULES for path, _ in module.files(site)]
    assert not {*facets.in_use(site.atlas)} & {*facets.OF_REGISTERS}


def test_each_pair_that_nobody_has_researched_stands_there_once(
    files: dict[str, dict[str, Any]], atlas: Atlas
) -> None:
    assert files["listed.json"]["count"] == len(PAIRS)
    for name in ("listed-map.json", "listed-rows-nl-0.json"):
        columns = files[name]
        ids = columns["places"]["ids"]
        found = [f"{ids[a]}-{ids[b]}" for a, b in zip(columns["a"], columns["b"], strict=True)]
        assert found == PAIRS == [*atlas.listed.unresearched]
    assert files["listed-rows-nl-0.json"]["ids"] == {}
    assert "eskisehir-saint-josse-ten-noode" not in found


@pytest.mark.parametrize(
    ("facet", "pair", "expected"),
    [
        ("country", "bocholt-be-bocholt-de", ["BE", "DE"]),
        ("country", "antwerp-be-saint-denis-re", ["BE", "FR", "RE"]),
        ("form", "bocholt-be-bocholt-de", ["twinning"]),
        ("form", "antwerp-be-saint-denis-re", []),
        ("status", "antwerp-be-gabrovo-bg", ["unknown"]),
        ("decade", "bocholt-be-bocholt-de", ["1960"]),
        ("decade", "houffalize-be-turi-ee", ["undated"]),
        ("theme", "houffalize-be-turi-ee", []),
        ("evidence", "houffalize-be-turi-ee", ["listed"]),
        ("register", "bocholt-be-bocholt-de", ["assembly", "wikidata"]),
        ("register", "ghent-be-turi-ee", ["assembly"]),
        ("stated", "bocholt-be-bocholt-de", ["both"]),
        ("stated", "houffalize-be-turi-ee", ["a"]),
        ("stated", "blaj-ro-houffalize-be", ["a"]),
        ("stated", "ghent-be-turi-ee", ["register"]),
    ],
)
def test_every_pair_has_its_values_in_every_facet(
    files: dict[str, dict[str, Any]], facet: str, pair: str, expected: list[str]
) -> None:
    assert values(files, facet)[pair] == expected


def test_a_pair_says_who_lists_it_as_of_when_and_under_which_licence(
    files: dict[str, dict[str, Any]],
) -> None:
    rows = files["listed-rows-fr-0.json"]
    registers, days = files["listed.json"]["registers"], rows["days"]
    assert registers == {"ids": ["assembly", "wikidata"], "licences": ["CC-BY-4.0", "CC0-1.0"]}
    said = dict(zip(PAIRS, rows["said"], strict=True))
    assert {
        (registers["ids"][register], days[day][0])
        for register, day in said["bocholt-be-bocholt-de"]
    } == {("assembly", "2019"), ("wikidata", "2017-05")}
    for column in ("since", "starts"):
        since = dict(zip(PAIRS, rows[column], strict=True))
        assert since["bocholt-be-bocholt-de"] == "1961"
        assert since["houffalize-be-turi-ee"] == ""
    ended = {str(PAIRS.index("antwerp-be-gabrovo-bg")): ["2010", "Ended in 2010"]}
    assert files["listed-rows-en-0.json"]["ends"] == ended
    assert rows["stated"] == {str(PAIRS.index("antwerp-be-saint-denis-re")): "contact"}


def test_places_have_the_pages_that_links_lead_to(
    files: dict[str, dict[str, Any]], site: SiteContents
) -> None:
    edition = site.editions[0]
    for name in ("listed-map.json", "listed-rows-en-0.json"):
        places = files[name]["places"]
        for at, id_ in enumerate(places["ids"]):
            assert places["paths"].get(str(at), f"places/{id_}/") == edition.place(id_).path
    places = files["listed-map.json"]["places"]
    at = places["ids"].index("saint-denis-re")
    assert (places["lon"][at], places["lat"][at]) == (None, None)
    at = places["ids"].index("ghent-be")
    assert (places["lon"][at], places["lat"][at]) == (3.731, 51.054)


def test_texts_stand_in_the_order_of_the_columns_and_foreign_ones_are_marked(
    files: dict[str, dict[str, Any]],
) -> None:
    ids = files["listed-map.json"]["places"]["ids"]
    called = files["listed-places-ar.json"]["names"]
    assert called == files["listed-rows-ar-0.json"]["places"]["names"]
    names = dict(zip(ids, called, strict=True))
    assert names["gabrovo-bg"] == "غابروفو"
    assert names["houffalize-be"] == ["Houffalize", "en"]
    assert files["listed-places-nl.json"]["names"][ids.index("ghent-be")] == "Gent"
    days = [said for _, said in files["listed-rows-fr-0.json"]["days"]]
    assert days == ["mars 2015", "mai 2017", "2019"]
    columns = files["listed.json"]["facets"]
    for facet, labels in files["listed-ar.json"]["labels"].items():
        assert len(labels) == len(columns[facet]["values"]), facet


def test_a_town_is_found_by_its_names_in_all_languages(
    files: dict[str, dict[str, Any]],
) -> None:
    columns, names = files["listed-map.json"], files["listed-names.json"]
    at = columns["places"]["ids"].index("ghent-be")
    assert {"ghent", "gent", "gand"} <= {*names["actors"][at].split()}
    assert names["parties"] == [list(ends) for ends in zip(columns["a"], columns["b"], strict=True)]


def test_what_is_researched_counts_as_it_did(site: SiteContents) -> None:
    written = dict(explore.files(site))
    records = json.loads(written["assets/explore/filters.json"])
    assert records["count"] == len(site.atlas.records.cooperations) == 3
    assert records["facets"]["country"]["values"] == ["BE", "CD", "MA", "TR"]
    register = records["facets"]["register"]
    named = {
        id_: [register["values"][at] for at in each]
        for id_, each in zip(site.table.ids, spread(register, 3), strict=True)
    }
    assert named == {
        "saint-josse-eskisehir": ["wikidata"],
        "saint-josse-kinshasa": [],
        "saint-josse-tangier": [],
    }


def test_the_search_knows_towns_and_countries_that_only_registers_know(
    site: SiteContents,
) -> None:
    country = next(one for one in search_form.choices(site.contexts[0]) if one.id == "country")
    assert ("ee", "Estonia") in country.options
    shares = dict(search_words.files(site)).items()
    names = {
        name
        for path, share in shares
        if path.endswith(".txt")
        for name in share.decode().split("\n")
    }
    assert {"Houffalize", "Estonia", "إستونيا", "Türi", "Gand"} <= names
