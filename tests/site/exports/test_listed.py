"""What registers list, to take home: a line for each register that lists a pair, whole and safe."""

from __future__ import annotations

import csv
import io
import json

from atlas.graph.relate import Atlas
from atlas.site.exports import dataset, listed
from tests.hostile.formulas import HOSTILE, formulas
from tests.pages import listed_atlas
from tests.site.dataset import made

ALL = "assets/data/listed-ties"


def files(atlas: Atlas) -> dict[str, str]:
    """The files of all listed ties, and those of each country."""
    site = made.site_of(atlas)
    found = [*dataset.files(site), *listed.files(site)]
    return {
        path: content.decode()
        for path, content in found
        if path.startswith(ALL) and not path.endswith(".parquet")
    }


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_each_register_s_word_on_a_pair_is_a_line() -> None:
    atlas = listed_atlas.frozen()
    made = files(atlas)
    lines = rows(made[f"{ALL}.csv"])
    assert sorted(line["id"] for line in lines) == sorted(atlas.records.ties)
    by_id = {line["id"]: line for line in lines}
    assert by_id["assembly/bocholt-be-bocholt-de"] == {
        "id": "assembly/bocholt-be-bocholt-de",
        "a_id": "bocholt-be",
        "a_name": "Bocholt",
        "a_country": "BE",
        "a_lat": "51.1722",
        "a_lon": "5.5794",
        "a_wikidata": "",
        "b_id": "bocholt-de",
        "b_name": "Bocholt",
        "b_country": "DE",
        "b_lat": "51.83333",
        "b_lon": "6.61667",
        "b_wikidata": "",
        "form": "twinning",
        "form_as_stated": "",
        "start": "1962",
        "start_earliest": "1962-01-01",
        "start_latest": "1962-12-31",
        "start_as_stated": "",
        "end": "",
        "end_earliest": "",
        "end_latest": "",
        "stated_by": "register",
        "tier": "listed",
        "register": "assembly",
        "register_title": "List assembly",
        "as_of": "2019",
        "as_of_earliest": "2019-01-01",
        "as_of_latest": "2019-12-31",
        "licence": "CC-BY-4.0",
        "reference_url": "",
        "locator": "",
        "cooperations": "",
        "url": "https://atlas.example/places/bocholt-be/#bocholt-be-bocholt-de",
    }
    researched = by_id["wikidata/eskisehir-saint-josse-ten-noode"]
    assert researched["cooperations"] == "saint-josse-eskisehir"


def test_a_country_has_the_lines_of_its_places_and_of_its_territories() -> None:
    made = files(listed_atlas.frozen())
    lines = rows(made[f"{ALL}.csv"])
    for code, codes in {"be": {"BE"}, "fr": {"FR", "RE"}, "re": {"RE"}, "ee": {"EE"}}.items():
        own = [line for line in lines if {line["a_country"], line["b_country"]} & codes]
        assert own
        assert rows(made[f"{ALL}-{code}.csv"]) == own
    countries = {line[end] for line in lines for end in ("a_country", "b_country")}
    names = {f"{ALL}-{code.lower()}.csv" for code in countries | {"FR"}}
    assert made.keys() == names | {f"{ALL}.csv", f"{ALL}.jsonl"}


def test_json_lines_say_the_same_and_leave_out_what_is_not_known() -> None:
    made = files(listed_atlas.frozen())
    objects = [json.loads(line) for line in made[f"{ALL}.jsonl"].splitlines()]
    lines = rows(made[f"{ALL}.csv"])
    assert [{key: str(value) for key, value in one.items()} for one in objects] == [
        {key: value for key, value in line.items() if value} for line in lines
    ]
    assert {type(one["a_lat"]) for one in objects if "a_lat" in one} == {float}


def test_points_stay_numbers_and_no_name_begins_a_formula() -> None:
    point = {"lat": -33.4, "lon": -70.6, "exactness": "approximate", "source": "list"}
    names = [text for text in HOSTILE if "\n" not in text]  # a record has no others
    towns = [
        listed_atlas.place(f"t{at}-cl", name, coordinates=point) for at, name in enumerate(names)
    ]
    ties = [listed_atlas.tie(town.id, "z-ee", locator=town.names["en"]) for town in towns]
    made = files(listed_atlas.atlas([*towns, listed_atlas.place("z-ee")], ties, title="=1+1"))
    for path, content in made.items():
        if path.endswith(".csv"):
            assert [*formulas(content.replace(",-33.4,-70.6,", ",,,"))] == []
            assert {line["a_lat"] for line in rows(content)} == {"-33.4"}
    assert [json.loads(line)["locator"] for line in made[f"{ALL}.jsonl"].split("\n")[:-1]] == [
        tie.locator for tie in sorted(ties, key=lambda tie: tie.pair)
    ]


def test_without_registers_there_is_nothing_to_take_home() -> None:
    assert files(listed_atlas.atlas([], [])) == {}
