"""The columns in which scripts are given the cooperations, and how they are written."""

from __future__ import annotations

import json
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from atlas.graph import facets
from atlas.graph.beginnings import newest_first
from atlas.graph.edition import Text
from atlas.graph.facets import Facet
from atlas.graph.parties import ancestors, places_of_actor
from atlas.graph.relate import Atlas
from atlas.model import Between, Moment
from atlas.pages.search_names import names_of_actor, names_of_place

FOLDER = "assets/explore"
"""Where the files of the list lie, from the root of the site."""

A_FILE = 200
"""Rows of the list in a file: whoever looks at some of many fetches those alone."""


@dataclass(frozen=True)
class Table:
    """The cooperations in the order of the columns, and all that the columns name."""

    atlas: Atlas

    @cached_property
    def ids(self) -> list[str]:
        """The latest start first, the undated last, then by id: as the site's tables stand."""
        return newest_first(self.atlas.records, self.atlas.records.cooperations)

    @cached_property
    def number(self) -> dict[str, int]:
        """The place of each in `ids`."""
        return number(self.ids)

    @cached_property
    def pinned(self) -> list[str]:
        """Every place that some cooperation is pinned at."""
        return sorted({place for id_ in self.ids for place in self.atlas.pins_of[id_]})

    @cached_property
    def actors(self) -> list[str]:
        """Every actor that takes part in something."""
        return sorted({actor for id_ in self.ids for actor in self.parties(id_)})

    def parties(self, id_: str) -> Sequence[str]:
        """Who takes part, each once, in the record's order."""
        return self.atlas.breadth.parties_of[id_]

    def places_of(self, actor: str) -> list[str]:
        """The places an actor stands for."""
        return places_of_actor(self.atlas.records.actors[actor])

    def names_of_actor(self, id_: str) -> Iterator[str]:
        """What an actor, its places and those that these lie in are called."""
        yield from names_of_actor(self.atlas, id_)
        for place in sorted(self._around(self.places_of(id_))):
            yield from names_of_place(self.atlas, place)

    def own_names(self, id_: str) -> Iterator[str]:
        """What a cooperation is called by a source, and where it takes place."""
        record = self.atlas.records.cooperations[id_]
        if record.title_as_stated:
            yield record.title_as_stated.text
        for place in sorted(self._around(record.locations)):
            yield from names_of_place(self.atlas, place)

    def _around(self, places: Iterable[str]) -> set[str]:
        """The places and all that they lie in."""
        known = self.atlas.records.places
        return {wider for place in places for wider in ancestors(known, place)}

    @cached_property
    def values(self) -> dict[str, list[str]]:
        """The values of each facet that occur, in an order that no language changes; of registers,
        those of listed ties too, for which somebody may ask before these are there."""
        return {
            facet.id: facet.in_any_language(
                {
                    *(value for id_ in self.ids for value in facet.values(self.atlas, id_)),
                    *(facet.count_listed(self.atlas) if facet in facets.OF_REGISTERS else ()),
                }
            )
            for facet in facets.in_use(self.atlas)
        }

    def column(self, facet: Facet) -> dict[str, list[Any]]:
        """For each cooperation the places of its values in `values`, as `column` writes them."""
        at = number(self.values[facet.id])
        return column(
            tuple(sorted(at[one] for one in facet.values(self.atlas, id_))) for id_ in self.ids
        )


def number(ids: Iterable[str]) -> dict[str, int]:
    """The place of each id in a column."""
    return {id_: at for at, id_ in enumerate(ids)}


def column(values: Iterable[Hashable]) -> dict[str, list[Any]]:
    """What `occurs`, in the order in which it does, and `of` each where in that its own stands;
    nothing in `of` where all are the same."""
    occurs: dict[Hashable, int] = {}
    of = [occurs.setdefault(value, len(occurs)) for value in values]
    return {"occurs": [*occurs], "of": of if len(occurs) > 1 else []}


def few(texts: Iterable[str]) -> dict[int, str]:
    """Those texts that are not empty, by their number."""
    return {at: text for at, text in enumerate(texts) if text}


def write_text(text: Text) -> str | list[str]:
    """The text; one that is not in the language of the page with its own language's code, and with
    its aside, which is, where it has one: ["Halle", "de", " (Germany)"]."""
    if not text.foreign and not text.aside:
        return text.text
    return [text.bare, text.language if text.foreign else "", *filter(None, [text.aside])]


def write_range(moment: Moment | None) -> str:
    """The moment as scripts read it: a date in EDTF; what lies between two dates as both with a
    slash, an open end as `..`."""
    if moment is None:
        return ""
    if isinstance(moment, Between):
        return "/".join(end.text if end else ".." for end in (moment.earliest, moment.latest))
    return moment.text


def write_json(value: Mapping[str, Any]) -> bytes:
    """The value as a file of JSON, as short as it can be."""
    return (json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n").encode()
