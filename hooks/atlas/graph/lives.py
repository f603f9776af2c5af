"""Which places and organisations are no more, and what came before those that are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from atlas.graph.parties import Index, index
from atlas.model import Actor, Lifetime, Place, Records


@dataclass(frozen=True, slots=True)
class Lives:
    """By the folder of places and that of actors, then by id.

    `ended` has the lifetime of each that is no more. A town and the authority that stands for it
    are one thing to a reader: where one of the two has ended, so has the other. `predecessors` are
    those after which one came: what a successor is of is said once, by the one that ended.
    """

    ended: Mapping[str, Mapping[str, Lifetime]]
    predecessors: Mapping[str, Index]


def relate(records: Records, authority_of: Mapping[str, str]) -> Lives:
    """Work out both; `authority_of` has for a place the actor that stands for it alone."""
    places = _find_ended(records.places)
    actors = _find_ended(records.actors)
    towns = {actor: places[place] for place, actor in authority_of.items() if place in places}
    bodies = {place: actors[actor] for place, actor in authority_of.items() if actor in actors}
    return Lives(
        ended={Place.folder: {**bodies, **places}, Actor.folder: {**towns, **actors}},
        predecessors={
            kind.folder: index(
                (successor, id_)
                for id_, record in getattr(records, kind.folder).items()
                if record.lifetime
                for successor in record.lifetime.successors
            )
            for kind in (Place, Actor)
        },
    )


def has_ended(record: Place | Actor) -> bool:
    """Whether a place or an organisation is known to be no more."""
    life = record.lifetime
    return life is not None and bool(life.dissolved or life.ending)


def _find_ended(records: Mapping[str, Place] | Mapping[str, Actor]) -> dict[str, Lifetime]:
    return {
        id_: record.lifetime
        for id_, record in records.items()
        if record.lifetime and has_ended(record)
    }
