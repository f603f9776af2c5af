"""A row as somebody's list has it: two places, and what is said of their tie."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

SIDES = ("a", "b")
"""The two ends of a row: the one that is named first, and the other."""


@dataclass(frozen=True, slots=True)
class End:
    """One end of a tie as a list writes it; empty is what it does not say.

    `name` is in the language `lang`, `names` are further ones per language. `lat` and `lon` are
    degrees in WGS 84 as written.
    """

    name: str
    country: str = ""
    lang: str = ""
    names: Mapping[str, str] = field(default_factory=dict)
    lat: str = ""
    lon: str = ""
    wikidata: str = ""
    geonames: str = ""
    type: str = ""


@dataclass(frozen=True, slots=True)
class ListedRow:
    """A row of a list: number `row` of `file`, the heading being row 1 where there is one.

    `is_stated` says that the list tells which side states the tie: then it is `a`'s statement.
    `is_withdrawn` is of what the list holds and marks as wrong: it is refused.
    """

    file: str
    row: int
    a: End
    b: End
    form: str = ""
    start: str = ""
    end: str = ""
    reference_url: str = ""
    locator: str = ""
    is_stated: bool = False
    is_withdrawn: bool = False
