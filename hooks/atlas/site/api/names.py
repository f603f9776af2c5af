"""What the ids and codes in a file are called in English, so that the file can be read alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, partial

from pydantic import BaseModel

from atlas.graph.edition import Edition
from atlas.graph.parties import actor_countries
from atlas.graph.relate import Atlas
from atlas.i18n.languages import ENGLISH
from atlas.model import Record, kinds
from atlas.model.fields import content
from atlas.model.kinds import ValueKind
from atlas.model.vocabulary import DAC_SECTORS, GOALS
from atlas.model.walk import parts
from atlas.pages.page import PageContext
from atlas.site.api.shapes import CooperationItem, Named, TieItem

_OF_CODES: Mapping[ValueKind | None, str] = {
    kinds.COUNTRY: "countries",
    kinds.GOAL: "goals",
    kinds.SECTOR: "dac-sectors",
}
"""What fields of such values hold codes of."""


class NameCollection:
    """Gathers what is named in a file."""

    def __init__(self, context: PageContext) -> None:
        self._context, self._atlas = context, context.edition.atlas
        self._wanted: dict[str, set[str]] = defaultdict(set)

    def add(self, kind: str, ids: Iterable[str]) -> None:
        """Things of a kind that the file names by their ids or codes."""
        self._wanted[kind].update(ids)

    def add_record(self, record: Record) -> None:
        """All that a record names."""
        for kind, id_ in _find_references(record):
            self._wanted[kind].add(id_)

    def add_cooperations(self, items: Iterable[CooperationItem]) -> None:
        """All that cooperations in a list name."""
        for item in items:
            self.add("countries", item.countries)
            self.add("themes", item.themes)
            self.add("actors", item.parties)

    def add_ties(self, items: Iterable[TieItem]) -> None:
        """All that listed ties name, but for the registers."""
        for item in items:
            self.add("places", item.places)

    def collect(self) -> dict[str, dict[str, Named]]:
        """What each is called, and where it is; with the countries of places and organisations."""
        found: dict[str, dict[str, Named]] = {}
        for kind in _NAMES:
            if kind in self._wanted:
                found[kind] = {id_: self._find(kind, id_) for id_ in sorted(self._wanted[kind])}
                if kind in {"actors", "places"}:
                    for named in found[kind].values():
                        self.add("countries", named.countries)
        return {kind: named for kind, named in found.items() if named}

    def _find(self, kind: str, id_: str) -> Named:
        make = partial(_NAMES[kind], self._atlas, id_)
        return self._context.remember("API name", f"{kind}/{id_}", make)


def _find_references(record: Record) -> Iterator[tuple[str, str]]:
    for _, part in parts(record):
        for name, kind in _referring(type(part)):
            value = getattr(part, name)
            for one in value if isinstance(value, list) else [value]:
                if isinstance(one, str | int):
                    yield kind, str(one)


@cache
def _referring(model: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    """The fields of a group that hold ids or codes, and of what."""
    found = ((name, content(model, name)) for name in model.model_fields)
    named = ((name, one.folder or _OF_CODES.get(one.kind, "")) for name, one in found)
    return tuple((name, kind) for name, kind in named if kind)


def _cooperation(atlas: Atlas, id_: str) -> Named:
    return Named(name=Edition.in_english(atlas).text(atlas.records.cooperations[id_].title).text)


def _actor(atlas: Atlas, id_: str) -> Named:
    name = Edition.in_english(atlas).text(atlas.records.actors[id_].names).text
    return Named(name=name, countries=sorted(actor_countries(atlas.records, id_)))


def _place(atlas: Atlas, id_: str) -> Named:
    record = atlas.records.places[id_]
    point = record.coordinates
    return Named(
        name=Edition.in_english(atlas).text(record.names).text,
        countries=record.countries,
        lat=point.lat if point else None,
        lon=point.lon if point else None,
    )


def _theme(atlas: Atlas, id_: str) -> Named:
    return Named(name=Edition.in_english(atlas).text(atlas.records.themes[id_].names).text)


_NAMES: Mapping[str, Callable[[Atlas, str], Named]] = {
    "cooperations": _cooperation,
    "actors": _actor,
    "places": _place,
    "sources": lambda atlas, id_: Named(name=atlas.records.sources[id_].title.text),
    "themes": _theme,
    "countries": lambda _, code: Named(name=ENGLISH.country(code)),
    "goals": lambda _, number: Named(name=GOALS[int(number)]),
    "dac-sectors": lambda _, code: Named(name=DAC_SECTORS.get(code, code)),
}
"""What each kind is called; countries come behind what has some."""
