"""How much there is of what the atlas gathers, as others count it, beside what stands here."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from atlas.graph.edition import Date, Ref, Text
from atlas.graph.tally import count
from atlas.i18n.normalize import sort_key
from atlas.model import Total, iso_codes
from atlas.pages import country
from atlas.pages.page import PageContext


@dataclass(frozen=True, slots=True)
class Comparison:
    """A country or Europe: what is counted there by others, and by whom; what is researched and
    what is listed here. `path` is the address of its page, if it has one."""

    name: Text
    path: str
    is_europe: bool
    ties: int
    approximate: bool
    as_of: Date | None
    source: Ref
    publisher: str
    researched: int
    listed: int


def compare(context: PageContext, source: str | None = None) -> list[Comparison]:
    """Every total that others publish, or that one source does: by name, that of Europe last."""
    totals = [one for one in context.edition.atlas.records.totals if source in {None, one.source}]
    with_page = {*country.codes(context)} if totals else set()
    found = [_compare(context, total, has_page=total.where in with_page) for total in totals]
    return sorted(found, key=lambda one: (one.is_europe, sort_key(one.name.text)))


def _compare(context: PageContext, total: Total, *, has_page: bool) -> Comparison:
    edition, atlas = context.edition, context.edition.atlas
    ref = edition.country(total.where)
    if total.where == iso_codes.EUROPE:
        across = (id_ for id_, pairs in atlas.pairs_of.items() if any(map(_is_european, pairs)))
        researched = count(atlas, across)
        listed = _count_listed_in_europe(context)
    else:
        researched = count(atlas, atlas.by_country.get(total.where, ()))
        listed = len(atlas.listed.by_country.get(total.where, ()))
    return Comparison(
        name=ref.name,
        path=ref.path if has_page else "",
        is_europe=total.where == iso_codes.EUROPE,
        ties=total.ties,
        approximate=total.approximate,
        as_of=edition.moment(total.as_of) if total.as_of else None,
        source=edition.source(total.source),
        publisher=atlas.records.sources[total.source].publisher or "",
        researched=researched,
        listed=listed,
    )


def _count_listed_in_europe(context: PageContext) -> int:
    atlas = context.edition.atlas
    places = atlas.records.places
    pairs = (atlas.listed.pairs[id_] for id_ in atlas.listed.unresearched)
    return sum(
        all(not iso_codes.EUROPEAN.isdisjoint(places[end].countries) for end in (pair.a, pair.b))
        for pair in pairs
    )


def _is_european(pair: Collection[str]) -> bool:
    """Whether both countries of a pair lie in Europe."""
    return iso_codes.EUROPEAN.issuperset(pair)
