"""Which authority stands for a place: a town is one thing to a reader, and has one page."""

from __future__ import annotations

from collections import defaultdict

from atlas.graph.lives import has_ended
from atlas.model import Actor, Records
from atlas.model.vocabulary import ActorKind, ActorType

_SEATED = frozenset({ActorKind.MUNICIPALITY, ActorKind.CITY_DISTRICT})
"""Authorities whose seat says where they are an authority, if they name no territory."""

_KINDS = _SEATED | {ActorKind.DEPARTMENT, ActorKind.PROVINCE, ActorKind.REGION, None}


def find_authorities(records: Records) -> dict[str, str]:
    """By the id of a place the actor that stands for it, and for it alone.

    It is the one local government of which the place is the whole territory. A part of that
    government, which names the same territory, does not count beside it, and neither does one that
    is no more beside one that is; where two are left, neither stands for the place.
    """
    found: dict[str, list[str]] = defaultdict(list)
    for id_, actor in records.actors.items():
        if (place := _governed_place(actor)) is not None:
            found[place].append(id_)
    heads = {
        place: _without_ended(records, _without_parts(records, actors))
        for place, actors in found.items()
    }
    return {place: actors[0] for place, actors in heads.items() if len(actors) == 1}


def _governed_place(actor: Actor) -> str | None:
    """The place that a local government governs, if it is one place."""
    if actor.type is not ActorType.LOCAL_GOVERNMENT or actor.kind not in _KINDS:
        return None
    if len(actor.territory) == 1:
        return actor.territory[0]
    return actor.seat if actor.kind in _SEATED and not actor.territory else None


def _without_parts(records: Records, actors: list[str]) -> list[str]:
    """The actors without those that are part of another of them, however far."""
    return [id_ for id_ in actors if not _wholes(records, id_) & {*actors}]


def _without_ended(records: Records, actors: list[str]) -> list[str]:
    """Those that are not known to be no more, if there are any."""
    return [id_ for id_ in actors if not has_ended(records.actors[id_])] or actors


def _wholes(records: Records, id_: str) -> set[str]:
    """What an actor is part of, what that is part of, and so on."""
    found: set[str] = set()
    whole = records.actors[id_].part_of
    while whole is not None and whole not in found:
        found.add(whole)
        whole = records.actors[whole].part_of
    return found
