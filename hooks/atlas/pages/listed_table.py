"""The tables of what registers list: of a place, and of a country, page by page."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from markupsafe import Markup

from atlas.graph.listed import ListedPair
from atlas.graph.parties import ancestors
from atlas.i18n.normalize import sort_key
from atlas.pages import listed_ties, pagination, tie_forms
from atlas.pages.page import PageContext, sort_by_name
from atlas.pages.tie_forms import TieWays

MOST_ROWS = pagination.LENGTH
"""Rows on the page of a place. A town has some dozens; of a region, its towns' pages have all."""


@dataclass(frozen=True, slots=True)
class Side:
    """A listed pair as it is seen from one of its ends."""

    pair: ListedPair
    here: str
    there: str


@dataclass(frozen=True, slots=True)
class _Row:
    """A row: `here` where the page is about more than one place, and `id` and `ways` where it is
    the page of the tie."""

    there: Markup
    facts: Markup
    here: Markup | str = ""
    id: str = ""
    ways: TieWays | None = None


def sides_of_place(context: PageContext, place: str) -> list[Side]:
    """The listed pairs of a place and of those in it, seen from there, in the order of names."""
    atlas = context.edition.atlas
    pairs = [atlas.listed.pairs[id_] for id_ in atlas.listed.by_place.get(place, ())]
    places = atlas.records.places
    inner = {id_ for one in pairs for id_ in (one.a, one.b) if place in ancestors(places, id_)}
    return _in_order(context, (_seen_from(pair, inner) for pair in pairs))


def sides_of_countries(context: PageContext, code: str, own: AbstractSet[str]) -> list[Side]:
    """The listed pairs of a country and of its territories, which all are `own`."""
    atlas = context.edition.atlas
    places = atlas.records.places
    pairs = [atlas.listed.pairs[id_] for id_ in atlas.listed.by_country.get(code, ())]
    inner = {
        id_ for one in pairs for id_ in (one.a, one.b) if not own.isdisjoint(places[id_].countries)
    }
    return _in_order(context, (_seen_from(pair, inner) for pair in pairs))


def of_place(context: PageContext, place: str, sides: Sequence[Side], caption: str) -> Markup:
    """The table on the page of a place, where each tie has its own address: `#<id of the pair>`.

    No other element of such a page has an id of two ids of places with a hyphen between them.
    """
    path = context.edition.place(place).path
    spread = any(side.here != place for side in sides)
    rows = [
        _Row(
            id=side.pair.id,
            here=_town(context, side.here, countries=False) if spread else "",
            there=_town(context, side.there),
            facts=listed_ties.facts(context, side.pair),
            ways=tie_forms.ways(context, side.pair, path),
        )
        for side in sides[:MOST_ROWS]
    ]
    return _render(context, rows, caption, spread=spread, sortable=True)


def of_country(context: PageContext, sides: Sequence[Side], caption: str, *, whole: bool) -> Markup:
    """A table on a page of a country, whose rows lead to those on the pages of its places; only a
    `whole` one can be sorted. The first row of each initial has that one's anchor for its id."""
    initials = [pagination.initial(name(context, side)) for side in sides]
    rows = [
        _Row(
            id="" if before == letter else pagination.anchor(letter),
            here=_link(context, side),
            there=_town(context, side.there),
            facts=listed_ties.facts(context, side.pair),
        )
        for side, letter, before in zip(sides, initials, ["", *initials], strict=False)
    ]
    return _render(context, rows, caption, spread=True, sortable=whole)


def of_chapter(context: PageContext, sides: Sequence[Side], caption: str) -> Markup:
    """A table in a book, where nobody can answer and nothing is sorted."""
    rows = [
        _Row(there=_town(context, side.there), facts=listed_ties.facts(context, side.pair))
        for side in sides
    ]
    return _render(context, rows, caption, spread=False, sortable=False)


def name(context: PageContext, side: Side) -> str:
    """The name of the place that a pair is seen from, which orders the tables."""
    return context.edition.place(side.here).name.text


def _in_order(context: PageContext, sides: Iterable[Side]) -> list[Side]:
    keys: dict[str, tuple[str, str]] = {}

    def key(place: str) -> tuple[str, str]:
        if place not in keys:
            keys[place] = sort_key(context.edition.place(place).name.text), place
        return keys[place]

    return sorted(sides, key=lambda side: (key(side.here), key(side.there)))


def _seen_from(pair: ListedPair, inner: Collection[str]) -> Side:
    """The pair from that of its ends which is among the `inner` places; from the first of two."""
    here = pair.a if pair.a in inner else pair.b
    return Side(pair, here, pair.other(here))


def _town(context: PageContext, place: str, *, countries: bool = True) -> Markup:
    """A link to a place, with its countries; rendered once for all pages of the context."""

    def render() -> Markup:
        edition = context.edition
        codes = edition.atlas.records.places[place].countries if countries else []
        return context.render(
            "listed_town.html",
            path=edition.place(place).path,
            name=edition.place(place).name,
            countries=[
                ref
                for ref in sort_by_name(map(edition.country, codes))
                if not edition.place(place).name.tells(ref.name.text)
            ],
        )

    return context.remember("town" if countries else "town alone", place, render)


def _link(context: PageContext, side: Side) -> Markup:
    """A link to the row of a tie on the page of the place that it is seen from."""
    ref = context.edition.place(side.here)
    return context.render(
        "listed_town.html", path=f"{ref.path}#{side.pair.id}", name=ref.name, countries=[]
    )


def _render(
    context: PageContext, rows: Sequence[_Row], caption: str, *, spread: bool, sortable: bool
) -> Markup:
    return context.render(
        "listed_table.html", rows=rows, caption=caption, spread=spread, sortable=sortable
    )
