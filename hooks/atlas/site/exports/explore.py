"""What the filters of the list work on: every cooperation once as numbers, the names by which it is
found, and the texts per language."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from atlas.graph import facets
from atlas.graph.edition import Edition, Text
from atlas.graph.facets import Facet
from atlas.graph.relate import (
    Atlas,
    actor_countries,
    actors_of,
    ancestors,
    newest_first,
    places_of_actor,
    start_of,
)
from atlas.model import Between, Moment
from atlas.model.vocabulary import Form
from atlas.pages import explore, facts
from atlas.pages.cooperation_table import sort_date
from atlas.pages.page import PageContext
from atlas.pages.search_names import (
    names_of_actor,
    names_of_country,
    names_of_form,
    names_of_place,
    spell,
)
from atlas.site.contents import SiteContents

FOLDER = "assets/explore"
"""Where the files lie, from the root of the site."""

_DECIMALS = 4
"""Of coordinates: about 11 m."""


def files(site: SiteContents) -> Iterator[tuple[str, bytes]]:
    """Path from the root of the site and content of each file: records.json, names.json, which is
    fetched when something is typed, and for each language <language>.json and, fetched when a table
    is saved, facts-<language>.json."""
    table = Table(site.atlas)
    yield f"{FOLDER}/records.json", _json(records(table, site.editions[0]))
    yield f"{FOLDER}/names.json", _json(names(table, site.editions))
    for context in site.contexts:
        code = context.edition.language.code
        content = texts(table, context.edition) | {"phrases": explore.script_texts(context)}
        yield f"{FOLDER}/{code}.json", _json(content)
        yield f"{FOLDER}/facts-{code}.json", _json(list_facts(table, context))


def records(table: Table, edition: Edition) -> dict[str, Any]:
    """The cooperations, the newest first, a column for each thing that is known of them.

    - `ids`, `since` (EDTF dates, "" where none is recorded), `days` (ISO 8601, to sort by what a
      table says).
    - `facets`: for each its `values`, and for each cooperation `of`, the values' places in them.
    - `parties`: for each cooperation the places in `actors` of those who take part.
    - `actors`: their `ids`, `countries` (places in the values of the facet `country`) and
      `places` that they stand for (places in `places`).
    - `pins`: for each cooperation places in `places`; `ties`: two of them for each line.
    - `places`: `ids`, `paths` of their pages under the root of a language, `lon` and `lat` (WGS 84
      degrees; null where none is recorded).
    """
    atlas = table.atlas
    place_at, actor_at = _number(table.places), _number(table.actors)
    country_at = _number(table.values[facets.COUNTRY.id])
    points = [atlas.records.places[id_].coordinates for id_ in table.places]
    return {
        "ids": table.ids,
        "since": [_edtf(start_of(atlas.records.cooperations[id_])) for id_ in table.ids],
        "days": [sort_date(atlas.records.cooperations[id_]) for id_ in table.ids],
        "facets": {
            facet.id: {"values": table.values[facet.id], "of": table.column(facet)}
            for facet in facets.FACETS
        },
        "parties": [[actor_at[actor] for actor in table.parties(id_)] for id_ in table.ids],
        "actors": {
            "ids": table.actors,
            "countries": [
                sorted(country_at[code] for code in actor_countries(atlas.records, id_))
                for id_ in table.actors
            ],
            "places": [[place_at[place] for place in table.places_of(id_)] for id_ in table.actors],
        },
        "pins": [[place_at[place] for place in atlas.pins_of[id_]] for id_ in table.ids],
        "ties": [
            [place_at[end] for tie in atlas.ties[id_] for end in (tie.a, tie.b)]
            for id_ in table.ids
        ],
        "places": {
            "ids": table.places,
            "paths": [edition.place(id_).path for id_ in table.places],
            "lon": [round(point.lon, _DECIMALS) if point else None for point in points],
            "lat": [round(point.lat, _DECIMALS) if point else None for point in points],
        },
    }


def texts(table: Table, edition: Edition) -> dict[str, Any]:
    """The texts of one language, each list in the order of its ids in `records`.

    A text that is not in this language is a list of the text and its own language's code.
    """
    atlas = table.atlas
    starts = (edition.start(atlas.records.cooperations[id_]) for id_ in table.ids)
    return {
        "titles": [_text(edition.cooperation(id_).name) for id_ in table.ids],
        "since": [start.text if start else "" for start in starts],
        "as_of": [_as_of(edition, id_) for id_ in table.ids],
        "actors": [_text(edition.actor(id_).name) for id_ in table.actors],
        "places": [_text(edition.place(id_).name) for id_ in table.places],
        "labels": {
            facet.id: [_text(facet.name(edition, value)) for value in table.values[facet.id]]
            for facet in facets.FACETS
        },
    }


def list_facts(table: Table, context: PageContext) -> dict[str, Any]:
    """What only a saved table says of the cooperations, a column for each thing; dates in EDTF.

    `sources` of a cooperation are places in the list `sources`: title and address.
    """
    records = context.edition.atlas.records
    of = [records.cooperations[id_] for id_ in table.ids]
    sources = sorted({cited.source for record in of for cited in record.sources})
    at = _number(sources)
    return {
        "columns": {
            "as_of": [_edtf(record.status.as_of) for record in of],
            "evidence": [context.edition.text(record.status.evidence).text for record in of],
            "signed": ["; ".join(_edtf(a.signed) for a in r.agreements if a.signed) for r in of],
            "end": [_edtf(record.dates.actual_end if record.dates else None) for record in of],
            "sources": [[at[cited.source] for cited in record.sources] for record in of],
            "not_recorded": [facts.list_unrecorded(context, record) for record in of],
        },
        "sources": [
            {"title": records.sources[id_].title.text, "url": records.sources[id_].url or ""}
            for id_ in sources
        ],
    }


def names(table: Table, editions: Sequence[Edition]) -> dict[str, Any]:
    """The spelt words by which cooperations are found, in all languages, with a blank between.

    - `own`: for each cooperation those of its title in a source and of where it takes place.
    - `actors`: those of each actor and of its places, in the order of `records`.
    - `facets`: those of each value of the facets by which somebody searches in words.
    """
    atlas = table.atlas
    languages = [edition.language for edition in editions]
    of_value: dict[str, Callable[[str], Iterable[str]]] = {
        facets.COUNTRY.id: lambda code: names_of_country(languages, code),
        facets.THEME.id: lambda id_: atlas.records.themes[id_].names.values(),
        facets.FORM.id: lambda form: names_of_form(editions, Form(form)),
    }
    return {
        "own": [spell(table.own_names(id_)) for id_ in table.ids],
        "actors": [spell(table.names_of_actor(id_)) for id_ in table.actors],
        "facets": {
            facet: [spell(called(value)) for value in table.values[facet]]
            for facet, called in of_value.items()
        },
    }


@dataclass(frozen=True)
class Table:
    """The cooperations in the order of the columns, and all that the columns name."""

    atlas: Atlas

    @cached_property
    def ids(self) -> list[str]:
        """The latest start first, the undated last, then by id: as the site's tables stand."""
        return newest_first(self.atlas.records, self.atlas.records.cooperations)

    @cached_property
    def places(self) -> list[str]:
        """Every place that some cooperation is pinned at, or that an actor stands for."""
        pinned = {place for id_ in self.ids for place in self.atlas.pins_of[id_]}
        return sorted(pinned.union(*map(self.places_of, self.actors)))

    @cached_property
    def actors(self) -> list[str]:
        """Every actor that takes part in something."""
        return sorted({actor for id_ in self.ids for actor in self.parties(id_)})

    def parties(self, id_: str) -> list[str]:
        """Who takes part, each once, in the record's order."""
        return actors_of(self.atlas.records.cooperations[id_])

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
        """The values of each facet that occur, in an order that no language changes."""
        return {
            facet.id: facet.in_any_language(
                {value for id_ in self.ids for value in facet.values(self.atlas, id_)}
            )
            for facet in facets.FACETS
        }

    def column(self, facet: Facet) -> list[list[int]]:
        """For each cooperation the places of its values in `values`."""
        at = _number(self.values[facet.id])
        return [sorted(at[one] for one in facet.values(self.atlas, id_)) for id_ in self.ids]


def _text(text: Text) -> str | list[str]:
    return [text.text, text.language] if text.foreign else text.text


def _as_of(edition: Edition, id_: str) -> str:
    as_of = edition.atlas.records.cooperations[id_].status.as_of
    return edition.moment(as_of).text if as_of else ""


def _edtf(moment: Moment | None) -> str:
    """The moment in EDTF: what lies between two dates as an interval."""
    if moment is None:
        return ""
    if isinstance(moment, Between):
        return f"{moment.earliest.text}/{moment.latest.text}"
    return moment.text


def _number(ids: Iterable[str]) -> dict[str, int]:
    return {id_: at for at, id_ in enumerate(ids)}


def _json(value: Mapping[str, Any]) -> bytes:
    return (json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n").encode()
