"""What somebody has answered about a new record, in a terminal or in a form on the web."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

Texts = Mapping[str, str]
"""A text per language."""


@dataclass(frozen=True)
class Source:
    """A document that is not on record yet."""

    title: str
    language: str
    publisher: str = ""
    url: str = ""
    published: str = ""
    accessed: str = ""
    id: str = ""


@dataclass(frozen=True)
class Point:
    """Where a place lies, in degrees, and the id or the answers of the source that says so."""

    lat: str
    lon: str
    source: str | Source
    exactness: str = "approximate"


@dataclass(frozen=True)
class Place:
    """A place that is not on record yet. `countries` are ISO 3166-1 codes."""

    names: Texts
    countries: tuple[str, ...]
    type: str = "municipality"
    point: Point | None = None
    geonames: str = ""
    sources: tuple[str | Source, ...] = ()
    id: str = ""


@dataclass(frozen=True)
class Actor:
    """An organisation that is not on record yet. `seat` is a place's id, or a new place."""

    names: Texts
    sources: tuple[str | Source, ...]
    type: str = "local-government"
    kind: str = ""
    seat: str | Place = ""
    countries: tuple[str, ...] = ()
    id: str = ""


@dataclass(frozen=True)
class Theme:
    """A subject that is not on record yet."""

    names: Texts
    description: Texts
    id: str = ""


@dataclass(frozen=True)
class Party:
    """Who takes part: an actor's id, or a new actor."""

    actor: str | Actor
    roles: tuple[str, ...] = ("partner",)
    side: str = ""


@dataclass(frozen=True)
class Agreement:
    """What was signed, and when if that is known."""

    instrument: Texts
    signed: str = ""


@dataclass(frozen=True)
class Cooperation:
    """A cooperation that is not on record yet. `day` is the day of the answers: 2026-11-21.

    `as_of`, `start` and `end` are dates as records write them; a start or an end may be still to
    come. What is empty is not recorded.
    """

    title: Texts
    form: str
    summary: Texts
    parties: tuple[Party, ...]
    status: str
    evidence: Texts
    sources: tuple[str | Source, ...]
    day: str
    form_as_stated: Texts = field(default_factory=dict)
    agreement: Agreement | None = None
    as_of: str = ""
    start: str = ""
    end: str = ""
    themes: tuple[str, ...] = ()
    parties_open: bool = False
    id: str = ""


Piece = Source | Place | Actor | Theme
"""What a cooperation may bring along."""

New = Piece | Cooperation
