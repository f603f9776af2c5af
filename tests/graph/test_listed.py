"""What registers list is related: each pair once, its witnesses, and what is researched of it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from atlas.checks import load
from atlas.graph import relate
from atlas.graph.relate import Atlas
from tests import frozen_records


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    loaded = load.read(frozen_records.REGISTERS)
    assert loaded.problems == []
    return relate.relate(loaded.records)


def test_a_pair_that_two_registers_list_is_one_with_two_witnesses(atlas: Atlas) -> None:
    pair = atlas.listed.pairs["bocholt-be-bocholt-de"]
    assert [tie.source for tie in pair.ties] == ["assembly", "wikidata"]
    assert (pair.start, pair.as_of) == (pair.ties[1].start, pair.ties[0].as_of)
    assert pair.is_stated_by_both
    for register in ("assembly", "wikidata"):
        assert pair.id in atlas.listed.by_register[register]


def test_a_pair_stated_by_one_side_is_not_stated_by_both(atlas: Atlas) -> None:
    assert not atlas.listed.pairs["houffalize-be-turi-ee"].is_stated_by_both
    assert not atlas.listed.pairs["ghent-be-turi-ee"].is_stated_by_both


def test_what_is_researched_is_listed_by_the_cooperation_alone(atlas: Atlas) -> None:
    pair = "eskisehir-saint-josse-ten-noode"
    assert atlas.listed.pairs[pair].cooperations == ("saint-josse-eskisehir",)
    assert atlas.listed.by_cooperation == {"saint-josse-eskisehir": (pair,)}
    indexes = (atlas.listed.by_place, atlas.listed.by_country, atlas.listed.by_register)
    assert [one for index in indexes for one in index.values() if pair in one] == []
    assert pair not in atlas.listed.unresearched


def test_advice_is_not_the_twinning_that_a_register_lists(tmp_path: Path) -> None:
    data = tmp_path / "data"
    shutil.copytree(frozen_records.REGISTERS, data)
    cooperation = data / "cooperations" / "saint-josse-eskisehir.yml"
    text = cooperation.read_text("utf-8")
    assert "form: friendship" in text
    cooperation.write_text(text.replace("form: friendship", "form: technical-assistance"), "utf-8")
    listed = relate.relate(load.read(data).records).listed
    assert listed.by_cooperation == {}
    assert "eskisehir-saint-josse-ten-noode" in listed.by_place["eskisehir"]


def test_a_territory_counts_for_its_state(atlas: Atlas) -> None:
    for country in ("RE", "FR", "BE"):
        assert "antwerp-be-saint-denis-re" in atlas.listed.by_country[country]
    assert "antwerp-be-saint-denis-re" not in atlas.listed.by_country["BG"]


def test_the_figures_of_what_is_researched_stay(atlas: Atlas) -> None:
    assert len(atlas.countries_of) == 3
    assert "BG" not in atlas.by_country
    assert "turi-ee" not in atlas.by_place
    assert {"turi-ee", "houffalize-be"} <= atlas.records.listed_places
    assert "eskisehir" not in atlas.records.listed_places


def test_a_map_keeps_the_lines_of_both_tiers_apart(atlas: Atlas) -> None:
    scene = atlas.scene(
        "some",
        ["saint-josse-tangier"],
        ["BE"],
        ["houffalize-be-turi-ee", "antwerp-be-saint-denis-re"],
    )
    assert [(line.a, line.b) for line in scene.listed] == [("houffalize-be", "turi-ee")]
    assert {pin.place: (pin.cooperations, pin.listed) for pin in scene.pins} == {
        "antwerp-be": ((), ("antwerp-be-saint-denis-re",)),
        "houffalize-be": ((), ("houffalize-be-turi-ee",)),
        "saint-josse-ten-noode": (("saint-josse-tangier",), ()),
        "tangier": (("saint-josse-tangier",), ()),
        "turi-ee": ((), ("houffalize-be-turi-ee",)),
    }
    assert {"EE", "RE", "MA"} <= {*scene.countries}


@pytest.mark.parametrize(
    ("folder", "id_", "gone"),
    [
        ("ties", "houffalize-be-turi-ee", {"houffalize-be-turi-ee"}),
        ("places", "turi-ee", {"houffalize-be-turi-ee", "ghent-be-turi-ee"}),
    ],
)
def test_what_was_taken_out_is_listed_no_more(
    atlas: Atlas, tmp_path: Path, folder: str, id_: str, gone: set[str]
) -> None:
    data = tmp_path / "data"
    shutil.copytree(frozen_records.REGISTERS, data)
    entry = f"{{folder: {folder}, id: {id_}, date: 2026-03-01, reason: not-a-cooperation}}"
    (data / "removed.yml").write_text(f"records:\n  - {entry}\n", "utf-8")
    loaded = load.read(data)
    assert [one for one in loaded.problems if one.severity == "error"] == []
    assert relate.relate(loaded.records).listed.pairs.keys() == atlas.listed.pairs.keys() - gone
