"""The files of single things: of a record, of a country and its listed ties, of a goal."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from atlas.graph.parties import actor_countries
from atlas.graph.relate import Atlas
from atlas.i18n.languages import ENGLISH
from atlas.model import Part, Place, Record, iso_codes
from atlas.model.vocabulary import GOALS, Tier
from atlas.model.vocabulary.registers import OWN_LICENCE
from atlas.pages import api_addresses
from atlas.pages.page import PageContext
from atlas.site.api.items import count, list_cooperations, list_registers, list_ties
from atlas.site.api.names import NameCollection
from atlas.site.api.shapes import (
    ActorFile,
    CooperationFile,
    CooperationItem,
    CountryFile,
    GoalFile,
    PlaceFile,
    SourceFile,
    ThemeFile,
    TieItem,
    TiesFile,
)


def make(context: PageContext, kind: str, id_: str) -> Part:
    """The file of a thing of a kind; ids of countries are codes in capitals."""
    return _FILES[kind](context, id_)


def _cooperation(context: PageContext, id_: str) -> CooperationFile:
    atlas = context.edition.atlas
    record = atlas.records.cooperations[id_]
    ties = list_ties(context, atlas.listed.by_cooperation.get(id_, ()))
    countries = list(atlas.countries_of[id_])
    return CooperationFile(
        **_head(context, "cooperations", id_),
        tier=Tier.RESEARCHED,
        record=record,
        state=record.status.code.state,
        countries=countries,
        listed_ties=ties,
        registers=list_registers(atlas, ties),
        named=_name(context, record, ties=ties, countries=countries),
    )


def _place(context: PageContext, id_: str) -> PlaceFile:
    atlas = context.edition.atlas
    record, authority = atlas.records.places[id_], atlas.authority_of.get(id_)
    ties = list_ties(context, atlas.listed.by_place.get(id_, ()))
    is_listed = id_ in atlas.records.listed_places
    found = _list(context, "places", id_, listed=len(ties))
    return PlaceFile(
        **_head(
            context, "places", id_, _licence_of_row(atlas, record) if is_listed else OWN_LICENCE
        ),
        tier=Tier.LISTED if is_listed else Tier.RESEARCHED,
        record=record,
        authority=authority,
        listed_ties=ties,
        registers=list_registers(atlas, ties),
        named=_name(
            context, record, found["cooperations"], ties, actors=[authority] if authority else []
        ),
        **found,
    )


def _licence_of_row(atlas: Atlas, place: Place) -> str:
    """The licences of the registers that list a place, as one expression (SPDX, annex D)."""
    registers = atlas.records.registers
    named = {registers[one.source].licence for one in place.sources if one.source in registers}
    return " AND ".join(sorted(named)) or OWN_LICENCE


def _actor(context: PageContext, id_: str) -> ActorFile:
    atlas = context.edition.atlas
    record, town = atlas.records.actors[id_], atlas.town_of.get(id_)
    found = _list(context, "actors", id_)
    countries = sorted(actor_countries(atlas.records, id_))
    return ActorFile(
        **_head(context, "actors", id_),
        tier=Tier.RESEARCHED,
        record=record,
        countries=countries,
        place=town,
        named=_name(context, record, found["cooperations"], countries=countries),
        **found,
    )


def _source(context: PageContext, id_: str) -> SourceFile:
    atlas = context.edition.atlas
    record, ids = atlas.records.sources[id_], atlas.by_source["cooperations"].get(id_, ())
    cooperations = list_cooperations(context, ids)
    return SourceFile(
        **_head(context, "sources", id_),
        tier=Tier.RESEARCHED,
        record=record,
        counts=count(atlas, ids),
        cooperations=cooperations,
        named=_name(context, record, cooperations),
    )


def _theme(context: PageContext, id_: str) -> ThemeFile:
    record = context.edition.atlas.records.themes[id_]
    found = _list(context, "themes", id_)
    return ThemeFile(
        **_head(context, "themes", id_),
        tier=Tier.RESEARCHED,
        record=record,
        named=_name(context, record, found["cooperations"]),
        **found,
    )


def _goal(context: PageContext, id_: str) -> GoalFile:
    found = _list(context, "goals", id_)
    return GoalFile(
        **_head(context, "goals", id_),
        name=GOALS[int(id_)],
        named=_name(context, None, found["cooperations"]),
        **found,
    )


def _country(context: PageContext, code: str) -> CountryFile:
    listed = len(context.edition.atlas.listed.by_country.get(code, ()))
    found, state = _list(context, "countries", code, listed=listed), iso_codes.STATES.get(code)
    return CountryFile(
        **_head(context, "countries", code),
        name=ENGLISH.country(code),
        state=state,
        listed_ties=find_ties(context, code) if listed else None,
        named=_name(
            context, None, found["cooperations"], countries=[code, *([state] if state else [])]
        ),
        **found,
    )


def _ties(context: PageContext, code: str) -> TiesFile:
    atlas = context.edition.atlas
    ties = list_ties(context, atlas.listed.by_country[code])
    return TiesFile(
        kind="listed-ties",
        id=code,
        tier=Tier.LISTED,
        name=ENGLISH.country(code),
        count=len(ties),
        listed_ties=ties,
        registers=list_registers(atlas, ties),
        named=_name(context, None, ties=ties, countries=[code]),
    )


def find_ties(context: PageContext, code: str) -> str:
    """The address of the file of the listed ties of a country."""
    return f"{context.site.url}{api_addresses.address('listed-ties', code)}"


def _list(
    context: PageContext, section: str, id_: str, listed: int | None = None
) -> dict[str, Any]:
    """The cooperations of a page and what they come to, as fields of its file."""
    atlas = context.edition.atlas
    ids = api_addresses.find_cooperations(atlas, section, id_)
    return {
        "counts": count(atlas, ids, listed),
        "cooperations": list_cooperations(context, ids),
    }


def _head(context: PageContext, kind: str, id_: str, licence: str = OWN_LICENCE) -> dict[str, Any]:
    """What all of them begin with, as fields: the pages are those of the thing in each language."""
    path = context.edition.path(kind, id_.lower())
    pages = {one.code: f"{context.site.url}{one.prefix}{path}" for one in context.edition.languages}
    return {"kind": kind, "id": id_, "licence": licence, "pages": pages}


def _name(
    context: PageContext,
    record: Record | None,
    cooperations: Sequence[CooperationItem] = (),
    ties: Sequence[TieItem] = (),
    **others: Sequence[str],
) -> dict[str, dict[str, Any]]:
    """What all is called that a file names; `others` are ids by their kind."""
    names = NameCollection(context)
    if record is not None:
        names.add_record(record)
    names.add_cooperations(cooperations)
    names.add_ties(ties)
    for kind, ids in others.items():
        names.add(kind, ids)
    return names.collect()


_FILES: Mapping[str, Callable[[PageContext, str], Part]] = {
    "cooperations": _cooperation,
    "actors": _actor,
    "places": _place,
    "sources": _source,
    "themes": _theme,
    "countries": _country,
    "goals": _goal,
    "listed-ties": _ties,
}
