"""Who has left a cooperation that goes on without them, and what that means for where they are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from atlas.graph.parties import actor_countries, ancestors, countries_beside, places_of_actor
from atlas.model import Cooperation, Moment, Records, last_day


@dataclass(frozen=True, slots=True)
class Leaving:
    """When somebody left a cooperation: an actor, or all whom a place or a country had in it.

    Each by its id or code; nobody who came back.
    """

    actors: Mapping[str, Moment] = field(default_factory=dict)
    places: Mapping[str, Moment] = field(default_factory=dict)
    countries: Mapping[str, Moment] = field(default_factory=dict)


def find_leaving(records: Records, record: Cooperation) -> Leaving | None:
    """Who has left a cooperation; None where nobody has."""
    stayed = {party.actor for party in record.parties if not party.until}
    left: dict[str, Moment] = {}
    for party in record.parties:
        if party.until and party.actor not in stayed:
            left[party.actor] = _latest(left.get(party.actor), party.until)
    if not left:
        return None

    def places(actor: str) -> set[str]:
        near = places_of_actor(records.actors[actor])
        return {wider for place in near for wider in ancestors(records.places, place)}

    def countries(actor: str) -> set[str]:
        return actor_countries(records, actor)

    here = {wider for place in record.locations for wider in ancestors(records.places, place)}
    return Leaving(
        left,
        _without(left, stayed, places, here),
        _without(left, stayed, countries, countries_beside(records, record)),
    )


def _without(
    left: Mapping[str, Moment],
    stayed: Iterable[str],
    belongs: Callable[[str], set[str]],
    beside: Iterable[str],
) -> dict[str, Moment]:
    """What only those who left belong to, each with when the last of them did."""
    remaining = {*beside}.union(*map(belongs, stayed))
    found: dict[str, Moment] = {}
    for actor, until in left.items():
        for one in belongs(actor) - remaining:
            found[one] = _latest(found.get(one), until)
    return found


def _latest(one: Moment | None, other: Moment) -> Moment:
    return max((one, other), key=lambda each: last_day(each) or date.max) if one else other
