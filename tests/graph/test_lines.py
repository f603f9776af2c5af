"""Which roles make a line, how many lines there are, and why there is none."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import pytest

from atlas.graph import lines
from atlas.graph.lines import Lineless
from atlas.graph.parties import TIES_PER_PARTY, is_crowd, opposite_parties
from atlas.model import Cooperation
from atlas.model.vocabulary import Role, tied_roles
from tests.graph.test_relate import atlas, cooperation, party


def tied(*parties: dict[str, Any]) -> list[tuple[str, str]]:
    pairs = opposite_parties(cooperation("x", [*parties]))
    return [(left.actor, right.actor) for left, right in pairs]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("provider", "beneficiary", True),
        ("implementing", "beneficiary", True),
        ("lead", "partner", True),
        ("lead", "beneficiary", True),
        ("provider", "implementing", False),
        ("beneficiary", "beneficiary", False),
        ("funding", "host", False),
        ("chair", "participant", False),
        ("lead", "member", False),
    ],
)
def test_two_are_joined_if_their_roles_tie(one: str, other: str, expected: bool) -> None:
    assert bool(tied(party("aa", one), party("bb", other))) is expected
    assert bool(tied(party("bb", other), party("aa", one))) is expected


def test_a_lead_is_joined_to_each_partner_and_these_are_not_to_each_other() -> None:
    parties = [party("aa", "partner"), party("bb", "lead"), party("cc", "partner")]
    assert tied(*parties) == [("aa", "bb"), ("bb", "cc")]


def test_signatories_are_joined_to_each_other_though_one_leads() -> None:
    parties = [party("aa", "signatory", "lead"), party("bb"), party("cc"), party("dd", "partner")]
    assert tied(*parties) == [("aa", "bb"), ("aa", "cc"), ("aa", "dd"), ("bb", "cc")]


def crowd(number: int, *, lead: bool = False, sides: str = "") -> Cooperation:
    parties = [
        party(f"town-{at}", "partner", **({"side": sides[at % len(sides)]} if sides else {}))
        for at in range(number)
    ]
    return cooperation("x", [*([party("head", "lead")] if lead else []), *parties])


def test_each_to_each_is_drawn_of_so_many_only() -> None:
    most = 2 * TIES_PER_PARTY + 1
    assert len(opposite_parties(crowd(most))) == most * TIES_PER_PARTY
    assert not is_crowd(crowd(most))
    assert opposite_parties(crowd(most + 1)) == []
    assert is_crowd(crowd(most + 1))


@pytest.mark.parametrize("number", [60, 2_000])
def test_a_lead_has_a_line_to_each_however_many_there_are(number: int) -> None:
    assert len(opposite_parties(crowd(number, lead=True))) == number


@pytest.mark.parametrize(("number", "expected"), [(40, 400), (60, 0)])
def test_two_sides_are_joined_across(number: int, expected: int) -> None:
    assert len(opposite_parties(crowd(number, sides="ab"))) == expected


def test_the_order_is_that_of_the_record() -> None:
    found = opposite_parties(crowd(12))
    assert found == list(combinations(crowd(12).parties, 2))


@pytest.mark.parametrize(
    ("parties", "fields", "why"),
    [
        ([party("aa"), party("bb")], {}, None),
        ([party("aa", "funding"), party("bb", "host")], {}, Lineless.BESIDE),
        ([party("aa", side="a"), party("bb", side="a")], {}, Lineless.BESIDE),
        ([party("aa", until="1990"), party("bb", since="2001")], {}, Lineless.BESIDE),
        ([party("aa"), party("dd"), party("bb", "funding")], {}, Lineless.ELSEWHERE),
        ([party("aa", "lead")], {"locations": ["b"]}, Lineless.TOGETHER),
        ([party("aa", "lead"), party("dd", "member")], {}, None),
    ],
)
def test_why_there_is_no_line(
    parties: list[dict[str, Any]], fields: dict[str, Any], why: Lineless | None
) -> None:
    one = cooperation("x", parties, **fields)
    related = atlas(one)
    found = lines.explain(one, related.pins_of_actor, related.pins_of["x"])
    assert (None if related.ties["x"] else found) is why


def test_a_crowd_has_none_because_it_is_one() -> None:
    one = crowd(60)
    pins = {each.actor: (each.actor,) for each in one.parties}
    assert lines.explain(one, pins, ()) is Lineless.CROWD


def test_what_is_published_of_a_role_is_what_is_drawn() -> None:
    for role in Role:
        always, unled = tied_roles(role)
        for other in Role:
            joined = bool(tied(party("aa", role), party("bb", other)))
            assert joined == (other in {*always, *unled})
            led = [party("aa", role), party("bb", other), party("cc", "lead")]
            assert (("aa", "bb") in tied(*led)) == (other in always)
