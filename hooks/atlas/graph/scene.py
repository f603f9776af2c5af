"""What a map shows, free of language: pinned places, ties between them, countries shaded."""

from __future__ import annotations

from dataclasses import dataclass

from atlas.graph.states import States
from atlas.model.vocabulary import State


@dataclass(frozen=True, slots=True)
class Pin:
    """A place with a point (WGS 84 degrees), and the ids of the cooperations that meet there, and
    of the pairs that registers list. `is_gone` says that the place is no more, and `states` how
    those of both stand there that are not ongoing."""

    place: str
    lat: float
    lon: float
    cooperations: tuple[str, ...]
    listed: tuple[str, ...] = ()
    is_gone: bool = False
    states: States = ()


@dataclass(frozen=True, slots=True)
class Tie:
    """Two pinned places that have or had a tie, the cooperation it is, that one's form, and how the
    tie of these two stands."""

    cooperation: str
    form: str
    a: str
    b: str
    state: State = State.ONGOING


@dataclass(frozen=True, slots=True)
class ListedLine:
    """Two pinned places that a register lists as a pair, and the id of the pair."""

    pair: str
    a: str
    b: str
    state: State = State.ONGOING


@dataclass(frozen=True, slots=True)
class Scene:
    """One map. `name` is unique among all maps ("country-ma"); `countries` are ISO 3166-1 codes
    to shade: those the page is about and those of the partners. `focus` are the former alone,
    which the map shows whole if there are any. Pins and ties are sorted. `listed` lines are those
    of pairs that nobody here has checked."""

    name: str
    pins: tuple[Pin, ...]
    ties: tuple[Tie, ...]
    countries: tuple[str, ...]
    focus: tuple[str, ...] = ()
    listed: tuple[ListedLine, ...] = ()
