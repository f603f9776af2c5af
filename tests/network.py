"""An atlas with one network of as many towns as are asked for."""

from __future__ import annotations

from typing import Any

from atlas.graph.relate import Atlas, relate
from atlas.model import Actor, Cooperation, Place, Records, Source

ID = "everybody"
"""The cooperation, and the body that it is."""

_COUNTRIES = ("BE", "MA", "TR", "FR")


def network(members: int, *, roles: tuple[str, str] = ("network", "member")) -> Atlas:
    """A body and `members` towns, which do what `roles` say, in four countries; every tenth has no
    point. The body comes last, as an editor may write it."""
    towns = [f"town-{at}" for at in range(members)]
    parties = [{"actor": town, "roles": [roles[1]]} for town in towns]
    record = Cooperation.model_validate(
        {
            "id": ID,
            "title": {"en": "Network of towns"},
            "summary": {"en": "They meet."},
            "form": "network",
            "parties": [*parties, {"actor": ID, "roles": [roles[0]]}],
            "status": {"code": "unknown", "evidence": {"en": "none"}},
            "sources": [{"source": "s"}],
            "review": {"last_verified": "2026-01-01"},
        }
    )
    source = {"id": "s", "title": {"lang": "en", "text": "S"}, "language": "en"}
    body = {
        "id": ID,
        "names": {"en": "Everybody"},
        "type": "international-ngo",
        "seat": "seat",
        "members": [{"actor": town} for town in towns],
        "sources": [{"source": "s"}],
    }
    actors = [*map(_authority, towns), Actor.model_validate(body)]
    places = [*(_place(town, at) for at, town in enumerate(towns)), _place("seat", 1)]
    return relate(
        Records(
            cooperations={ID: record},
            actors={one.id: one for one in actors},
            places={one.id: one for one in places},
            sources={"s": Source.model_validate(source)},
            themes={},
        )
    )


def _authority(town: str) -> Actor:
    return Actor.model_validate(
        {
            "id": town,
            "names": {"en": f"Town {town.partition('-')[2]}"},
            "type": "local-government",
            "kind": "municipality",
            "territory": [town],
            "sources": [{"source": "s"}],
        }
    )


def _place(id_: str, at: int) -> Place:
    place: dict[str, Any] = {
        "id": id_,
        "names": {"en": id_.replace("-", " ").capitalize()},
        "type": "municipality",
        "countries": [_COUNTRIES[at % len(_COUNTRIES)]],
    }
    if at % 10 != 9:
        point = {"lat": 10 + at % 60, "lon": at % 170, "exactness": "exact", "source": "s"}
        place["coordinates"] = point
    return Place.model_validate(place)
