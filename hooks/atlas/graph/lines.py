"""Where cooperations are drawn, which lines they draw, and why one draws none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum, auto

from atlas.graph.parties import Index, is_crowd, opposite_parties, state_of_tie
from atlas.graph.scene import Tie
from atlas.model import Actor, Cooperation, Records
from atlas.model.vocabulary import State


class Lineless(Enum):
    """Why a cooperation between two places draws no line."""

    BESIDE = auto()
    """By their roles, sides and dates no two parties are tied."""
    CROWD = auto()
    """So many would be tied, each to each, that none are."""
    ELSEWHERE = auto()
    """Those who are tied are not at two places on the map."""
    TOGETHER = auto()
    """Its parties are at one place at most; another is where it takes place."""


def explain(one: Cooperation, pins_of_actor: Index, pinned: Iterable[str]) -> Lineless | None:
    """Why there is no line on the map of a cooperation that draws none; None where it has fewer
    than two places. `pinned` are those where it takes place, and may be those of its parties."""
    places = {pin for party in one.parties for pin in pins_of_actor.get(party.actor, ())}
    if len({*places, *pinned}) < 2:
        return None
    if len(places) < 2:
        return Lineless.TOGETHER
    if is_crowd(one):
        return Lineless.CROWD
    return Lineless.ELSEWHERE if opposite_parties(one) else Lineless.BESIDE


def pins_of_actor(records: Records, record: Actor) -> tuple[str, ...]:
    """The places with a point that stand for an actor: its territory's, else its seat."""
    pinned = tuple(p for p in sorted(record.territory) if records.places[p].coordinates)
    if pinned:
        return pinned
    return (record.seat,) if record.seat and records.places[record.seat].coordinates else ()


def pins_of_cooperation(records: Records, pins: Index, one: Cooperation) -> tuple[str, ...]:
    """The places at which a cooperation is drawn, where `pins` are those of the actors."""
    of_parties = {pin for party in one.parties for pin in pins[party.actor]}
    found = of_parties | {p for p in one.locations if records.places[p].coordinates}
    return tuple(sorted(found))


def draw_ties(pins: Index, id_: str, one: Cooperation) -> Iterator[Tie]:
    """One for each two places; where a party came back, the tie goes on."""
    drawn: dict[tuple[str, str], State] = {}
    for left, right in opposite_parties(one):
        state = state_of_tie(one, left, right)
        for a in pins[left.actor]:
            for b in pins[right.actor]:
                pair = (a, b) if a <= b else (b, a)
                if a != b and drawn.get(pair, State.ENDED) is State.ENDED:
                    drawn[pair] = state
    for pair, state in drawn.items():
        yield Tie(id_, one.form.value, *pair, state)
