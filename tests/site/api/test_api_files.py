"""What the files of single things say: the record, what it names, and both tiers apart."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from atlas.graph.breadth import MOST_NAMED
from atlas.model import MODELS
from atlas.site.api import unit_files
from atlas.site.api.unit_files import find_unit
from atlas.site.exports import dataset
from atlas.site.units import Unit
from tests.frozen_records import LISTED_PAIRS, LIVES, REGISTERS, RICH
from tests.network import network
from tests.site.api.published import WHOLE, atlas_of, contents, files, read


def test_a_town_that_a_register_alone_knows_is_told_whole() -> None:
    assert read(REGISTERS, "places/aalst-be") == {
        "kind": "places",
        "id": "aalst-be",
        "tier": "listed",
        "licence": "CC0-1.0",
        "pages": {
            "en": "https://atlas.example/places/aalst-be/",
            "ar": "https://atlas.example/ar/places/aalst-be/",
        },
        "record": {
            "id": "aalst-be",
            "names": {"en": "Aalst", "fr": "Alost"},
            "type": "unspecified",
            "countries": ["BE"],
            "coordinates": {
                "lat": 50.9383,
                "lon": 4.0392,
                "exactness": "approximate",
                "source": "wikidata",
            },
            "sources": [{"source": "wikidata"}],
        },
        "counts": {"cooperations": 0, "parts": 0, "memberships": 0, "listed_ties": 1},
        "cooperations": [],
        "listed_ties": [
            {
                "id": "aalst-be-gabrovo-bg",
                "tier": "listed",
                "places": ["aalst-be", "gabrovo-bg"],
                "form": "twinning",
                "start": "1975",
                "as_of": "2017-05",
                "registers": ["wikidata"],
            }
        ],
        "registers": {
            "wikidata": {
                "title": "Wikidata",
                "licence": "CC0-1.0",
                "licence_url": "https://creativecommons.org/publicdomain/zero/1.0/",
                "as_of": "2017-05",
            }
        },
        "named": {
            "places": {
                "aalst-be": {
                    "name": "Aalst",
                    "countries": ["BE"],
                    "lat": 50.9383,
                    "lon": 4.0392,
                },
                "gabrovo-bg": {
                    "name": "Gabrovo",
                    "countries": ["BG"],
                    "lat": 42.8667,
                    "lon": 25.3333,
                },
            },
            "sources": {"wikidata": {"name": "Wikidata"}},
            "countries": {"BE": {"name": "Belgium"}, "BG": {"name": "Bulgaria"}},
        },
    }


def test_a_record_is_there_as_it_is_with_names_for_all_that_it_refers_to() -> None:
    found = read(RICH, "cooperations/two-deltas")
    record, named = found["record"], found["named"]
    assert record["dates"] == {"actual_start": "2019-03", "planned_end": "2022"}
    assert record["themes"][0] == {
        "theme": "water",
        "assigned_by": "source",
        "source": "call-text",
    }
    assert record["title"]["ar"] == "دلتاوان ونهر واحد"
    assert "office_holders" not in record
    assert {one["actor"] for one in record["parties"]} <= named["actors"].keys()
    assert named["actors"]["delta-county"]["name"]
    assert named["actors"]["delta-county"]["countries"] == ["FR"]
    assert named["goals"]["6"] == {"name": "Clean water and sanitation"}
    assert named["dac-sectors"]["12220"] == {"name": "Basic health care"}
    assert named["themes"].keys() == {"health", "water"}
    assert {"call-text", "project-page"} <= named["sources"].keys()


def test_a_moment_between_two_dates_stays_one_in_the_record_and_is_one_of_a_set_in_lists() -> None:
    between = {"earliest": "2014-03", "latest": "2014-11"}
    record = read(WHOLE, "cooperations/fen-isle")["record"]
    assert record["dates"]["actual_start"] == between
    starts = {one["id"]: one.get("actual_start") for one in read(WHOLE, "cooperations")["items"]}
    assert starts["fen-isle"] == "[2014-03..2014-11]"


def test_the_tiers_stand_apart_and_are_never_added_up() -> None:
    country = read(REGISTERS, "countries/be")
    assert country["counts"] == {
        "cooperations": 3,
        "parts": 0,
        "memberships": 0,
        "listed_ties": len(LISTED_PAIRS),
    }
    assert {one["tier"] for one in country["cooperations"]} == {"researched"}
    assert country["listed_ties"] == "https://atlas.example/api/v1/listed-ties/be.json"
    ties = read(REGISTERS, "listed-ties/be")
    assert [one["id"] for one in ties["listed_ties"]] == [*LISTED_PAIRS]
    assert ties["tier"] == "listed"
    assert ties["registers"]["assembly"]["licence"] == "CC-BY-4.0"
    index = read(REGISTERS, "index")
    assert index["counts"]["researched"]["cooperations"] == 3
    assert index["counts"]["listed"] == {"ties": 7, "researched_too": 1, "places": 10}
    assert {one["id"]: one["ties"] for one in index["registers"]} == {"assembly": 2, "wikidata": 6}


def test_a_researched_tie_names_the_registers_that_list_it_too() -> None:
    found = [
        read(REGISTERS, f"cooperations/{one['id']}")
        for one in read(REGISTERS, "cooperations")["items"]
    ]
    [listed] = [one for one in found if one["listed_ties"]]
    assert listed["tier"] == "researched"
    assert listed["listed_ties"][0]["tier"] == "listed"
    assert listed["registers"]


def test_a_town_and_its_authority_have_a_file_each_and_one_page() -> None:
    authority_of = atlas_of(LIVES).authority_of
    assert authority_of
    for place, actor in authority_of.items():
        town, body = read(LIVES, f"places/{place}"), read(LIVES, f"actors/{actor}")
        assert town["pages"] == body["pages"]
        assert (town["authority"], body["place"]) == (actor, place)


@pytest.mark.parametrize("data", [REGISTERS, RICH, LIVES, WHOLE])
def test_every_record_and_every_listed_place_has_a_file(data: Path) -> None:
    records = atlas_of(data).records
    wanted = {f"api/v1/{kind}/{id_}.json" for kind in MODELS for id_ in getattr(records, kind)}
    assert wanted <= files(data).keys()


@pytest.mark.parametrize("data", [REGISTERS, LIVES])
def test_a_file_is_found_by_its_address(data: Path) -> None:
    site = contents(atlas_of(data))
    for path, content in files(data).items():
        if path.count("/") == 3 and "/schemas/" not in path:
            unit = find_unit(site.atlas, path)
            assert unit
            assert dict(unit_files.of_unit(site.contexts[0], unit))[path] == content
    for path in ("places/a/index.html", "api/v1/index.json", "api/v1/forms/a.json"):
        assert find_unit(site.atlas, path) is None


def test_a_list_of_cooperations_is_a_table_of_codes_and_names() -> None:
    text = files(REGISTERS)["api/v1/countries/ma.csv"].decode()
    [row] = csv.DictReader(io.StringIO(text, newline=""))
    assert {name: value for name, value in row.items() if value} == {
        "id": "saint-josse-tangier",
        "tier": "researched",
        "title": "Twinning between Saint-Josse-ten-Noode and Tangier",
        "title_language": "en",
        "form": "twinning",
        "form_name": "Twinning",
        "actual_start": "2014",
        "actual_start_earliest": "2014-01-01",
        "actual_start_latest": "2014-12-31",
        "began": "2014",
        "began_earliest": "2014-01-01",
        "began_latest": "2014-12-31",
        "status": "implementation",
        "status_name": "Listed as active",
        "state": "ongoing",
        "status_as_of": "2020-12-17",
        "status_as_of_earliest": "2020-12-17",
        "status_as_of_latest": "2020-12-17",
        "countries": "BE MA",
        "country_names": "Belgium; Morocco",
        "parties": "saint-josse-ten-noode tangier",
        "party_names": "Authority of Saint-Josse-ten-Noode; Authority of Tangier",
        "party_count": "2",
        "parties_open": "false",
        "themes": "health",
        "theme_names": "Health",
        "summary": "Two towns are twinned. This summary was never written in Arabic.",
        "sources": "town-pages",
        "last_verified": "2026-01-31",
        "page": "https://atlas.example/cooperations/saint-josse-tangier/",
    }


@pytest.mark.parametrize("data", [REGISTERS, RICH, WHOLE])
def test_the_rows_of_a_table_are_those_of_the_table_of_all(data: Path) -> None:
    every = dict(dataset.files(contents(atlas_of(data))))["assets/data/cooperations.csv"]
    heading, *rows = every.decode().splitlines(keepends=True)
    tables = [text.decode() for path, text in files(data).items() if path.endswith(".csv")]
    assert tables
    for text in tables:
        own = text.splitlines(keepends=True)
        assert own[0] == heading
        assert own[1:] == [row for row in rows if row in own]


def test_there_is_a_table_where_a_page_lists_cooperations_and_nowhere_else() -> None:
    tables = {path for path in files(REGISTERS) if path.endswith(".csv")}
    assert "api/v1/places/tangier.csv" in tables
    assert "api/v1/places/aalst-be.csv" not in tables
    for path in tables:
        kind, name = path.removeprefix("api/v1/").removesuffix(".csv").split("/")
        assert read(REGISTERS, f"{kind}/{name}")["cooperations"]


def test_a_file_of_a_member_does_not_grow_with_the_others() -> None:
    few, many = (
        dict(unit_files.of_unit(contents(network(members)).contexts[0], Unit("actors", "town-3")))
        for members in (40, 90)
    )
    for path, content in few.items():
        assert len(many[path]) < len(content) + 100, "the same but for digits"
    [item] = json.loads(many["api/v1/actors/town-3.json"])["cooperations"]
    assert item["party_count"] == 91
    assert len(item["parties"]) == MOST_NAMED
