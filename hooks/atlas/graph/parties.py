"""Who takes part in a cooperation, where they are, and who stands opposite whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from typing import Any, TypeVar

from atlas.model import Actor, Cooperation, Party, Place, Records, first_day, last_day
from atlas.model.vocabulary import State, is_tied, ties
from atlas.model.vocabulary.cooperations import Tying

Index = Mapping[str, tuple[str, ...]]

_Value = TypeVar("_Value", bound=Any)


def index(pairs: Iterable[tuple[str, _Value]]) -> dict[str, tuple[_Value, ...]]:
    """What belongs to each key, each once and sorted, in the order of the keys."""
    found: dict[str, set[_Value]] = defaultdict(set)
    for key, value in pairs:
        found[key].add(value)
    return {key: tuple(sorted(values)) for key, values in sorted(found.items())}


def actors_of(record: Cooperation) -> list[str]:
    """Who takes part, each once, in the record's order."""
    return list(dict.fromkeys(party.actor for party in record.parties))


def actor_countries(records: Records, actor: str) -> set[str]:
    """The countries an actor belongs to: those of its places, else those it states."""
    record = records.actors[actor]
    places = all_places_of_actor(record)
    return set(record.countries).union(*(records.places[place].countries for place in places))


def places_of_actor(record: Actor) -> list[str]:
    """The places an actor stands for: its territory, else its seat."""
    return record.territory or ([record.seat] if record.seat else [])


def all_places_of_actor(record: Actor) -> set[str]:
    """Its territory and its seat."""
    return {*record.territory, *([record.seat] if record.seat else [])}


def ancestors(places: Mapping[str, Place], place: str) -> Iterator[str]:
    """The place and every place it lies in, the nearest first."""
    current: str | None = place
    while current is not None:
        yield current
        current = places[current].part_of


def has_left(record: Cooperation, actor: str) -> bool:
    """Whether an actor takes part no more, and did not come back."""
    return all(party.until for party in record.parties if party.actor == actor)


def predecessors(record: Cooperation, actor: str) -> list[str]:
    """Whose place an actor took in a cooperation, as a source says."""
    return [one.succeeds for one in record.parties if one.actor == actor and one.succeeds]


def successors(record: Cooperation, actor: str) -> list[str]:
    """Who took the place of an actor in a cooperation, as a source says."""
    return [one.actor for one in record.parties if one.succeeds == actor]


def opposite_parties(record: Cooperation) -> Iterator[tuple[Party, Party]]:
    """Every two parties that the cooperation ties: on different sides, at the same time, in roles
    that tie (`vocabulary.is_tied`)."""
    tying = [(party, found) for party in record.parties if (found := ties(party.roles))]
    is_led = any(Tying.LEADS in found for _, found in tying)
    sides = _sides(record)
    for (left, one), (right, other) in combinations(tying, 2):
        apart = sides[left.actor] != sides[right.actor] and _met(left, right)
        if apart and is_tied(one, other, is_led):
            yield left, right


def state_of_tie(record: Cooperation, left: Party, right: Party) -> State:
    """How the tie of two parties stands: it has ended if one of the two has left."""
    return State.ENDED if left.until or right.until else record.status.code.state


def _met(left: Party, right: Party) -> bool:
    """Whether both may have taken part at the same time."""
    pairs = ((left.until, right.since), (right.until, left.since))
    known = ((last_day(until), first_day(since)) for until, since in pairs)
    return all(left >= joined for left, joined in known if left and joined)


def _sides(record: Cooperation) -> dict[str, str]:
    """The side of each actor: the one it states, else that of whom it succeeds, else its own."""
    sides = {party.actor: party.side for party in record.parties if party.side}
    succeeded = {party.actor: party.succeeds for party in record.parties if party.succeeds}
    for party in record.parties:
        origin, seen = party.actor, {party.actor}
        while origin not in sides and succeeded.get(origin, origin) not in seen:
            origin = succeeded[origin]
            seen.add(origin)
        sides[party.actor] = sides.get(origin, origin)
    return sides
