"""The chapters of a printed atlas: each town and organisation of a country with its ties."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from atlas.graph.beginnings import newest_first
from atlas.graph.edition import Ref
from atlas.graph.parties import actor_countries
from atlas.i18n.normalize import sort_key
from atlas.model.vocabulary import Word
from atlas.pages import listed_table
from atlas.pages.cooperation_table import table
from atlas.pages.listed_table import Side
from atlas.pages.page import PageContext, sort_by_name


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter: whom it is about, what kind that is, and the tables of what is researched and of
    what is listed, "" for none. `anchor` is where links within the book lead."""

    ref: Ref
    kind: Word
    anchor: str
    cooperations: Markup | str
    listed: Markup | str


@dataclass
class _Ties:
    """What a chapter has: ids of cooperations, and listed pairs."""

    cooperations: set[str]
    sides: list[Side]


def chapters(context: PageContext, code: str, own: Sequence[str]) -> list[Chapter]:
    """A chapter for each who lies in the country `code` or its territories, `own` being all of
    them, and has a tie itself: authorities and organisations, and places that registers list and no
    authority stands for. They are in the order of names."""
    atlas = context.edition.atlas
    records, countries = atlas.records, {*own}
    found: dict[str, _Ties] = defaultdict(lambda: _Ties(set(), []))
    for id_ in atlas.by_country.get(code, ()):
        for actor in atlas.breadth.parties_of[id_]:
            if not countries.isdisjoint(actor_countries(records, actor)):
                found[f"actors/{actor}"].cooperations.add(id_)
    for side in listed_table.sides_of_countries(context, code, frozenset(own)):
        for end in (side, Side(side.pair, side.there, side.here)):
            if _is_in(context, end.here, countries):
                found[_subject(context, end.here)].sides.append(end)
    return _in_order(context, found)


def _is_in(context: PageContext, place: str, countries: set[str]) -> bool:
    return not countries.isdisjoint(context.edition.atlas.records.places[place].countries)


def _subject(context: PageContext, place: str) -> str:
    """Whose chapter has what is listed of a place: that of the authority that stands for it."""
    actor = context.edition.atlas.authority_of.get(place)
    return f"actors/{actor}" if actor else f"places/{place}"


def _in_order(context: PageContext, found: dict[str, _Ties]) -> list[Chapter]:
    subjects = {key: context.edition.record(*key.split("/")) for key in found}
    by_path = {ref.path: key for key, ref in subjects.items()}
    ordered = (by_path[ref.path] for ref in sort_by_name(subjects.values()))
    return [_chapter(context, key, found[key]) for key in ordered]


def _chapter(context: PageContext, key: str, ties: _Ties) -> Chapter:
    section, id_ = key.split("/")
    edition = context.edition
    record = getattr(edition.atlas.records, section)[id_]
    ref = edition.record(section, id_)
    return Chapter(
        ref=ref,
        kind=record.kind or record.type if section == "actors" else record.type,
        anchor=f"{section}-{id_}",
        cooperations=table(
            context,
            newest_first(edition.atlas.records, sorted(ties.cooperations)),
            context._("Cooperations: {name}").format(name=ref.name.text),
            id_=f"{section}-{id_}-table",
            own=id_ if section == "actors" else "",
        ),
        listed=listed_table.of_chapter(
            context,
            sorted(ties.sides, key=lambda side: _name_partner(context, side)),
            context._("Listed ties: {name}").format(name=ref.name.text),
        )
        if ties.sides
        else "",
    )


def _name_partner(context: PageContext, side: Side) -> tuple[str, str]:
    return sort_key(context.edition.place(side.there).name.text), side.there
