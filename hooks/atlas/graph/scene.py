"""What a map shows, free of language: pinned places, ties between them, countries shaded."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pin:
    """A place with a point (WGS 84 degrees), and the ids of the cooperations that meet there."""

    place: str
    lat: float
    lon: float
    cooperations: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tie:
    """Two pinned places that really have a tie, the cooperation it is, and that one's form."""

    cooperation: str
    form: str
    a: str
    b: str


@dataclass(frozen=True, slots=True)
class Scene:
    """One map. `name` is unique among all maps ("country-ma"); `countries` are ISO 3166-1 codes
    to shade: those the page is about and those of the partners. `focus` are the former alone,
    which the map shows whole if there are any. Pins and ties are sorted."""

    name: str
    pins: tuple[Pin, ...]
    ties: tuple[Tie, ...]
    countries: tuple[str, ...]
    focus: tuple[str, ...] = ()
