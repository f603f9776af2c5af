"""The flat table of ties between two places, of both tiers, and all that registers list as they
have it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

from atlas.graph.listed import ListedPair
from atlas.graph.parties import opposite_parties
from atlas.model import Cooperation, ListedTie, Party, Place
from atlas.model.vocabulary import State, Tier
from atlas.model.vocabulary.registers import OWN_LICENCE
from atlas.model.world_regions import find_regions
from atlas.site.dataset.cooperation_row import DATES, FORM, SOURCES, dates_of, sources_of
from atlas.site.dataset.native_name import find_native_name
from atlas.site.dataset.record_tables import PAGE
from atlas.site.dataset.table import Column, Table, TableSource, Type, columns_of

_Any = TypeVar("_Any")
Pair = tuple[str, str]
Ends = tuple[dict[str, None], dict[str, None]]
"""The roles at both ends of a tie, each once, in the order of the parties."""


class _EndsOfTies(dict[str, tuple[object, ...]]):
    """By the id of a place what its ties say of it; the same places have many."""

    def __init__(self, source: TableSource) -> None:
        self._source = source

    def __missing__(self, id_: str) -> tuple[object, ...]:
        self[id_] = found = _describe_end(self._source, id_)
        return found


def _ties(source: TableSource) -> Iterator[tuple[object, ...]]:
    yield from _researched(source)
    yield from _listed(source)


def _researched(source: TableSource) -> Iterator[tuple[object, ...]]:
    """A row for each line that a cooperation has on the map."""
    end_of = _EndsOfTies(source)
    for id_, ties in source.atlas.ties.items():
        if not ties:
            continue
        record = source.records.cooperations[id_]
        roles = _roles(source, record)
        title, page = source.text(record.title).text, source.page(Cooperation, id_)
        sources = sources_of(record)
        for tie in ties:
            yield (Tier.RESEARCHED, f"{id_}/{tie.a}/{tie.b}", id_, title, None,
                   *end_of[tie.a], *end_of[tie.b],
                   *(" ".join(found) for found in roles[tie.a, tie.b]),
                   record.form, record.form.label, *dates_of(record), record.status.code,
                   record.status.as_of, tie.state, None, sources, None, OWN_LICENCE,
                   None, None, page)  # fmt: skip


def _roles(source: TableSource, record: Cooperation) -> dict[Pair, Ends]:
    """By pair of places in the order of their ids the roles of the parties that tie them."""
    found: dict[Pair, Ends] = {}

    def add(a: str, b: str, parties: Sequence[Party]) -> None:
        ends = found.setdefault((a, b), ({}, {}))
        for end, party in zip(ends, parties, strict=True):
            end.update(dict.fromkeys(map(str, party.roles)))

    pins = source.atlas.pins_of_actor
    for left, right in opposite_parties(record):
        for a in pins[left.actor]:
            for b in pins[right.actor]:
                add(*((a, b, (left, right)) if a <= b else (b, a, (right, left))))
    return found


def _listed(source: TableSource) -> Iterator[tuple[object, ...]]:
    """A row for each register's word on a pair that nobody has researched."""
    end_of = _EndsOfTies(source)
    for pair, tie in _each(source):
        if pair.cooperations:
            continue
        yield (Tier.LISTED, tie.id, None, None, pair.id,
               *end_of[tie.a], *end_of[tie.b], None, None,
               tie.form, tie.form and tie.form.label, None, tie.start, None, tie.end,
               tie.start, None,
               tie.as_of, State.ENDED if tie.end else None, tie.stated_by, tie.source,
               tie.source, source.records.registers[tie.source].licence, tie.reference_url,
               tie.locator, _page(source, pair))  # fmt: skip


def _every_listed(source: TableSource) -> Iterator[tuple[object, ...]]:
    records, end_of = source.records, _EndsOfTies(source)
    for pair, tie in _each(source):
        yield (tie.id, *_bare(end_of[tie.a]), *_bare(end_of[tie.b]), tie.form,
               tie.form_as_stated, tie.start, tie.start_as_stated, tie.end, tie.stated_by,
               Tier.LISTED, tie.source, records.sources[tie.source].title.text, tie.as_of,
               records.registers[tie.source].licence, tie.reference_url, tie.locator,
               " ".join(pair.cooperations), _page(source, pair))  # fmt: skip


