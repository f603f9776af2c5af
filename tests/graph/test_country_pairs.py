"""Two countries are a pair where partners stand opposite each other, not where they merely meet."""

from __future__ import annotations

from typing import Any

import pytest

from atlas.graph import counts
from atlas.graph.country_pairs import partners_of
from atlas.graph.relate import Atlas, relate
from atlas.model import Actor, Cooperation, Place, Records
from tests.pages.small_atlas import cooperation

COUNTRIES = {"be": ["BE"], "bj": ["BJ"], "rw": ["RW"], "fr": ["FR"], "both": ["BE", "FR"]}


def party(actor: str, *roles: str, **fields: Any) -> dict[str, Any]:
    return {"actor": actor, "roles": [*roles] or ["partner"], **fields}


def related(*records: Cooperation) -> Atlas:
    actors = {
        id_: Actor.model_validate(
            {
                "id": id_,
                "names": {"en": id_},
                "type": "local-government",
                "countries": codes,
                "sources": [{"source": "s"}],
            }
        )
        for id_, codes in COUNTRIES.items()
    }
    place = {"id": "kigali", "names": {"en": "Kigali"}, "type": "municipality", "countries": ["RW"]}
    return relate(
        Records(
            cooperations={one.id: one for one in records},
            actors=actors,
            places={"kigali": Place.model_validate(place)},
            sources={},
            themes={},
        )
    )


def pairs(*parties: dict[str, Any], **fields: Any) -> list[str]:
    """The pairs of a cooperation, as `BE-BJ`."""
    found = related(cooperation("x", parties=[*parties], **fields)).pairs_of["x"]
    return sorted("-".join(pair) for pair in found)


@pytest.mark.parametrize(
    ("parties", "expected"),
    [
        # who stands on one side is no pair, whatever the roles
        ([party("be", side="a"), party("bj", side="b"), party("rw", side="b")], "BE-BJ BE-RW"),
        (
            [
                party("be", "lead", side="a"),
                party("bj", "participant", side="b"),
                party("rw", "participant", side="b"),
            ],
            "BE-BJ BE-RW",
        ),
        ([party("be", "participant", side="a"), party("fr", "participant", side="b")], "BE-FR"),
        # three sides are three pairs
        (
            [party("be", side="a"), party("bj", side="b"), party("rw", side="c")],
            "BE-BJ BE-RW BJ-RW",
        ),
        # who only pays stands beside
        ([party("bj"), party("rw"), party("be", "funding")], "BJ-RW"),
        # two who give the same do not work with each other
        (
            [party("be", "provider"), party("fr", "provider"), party("bj", "beneficiary")],
            "BE-BJ BJ-FR",
        ),
        # members of a network all meet; if one leads, they meet that one
        (
            [party("be", "member"), party("bj", "member"), party("rw", "member")],
            "BE-BJ BE-RW BJ-RW",
        ),
        ([party("be", "lead"), party("bj", "member"), party("rw", "member")], "BE-BJ BE-RW"),
        # one side alone is stated, and one that stands on none
        (
            [
                party("be", "participant"),
                party("bj", "participant", side="b"),
                party("rw", "participant", side="b"),
            ],
            "BE-BJ BE-RW",
        ),
        # a joint body is of both its countries
        ([party("both", "network")], "BE-FR"),
        ([party("be"), party("both")], "BE-FR"),
        ([party("be", "member")], ""),
    ],
)
def test_pairs_stand_opposite_each_other(parties: list[dict[str, Any]], expected: str) -> None:
    assert " ".join(pairs(*parties)) == expected


def test_what_a_record_concerns_stands_opposite_its_parties_and_not_itself() -> None:
    assert pairs(party("be", "lead"), countries=["BJ", "RW"]) == ["BE-BJ", "BE-RW"]
    assert pairs(party("be", "lead"), locations=["kigali"], countries=["BJ"]) == ["BE-BJ", "BE-RW"]
    tied = [party("be", side="a"), party("bj", side="b")]
    assert pairs(*tied, countries=["RW"]) == ["BE-BJ"]


def test_the_chart_has_no_pair_of_one_side_and_the_page_of_a_country_none() -> None:
    sides = [party("be", side="a"), party("bj", side="b"), party("rw", side="b")]
    found = related(cooperation("x", parties=sides))
    assert found.countries_of["x"] == ("BE", "BJ", "RW")
    assert counts.by_countries(found).cells == {
        **{("BE", "BJ"): 1, ("BJ", "BE"): 1},
        **{("BE", "RW"): 1, ("RW", "BE"): 1},
    }
    assert partners_of(found.pairs_of["x"], ["RW"]) == {"BE"}
    assert partners_of(found.pairs_of["x"], ["BE"]) == {"BJ", "RW"}
