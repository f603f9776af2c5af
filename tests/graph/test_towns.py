"""Which authority stands for a place: one, for it alone, or none."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from atlas.graph.towns import find_authorities
from atlas.model import Actor, Records

HALL = {"type": "local-government", "kind": "municipality", "territory": ["hill"]}


def authorities(**actors: Mapping[str, object]) -> dict[str, str]:
    common = {"names": {"en": "X"}, "sources": [{"source": "page"}]}
    made = {id_: Actor.model_validate({"id": id_, **common, **one}) for id_, one in actors.items()}
    return find_authorities(Records({}, made, {}, {}, {}))


def test_a_municipality_stands_for_its_territory() -> None:
    assert authorities(hall=HALL) == {"hill": "hall"}


def test_one_without_a_territory_stands_for_its_seat() -> None:
    seated = {"type": "local-government", "kind": "municipality", "seat": "hill"}
    assert authorities(hall=seated) == {"hill": "hall"}


@pytest.mark.parametrize(
    "other",
    [
        {"territory": ["hill", "dale"]},
        {"kind": "unnamed-group"},
        {"kind": "association"},
        {"kind": "network"},
        {"type": "national-ngo"},
        {"type": "other-public-sector"},
        {"territory": [], "kind": "province", "seat": "hill"},
        {"territory": []},
    ],
)
def test_others_do_not(other: Mapping[str, object]) -> None:
    assert authorities(hall={**HALL, **other}) == {}


def test_an_association_with_its_seat_there_does_not_stand_beside_it() -> None:
    club = {"type": "national-ngo", "seat": "hill"}
    assert authorities(hall=HALL, club=club) == {"hill": "hall"}


def test_of_two_authorities_neither_stands_for_the_place() -> None:
    assert authorities(hall=HALL, province={**HALL, "kind": "province"}) == {}


def test_a_part_of_the_authority_does_not_count_beside_it() -> None:
    office = {**HALL, "kind": None, "part_of": "department"}
    department = {"type": "local-government", "part_of": "hall"}
    assert authorities(office=office, department=department, hall=HALL) == {"hill": "hall"}