def _each(source: TableSource) -> Iterator[tuple[ListedPair, ListedTie]]:
    for pair in source.atlas.listed.pairs.values():
        for tie in pair.ties:
            yield pair, tie


def _page(source: TableSource, pair: ListedPair) -> str:
    """Where a listed tie stands on the page of its first place."""
    return f"{source.page(Place, pair.a)}#{pair.id}"


def _describe_end(source: TableSource, id_: str) -> tuple[object, ...]:
    """An end of a tie as it stands in both tiers."""
    place = source.records.places[id_]
    name, point = source.text(place.names).text, place.coordinates
    native, _ = find_native_name(place.names, place.countries)
    return (id_, name, native, *source.countries(place.countries),
            "; ".join(find_regions(place.countries)), point and point.lat,
            point and point.lon, place.wikidata)  # fmt: skip


def _bare(end: tuple[_Any, ...]) -> tuple[_Any, ...]:
    """Of an end, or of its columns, what the table of all that is listed has."""
    return (*end[:2], end[3], *end[6:])


def _end_columns(side: str) -> tuple[Column, ...]:
    return (
        Column(f"{side}_id", "The id of the place at this end.", refers_to="places", required=True),
        Column(f"{side}_name", "Its name in English, else in another language.", required=True),
        Column(f"{side}_native_name", "Its name in an official language of its country."),
        Column(f"{side}_country", "Its countries (ISO 3166-1 alpha-2), with blanks between."),
        Column(f"{side}_country_name", "What they are called in English."),
        Column(
            f"{side}_region",
            "Their region of the world (UN M49): Africa, Americas, Asia, Europe or Oceania.",
        ),
        Column(f"{side}_lat", "Degrees north of the equator (WGS 84).", Type.NUMBER),
        Column(f"{side}_lon", "Degrees east of Greenwich (WGS 84).", Type.NUMBER),
        *(Column(f"{side}_{one.name}", one.description) for one in columns_of(Place, "wikidata")),
    )


_LICENCE = Column("licence", "Under which the row may be used (SPDX).", required=True)
_TITLE = Column("register_title", "The title of the register.", required=True)
_TIER = Column(
    "tier",
    "researched, or listed: what a register says and nobody here has checked.",
    required=True,
)

TIES = Table(
    "ties",
    "Ties between two places. Researched: a row for each line on the map of a cooperation. Listed:"
    " a row for each register's word on a pair that no cooperation speaks of; count the pairs.",
    (
        _TIER,
        Column(
            "id", "That of the cooperation and both places, or of the listed tie.", required=True
        ),
        Column("cooperation", "The id of the cooperation.", refers_to="cooperations"),
        Column("title", "The title of the cooperation in English, else in another language."),
        Column("pair", "Of what is listed: the pair, whichever register lists it."),
        *_end_columns("a"),
        *_end_columns("b"),
        Column("a_roles", "What those at the first end do in the cooperation, blanks between."),
        Column("b_roles", "What those at the other end do in the cooperation, blanks between."),
        *FORM,
        *DATES,
        Column("status", "Where the cooperation stood when that was last evidenced."),
        Column("as_of", "When that was, or when the register last listed it.", Type.MOMENT),
        Column(
            "state",
            "ended, paused, planned, or ongoing: not known to have ended. Of what is"
            " listed only whether it ended.",
        ),
        *columns_of(ListedTie, "stated_by"),
        SOURCES,
        Column("register", "The register that lists it.", refers_to="sources"),
        _LICENCE,
        *columns_of(ListedTie, "reference_url locator"),
        PAGE,
    ),
    _ties,
    ("id",),
)
LISTED_TIES = Table(
    "listed-ties",
    "All that registers list, even if it is researched: a row for each register's word on a pair.",
    (
        Column("id", "Its id: of its register and its pair.", required=True),
        *_bare(_end_columns("a")),
        *_bare(_end_columns("b")),
        *columns_of(ListedTie, "form form_as_stated start start_as_stated end stated_by"),
        _TIER,
        Column("register", "The register that lists it.", refers_to="sources", required=True),
        _TITLE,
        *columns_of(ListedTie, "as_of"),
        _LICENCE,
        *columns_of(ListedTie, "reference_url locator"),
        Column("cooperations", "The cooperations that speak of it, with blanks between."),
        Column("url", "Where it stands on the page of its first place.", required=True),
    ),
    _every_listed,
    ("id",),
)
