"""Who takes part in a cooperation, where they are, and who stands opposite whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from typing import Any, TypeVar

from atlas.model import Actor, Cooperation, Party, Place, Records
from atlas.model.vocabulary import TYING_ROLES

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


def opposite_parties(record: Cooperation) -> Iterator[tuple[Party, Party]]:
    """Every two parties that the cooperation ties: they stand on different sides."""
    tying = [party for party in record.parties if TYING_ROLES.intersection(party.roles)]
    for left, right in combinations(tying, 2):
        if _side(left) != _side(right):
            yield left, right


def _side(party: Party) -> str:
    """Where no side is given, a party stands on its own side."""
    return party.side or party.actor
