"""Ids of towns and ties are made of their names, no two alike, no longer than ids may be."""

from __future__ import annotations

from pathlib import Path

import pytest

from atlas.imports import new_ids
from atlas.imports.claims import Claim
from atlas.imports.existing import Existing
from atlas.imports.listed_pairs import ListedPairs
from atlas.imports.towns import Known, Town
from atlas.model.scalars import is_id


def _name(*claims: Claim, known: tuple[Known, ...] = (), taken: tuple[str, ...] = ()) -> list[str]:
    towns = {Town([claim]): claim.name for claim in claims}
    return list(new_ids.name_towns(towns, known, taken).values())


@pytest.mark.parametrize(
    ("name", "country", "id_"),
    [
        ("Łódź", "PL", "lodz-pl"),
        ("Ærøskøbing", "DK", "aeroskobing-dk"),
        ("Straße", "DE", "strasse-de"),
        ("Αθήνα", "GR", "athina-gr"),
        ("القدس", "PS", "lqds-ps"),
        ("'s-Hertogenbosch", "NL", "s-hertogenbosch-nl"),
        ("404", "FR", "404-fr"),
        ("Index", "FR", "index-fr"),
        ("A" * 300, "FR", f"{'a' * 48}-fr"),
    ],
)
def test_an_id_is_made_of_name_and_country(name: str, country: str, id_: str) -> None:
    [found] = _name(Claim(name, country))
    assert is_id(found)
    assert found == id_


def test_namesakes_have_marks_that_nothing_changes() -> None:
    claims = [
        Claim("Neustadt", "DE", wikidata="Q5"),
        Claim("Neustadt", "DE", point=(50.73, 11.75)),
        Claim("Neustadt", "DE"),
        Claim("Neustadt", "AT"),
    ]
    found = _name(*claims)
    assert found == _name(*reversed(claims))[::-1]
    assert found[:2] == ["neustadt-de-q5", "neustadt-de-u302e"]
    assert found[3] == "neustadt-at"
    assert len({*found}) == 4


@pytest.mark.parametrize("taken", [("neustadt-de",), ()])
def test_a_place_that_is_known_keeps_its_id(taken: tuple[str, ...]) -> None:
    known = Known("neustadt-de", "Neustadt", frozenset({"Neustadt"}), ("DE",))
    found = _name(Claim("Neustadt", "DE", point=(50.73, 11.75)), known=(known,), taken=taken)
    assert found == ["neustadt-de-u302e"]


def test_long_names_are_told_apart_within_the_length_of_an_id() -> None:
    claims = [
        Claim(f"{'Llan' * 20}{number}", "GB", wikidata=f"Q{10**14 + number}") for number in (1, 2)
    ]
    found = _name(*claims)
    assert len({*found}) == 2
    assert all(map(is_id, found))


def test_no_two_ties_have_one_id(tmp_path: Path) -> None:
    pairs = ListedPairs(Existing("list", tmp_path), {}, "")
    found = [pairs.name(pair) for pair in (("a-b", "c"), ("a", "b-c"), ("x" * 40, "y" * 40))]
    assert found[0] == "a-b-c"
    assert found == [
        pairs.name(pair) for pair in (("a-b", "c"), ("a", "b-c"), ("x" * 40, "y" * 40))
    ]
    assert len({*found}) == 3
    assert all(map(is_id, found))
