"""New records as somebody described them, in a terminal or in a form on the web."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

Texts = Mapping[str, str]
"""A text per language."""


@dataclass(frozen=True)
class NewSource:
    """A document that is not on record yet."""

    title: str
    language: str
    publisher: str = ""
    url: str = ""
    published: str = ""
    accessed: str = ""
    id: str = ""


@dataclass(frozen=True)
class NewPoint:
    """Where a place lies, in degrees, and the id or the answers of the source that says so."""

    lat: str
    lon: str
    source: str | NewSource
    exactness: str = "approximate"


@dataclass(frozen=True)
class NewPlace:
    """A place that is not on record yet. `countries` are ISO 3166-1 codes."""

    names: Texts
    countries: tuple[str, ...]
    type: str = "municipality"
    point: NewPoint | None = None
    geonames: str = ""
    sources: tuple[str | NewSource, ...] = ()
    id: str = ""


@dataclass(frozen=True)
class NewActor:
    """An organisation that is not on record yet. `seat` is a place's id, or a new place."""

    names: Texts
    sources: tuple[str | NewSource, ...]
    type: str = "local-government"
    kind: str = ""
    seat: str | NewPlace = ""
    countries: tuple[str, ...] = ()
    id: str = ""


@dataclass(frozen=True)
class NewTheme:
    """A subject that is not on record yet."""

    names: Texts
    description: Texts
    id: str = ""


@dataclass(frozen=True)
class NewParty:
    """Who takes part: an actor's id, or a new actor."""

    actor: str | NewActor
    roles: tuple[str, ...] = ("partner",)
    side: str = ""


@dataclass(frozen=True)
class NewAgreement:
    """What was signed, and when if that is known."""

    instrument: Texts
    signed: str = ""


@dataclass(frozen=True)
class NewCooperation:
    """A cooperation that is not on record yet. `day` is the day of the answers: 2026-11-21.

    `as_of`, `start` and `end` are dates as records write them; a start or an end may be still to
    come. What is empty is not recorded.
    """

    title: Texts
    form: str
    summary: Texts
    parties: tuple[NewParty, ...]
    status: str
    evidence: Texts
    sources: tuple[str | NewSource, ...]
    day: str
    form_as_stated: Texts = field(default_factory=dict)
    agreement: NewAgreement | None = None
    as_of: str = ""
    start: str = ""
    end: str = ""
    themes: tuple[str, ...] = ()
    parties_open: bool = False
    id: str = ""


NewCompanion = NewSource | NewPlace | NewActor | NewTheme
"""What a cooperation may bring along."""

NewRecord = NewCompanion | NewCooperation
