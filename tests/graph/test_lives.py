"""Which places and actors are no more, what came before others, and whose tie goes on."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest

from atlas.checks import load
from atlas.graph.beginnings import start_of
from atlas.graph.lives import Lives, relate
from atlas.graph.parties import opposite_parties, predecessors, state_of_tie, successors
from atlas.graph.relate import Atlas
from atlas.graph.relate import relate as relate_records
from atlas.graph.towns import find_authorities
from atlas.model import Actor, Place, Records
from atlas.model.vocabulary import State
from tests.frozen_records import LIVES


@cache
def lives_atlas() -> Atlas:
    return relate_records(load.read(LIVES).records)


def _place(**fields: Any) -> Place:
    common = {"id": "hill", "names": {"en": "Hill"}, "type": "municipality", "countries": ["BE"]}
    return Place.model_validate({**common, **fields})


def _actor(id_: str = "hall", **fields: Any) -> Actor:
    common = {"names": {"en": "Hall"}, "type": "local-government", "territory": ["hill"]}
    return Actor.model_validate({"id": id_, **common, "sources": [{"source": "s"}], **fields})


def _lives(place: Place, *actors: Actor) -> Lives:
    records = Records({}, {one.id: one for one in actors}, {"hill": place}, {}, {})
    return relate(records, find_authorities(records))


def test_successors_are_written_once_and_predecessors_are_worked_out() -> None:
    before = lives_atlas().lives.predecessors["places"]
    assert before == {
        "kruisem": ("kruishoutem", "zingem"),
        "lower-district": ("old-district",),
        "puurs-sint-amands": ("puurs", "sint-amands"),
        "upper-district": ("old-district",),
    }


@pytest.mark.parametrize(
    ("life", "is_gone"),
    [
        (None, False),
        ({"founded": "1830"}, False),
        ({"founded": "2019", "note": {"en": "It was new."}}, False),
        ({"dissolved": "2019-01-01"}, True),
        ({"dissolved": {"earliest": "1959", "latest": "1960"}}, True),
        ({"ending": "absorbed"}, True),
    ],
)
def test_a_town_and_its_authority_end_together(life: object, is_gone: bool) -> None:
    of_place = _lives(_place(lifetime=life), _actor())
    of_actor = _lives(_place(), _actor(lifetime=life))
    for lives in (of_place, of_actor):
        assert [set(ended) for ended in lives.ended.values()] == (
            [{"hill"}, {"hall"}] if is_gone else [set(), set()]
        )


def test_an_authority_that_is_no_more_leaves_its_place_to_the_one_that_is() -> None:
    old = _actor("old-hall", lifetime={"dissolved": "2000", "successors": ["hall"]})
    records = Records({}, {"old-hall": old, "hall": _actor()}, {"hill": _place()}, {}, {})
    assert find_authorities(records) == {"hill": "hall"}
    lives = relate(records, find_authorities(records))
    assert lives.ended == {"places": {}, "actors": {"old-hall": old.lifetime}}
    assert lives.predecessors["actors"] == {"hall": ("old-hall",)}


def test_a_tie_goes_on_with_the_party_that_took_a_place_and_not_between_the_two() -> None:
    record = lives_atlas().records.cooperations["kruishoutem-bra"]
    ties = {
        frozenset({left.actor, right.actor}): state_of_tie(record, left, right)
        for left, right in opposite_parties(record)
    }
    assert ties == {
        frozenset({"kruishoutem", "bra"}): State.ENDED,
        frozenset({"kruisem", "bra"}): State.ONGOING,
    }
    assert predecessors(record, "kruisem") == successors(record, "bra") + ["kruishoutem"]
    assert successors(record, "kruishoutem") == ["kruisem"]


def test_a_pin_says_that_its_place_is_no_more() -> None:
    scene = lives_atlas().scene("all", lives_atlas().records.cooperations, [])
    assert {pin.place: pin.is_gone for pin in scene.pins} == {
        "bra": False,
        "kruisem": False,
        "kruishoutem": True,
    }


@pytest.mark.parametrize(
    ("changes", "start"),
    [
        ({}, "1998"),
        ({"earlier_forms": []}, "2005-05-07"),
        ({"earlier_forms": [], "agreements": []}, None),
    ],
)
def test_a_first_form_and_a_signature_are_starts_and_a_decision_is_none(
    changes: dict[str, Any], start: str | None
) -> None:
    record = lives_atlas().records.cooperations["kruishoutem-bra"].model_copy(update=changes)
    found = start_of(record)
    assert (str(found) if found else None) == start
    decisions = [one for one in record.agreements if one.decided]
    assert (
        start_of(record.model_copy(update={"agreements": decisions, "earlier_forms": []})) is None
    )
