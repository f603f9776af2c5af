"""What registers list, for the filters of the list of cooperations: files of their own, which are
fetched when somebody asks for them. The ties that are researched too stand with the cooperations.

Of thousands of ties a column says what differs: a list of what occurs, and for each tie where in
that list its own stands.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from atlas.graph import facets
from atlas.graph.edition import Edition
from atlas.graph.listed import ListedPair
from atlas.graph.relate import Atlas
from atlas.model.edtf_date import EdtfDate
from atlas.model.registers import find_end
from atlas.model.vocabulary import Form
from atlas.pages import status
from atlas.pages.search_names import names_of_country, names_of_form, names_of_place, spell
from atlas.site.columns import number, write_json, write_text
from atlas.site.contents import SiteContents
from atlas.site.exports.explore import FOLDER

_DECIMALS = 3
"""Of coordinates: about 110 m; a register says where a town lies, not where its hall stands."""


def files(site: SiteContents) -> Iterator[tuple[str, bytes]]:
    """Path from the root of the site and content of each file: listed.json, listed-names.json for
    what is typed, and listed-<language>.json; none where registers list nothing more."""
    table = ListedTable(site.atlas)
    if not table.pairs:
        return
    yield f"{FOLDER}/listed.json", write_json(columns(table, site.editions[0]))
    yield f"{FOLDER}/listed-names.json", write_json(names(table, site.editions))
    for edition in site.editions:
        content = texts(table, edition)
        yield f"{FOLDER}/listed-{edition.language.code}.json", write_json(content)


@dataclass(frozen=True)
class ListedTable:
    """The pairs that nobody has researched, in the order of their ids, and all that they name."""

    atlas: Atlas

    @cached_property
    def pairs(self) -> list[ListedPair]:
        """Each pair once."""
        return [self.atlas.listed.pairs[id_] for id_ in self.atlas.listed.unresearched]

    @cached_property
    def places(self) -> list[str]:
        """Every place of a pair."""
        return sorted({end for pair in self.pairs for end in (pair.a, pair.b)})

    @cached_property
    def values(self) -> dict[str, list[str]]:
        """The values of each facet that occur."""
        return {
            facet.id: facet.in_any_language(facet.count_listed(self.atlas))
            for facet in facets.FACETS
        }

    @cached_property
    def numbers(self) -> dict[str, dict[str, int]]:
        """The place of each value among those of its facet."""
        return {facet: number(values) for facet, values in self.values.items()}

    @cached_property
    def starts(self) -> list[EdtfDate]:
        """Every date at which one began."""
        return sorted({pair.start for pair in self.pairs if pair.start}, key=lambda one: one.text)

    @cached_property
    def days(self) -> list[EdtfDate]:
        """Every date at which a register was taken."""
        days = {tie.as_of for pair in self.pairs for tie in pair.ties}
        return sorted(days, key=lambda one: one.text)


def columns(table: ListedTable, edition: Edition) -> dict[str, Any]:
    """The ties, a column for each thing that is known of them. A `column` is what `occurs`, and
    `of` each tie where in that its own stands; nothing in `of` where all are the same.

    - `a`, `b`: places in the list `places`. `ids`: those of a pair that are not both ids joined.
    - `since`: a column of EDTF dates, "" where none is recorded. `ends`, `stated`: of the few that
      have one, when they ended, and the register's word for a type that it leaves open.
    - `registers`: `ids` and `licences`. `said`: a column of lists, each of pairs: a place in
      `registers`, and in `days` the date as of which it lists the tie.
    - `facets`: for each its `values`, and a column of places in them.
    - `places`: `ids`; `paths` of those whose page is another's; `countries` (values of the facet),
      `lon` and `lat` (WGS 84 degrees; null where none is recorded).
    """
    atlas, pairs = table.atlas, table.pairs
    place_at, day_at = number(table.places), {day.text: at for at, day in enumerate(table.days)}
    registers = table.values[facets.REGISTER.id]
    register_at = number(registers)
    said = ([(register_at[t.source], day_at[t.as_of.text]) for t in pair.ties] for pair in pairs)
    return {
        "a": [place_at[pair.a] for pair in pairs],
        "b": [place_at[pair.b] for pair in pairs],
        "ids": _few(pair.id if pair.id != f"{pair.a}-{pair.b}" else "" for pair in pairs),
        "since": _column(pair.start.text if pair.start else "" for pair in pairs),
        "ends": _few(str(find_end(pair.ties) or "") for pair in pairs),
        "stated": _few("" if pair.form else _form_as_stated(pair) for pair in pairs),
        "registers": {
            "ids": registers,
            "licences": [
                atlas.records.registers[id_].licence.value if id_ in atlas.records.registers else ""
                for id_ in registers
            ],
        },
        "days": [day.text for day in table.days],
        "said": _column(tuple(one) for one in said),
        "facets": {
            facet.id: {
                "values": table.values[facet.id],
                **_column(_values_of(table, facet.id, facet.of_listed(atlas, p)) for p in pairs),
            }
            for facet in facets.FACETS
        },
        "places": _place_columns(table, edition),
    }


def _place_columns(table: ListedTable, edition: Edition) -> dict[str, Any]:
    country_at = number(table.values[facets.COUNTRY.id])
    places = [table.atlas.records.places[id_] for id_ in table.places]
    paths = (edition.place(id_).path for id_ in table.places)
    own = zip(table.places, paths, strict=True)
    return {
        "ids": table.places,
        "paths": _few("" if path == f"places/{id_}/" else path for id_, path in own),
        "countries": _column(
            tuple(sorted(country_at[code] for code in place.countries)) for place in places
        ),
        **{
            axis: [
                round(getattr(place.coordinates, axis), _DECIMALS) if place.coordinates else None
                for place in places
            ]
            for axis in ("lon", "lat")
        },
    }


def texts(table: ListedTable, edition: Edition) -> dict[str, Any]:
    """The texts of one language, each list in the order of its ids in `columns`, as those of the
    cooperations are written; `since`, `ends` and `days` are the dates in words."""
    ends = {tie.end for pair in table.pairs for tie in pair.ties if tie.end}
    return {
        "places": [write_text(edition.place(id_).name) for id_ in table.places],
        "since": {start.text: edition.moment(start).text for start in table.starts},
        "ends": {end.text: status.say_ended(edition, end) for end in sorted(ends, key=str)},
        "days": [edition.moment(day).text for day in table.days],
        "labels": {
            facet.id: [write_text(facet.name(edition, value)) for value in table.values[facet.id]]
            for facet in facets.FACETS
        },
    }


def names(table: ListedTable, editions: Sequence[Edition]) -> dict[str, Any]:
    """The spelt words by which ties are found, in all languages, with a blank between: those of
    each of the `actors`, which are places here, and of each value of some `facets`."""
    languages = [edition.language for edition in editions]
    return {
        "actors": [spell(names_of_place(table.atlas, id_)) for id_ in table.places],
        "facets": {
            facets.COUNTRY.id: [
                spell(names_of_country(languages, code)) for code in table.values[facets.COUNTRY.id]
            ],
            facets.FORM.id: [
                spell(names_of_form(editions, Form(form))) for form in table.values[facets.FORM.id]
            ],
        },
    }


def _values_of(table: ListedTable, facet: str, values: Iterable[str]) -> tuple[int, ...]:
    at = table.numbers[facet]
    return tuple(sorted(at[value] for value in values))


def _column(values: Iterable[Hashable]) -> dict[str, list[Any]]:
    """What occurs, in the order in which it does, and for each where it stands in that."""
    occurs: dict[Hashable, int] = {}
    of = [occurs.setdefault(value, len(occurs)) for value in values]
    return {"occurs": [*occurs], "of": of if len(occurs) > 1 else []}


def _few(texts: Iterable[str]) -> dict[int, str]:
    """Those texts that are not empty, by their number."""
    return {at: text for at, text in enumerate(texts) if text}


def _form_as_stated(pair: ListedPair) -> str:
    return next((tie.form_as_stated for tie in pair.ties if tie.form_as_stated), "")
