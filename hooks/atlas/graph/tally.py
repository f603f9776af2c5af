"""What a figure counts: the one rule that every count of cooperations follows.

A tie counts once. A part of a cooperation is not counted where that is counted too, and one's
membership of a network is counted apart from what partners do together. What is planned and what
has ended counts, and is said beside the number.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from atlas.graph.relate import Atlas
from atlas.model import Moment
from atlas.model.vocabulary import Form, State


@dataclass(frozen=True, slots=True)
class Tally:
    """What some records come to: the ids of the `cooperations` that count, of `parts` of these, and
    of `memberships`, each in the order given; and the `states` of what counts."""

    cooperations: tuple[str, ...]
    parts: tuple[str, ...]
    memberships: tuple[str, ...]
    states: Mapping[State, int]


def tally(atlas: Atlas, ids: Iterable[str], left: Mapping[str, Moment] | None = None) -> Tally:
    """Count the cooperations of these `ids`, of which those `left` have ended for the reader."""
    among = dict.fromkeys(ids)
    records = atlas.records.cooperations
    parts = tuple(id_ for id_ in among if any(whole in among for whole in wholes_of(atlas, id_)))
    beside = {*parts}
    memberships = tuple(
        id_ for id_ in among if id_ not in beside and records[id_].form is Form.NETWORK_MEMBERSHIP
    )
    beside.update(memberships)
    counted = tuple(id_ for id_ in among if id_ not in beside)
    states = Counter(
        State.ENDED if left and id_ in left else records[id_].status.code.state for id_ in counted
    )
    return Tally(counted, parts, memberships, states)


def find_left(atlas: Atlas, kind: str, id_: str, ids: Iterable[str]) -> dict[str, Moment]:
    """Which of these cooperations a partner has left, and when: an actor, or all of a place or a
    country, by the `kind` of its page ("actors", "places", "countries")."""
    if kind not in {"actors", "places", "countries"}:
        return {}
    found = ((one, getattr(atlas.left[one], kind).get(id_)) for one in ids if one in atlas.left)
    return {one: moment for one, moment in found if moment}


def count(atlas: Atlas, ids: Iterable[str]) -> int:
    """How many of these count as cooperations."""
    return len(tally(atlas, ids).cooperations)


def wholes_of(atlas: Atlas, id_: str) -> Iterator[str]:
    """What a cooperation is a part of, the nearest first."""
    records, seen = atlas.records.cooperations, {id_}
    whole = records[id_].part_of
    while whole in records and whole not in seen:
        yield whole
        seen.add(whole)
        whole = records[whole].part_of
