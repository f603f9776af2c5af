"""Atlases of a few records, for tests of what pages work out of any."""

from __future__ import annotations

from typing import Any

from atlas.graph.relate import Atlas, relate
from atlas.model import Actor, Cooperation, Place, Records, Source, Theme

_TOWNS = {"hill": "BE", "dale": "MA", "moor": "MA", "weir": "TR"}
_BODIES = {"league": "BE", "union": "MA", "forum": "TR"}

_SOURCE = Source.model_validate({"id": "s", "title": {"lang": "en", "text": "S"}, "language": "en"})
_THEME = Theme.model_validate(
    {"id": "health", "names": {"en": "Health"}, "description": {"en": "Care."}}
)


def cooperation(id_: str, *actors: str, **fields: Any) -> Cooperation:
    """A cooperation of these actors; a twinning without evidence, if nothing else is said."""
    return Cooperation.model_validate(
        {
            "id": id_,
            "title": {"en": f"Of {' and '.join(actors)} ({id_})"},
            "summary": {"en": "They work together."},
            "form": "twinning",
            "parties": [{"actor": one, "roles": ["partner"]} for one in actors],
            "status": {"code": "unknown", "evidence": {"en": "none"}},
            "sources": [{"source": "s"}],
            "review": {"last_verified": "2026-01-01"},
            **fields,
        }
    )


def atlas(*cooperations: Cooperation) -> Atlas:
    """These cooperations, among four towns and three bodies of three countries."""
    return relate(
        Records(
            cooperations={one.id: one for one in cooperations},
            actors={one.id: one for one in (*map(_authority, _TOWNS), *map(_body, _BODIES))},
            places={id_: _place(id_, country) for id_, country in _TOWNS.items()},
            sources={_SOURCE.id: _SOURCE},
            themes={_THEME.id: _THEME},
        )
    )


def _authority(town: str) -> Actor:
    return Actor.model_validate(
        {
            "id": f"{town}-town",
            "names": {"en": f"Municipality of {town.capitalize()}"},
            "type": "local-government",
            "kind": "municipality",
            "territory": [town],
            "sources": [{"source": "s"}],
        }
    )


def _body(id_: str) -> Actor:
    return Actor.model_validate(
        {
            "id": id_,
            "names": {"en": f"The {id_.capitalize()}"},
            "type": "national-ngo",
            "countries": [_BODIES[id_]],
            "sources": [{"source": "s"}],
        }
    )


def _place(id_: str, country: str) -> Place:
    named = {"names": {"en": id_.capitalize()}, "type": "municipality", "countries": [country]}
    return Place.model_validate({"id": id_, **named})
