"""The table of cooperations that stands on every list page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from atlas.graph.beginnings import start_or_plan_of
from atlas.graph.edition import Ref
from atlas.graph.parties import actor_countries, places_of_actor, predecessors, successors
from atlas.model import Cooperation, Moment, sort_day
from atlas.model.vocabulary import NOW
from atlas.pages import facts, status
from atlas.pages.page import PageContext, sort_by_name


@dataclass(frozen=True, slots=True)
class Partner:
    """An actor in a table: the actor, its places, its countries.

    A place that has no page beside the actor's is not among `places`; a country is not among
    `countries` where a place is called the same (Martinique) or a name tells it (Halle (Belgium)),
    but is among `all_countries`.
    """

    ref: Ref
    places: list[Ref]
    countries: list[Ref]
    all_countries: list[Ref]


def partner(context: PageContext, actor: str) -> Partner:
    """An actor with the places and countries that locate it."""
    edition, records = context.edition, context.edition.atlas.records
    places = sort_by_name(map(edition.place, places_of_actor(records.actors[actor])))
    who = edition.actor(actor)
    named = {ref.name.text for ref in places}
    apart = [ref for ref in places if edition.atlas.authority_of.get(ref.id) != actor]
    told = (who.name, *(ref.name for ref in apart))
    countries = sort_by_name(map(edition.country, actor_countries(records, actor)))
    return Partner(
        ref=who,
        places=apart,
        countries=[
            ref
            for ref in countries
            if ref.name.text not in named and not any(one.tells(ref.name.text) for one in told)
        ],
        all_countries=countries,
    )


def table(
    context: PageContext,
    cooperations: Sequence[str],
    caption: str,
    *,
    id_: str = "table",
    own: str = "",
    left: Mapping[str, Moment] | None = None,
    narrows: bool = False,
) -> Markup:
    """A sortable table of cooperations, in the order given; nothing for none.

    On the page of the actor `own` its rows name the other partners alone. Of those `left` the page
    is about somebody who took part in them until then. All other rows are rendered once for all
    pages of the context, and so is each partner in them. A table that `narrows` can be narrowed to
    what is of today, if there are both kinds in it.
    """
    if not cooperations:
        return Markup("")
    gone = left or {}
    rows = [
        _render_row(context, one, own, gone.get(one)) if own or one in gone else _row(context, one)
        for one in cooperations
    ]
    records = context.edition.atlas.records.cooperations
    kinds = {one not in gone and records[one].status.code.state in NOW for one in cooperations}
    return context.render(
        "table.html", id=id_, rows=rows, caption=caption, narrows=narrows and len(kinds) > 1
    )


def sort_date(record: Cooperation) -> str:
    """The first day of a cooperation's start, or of its planned one, in ISO 8601; or ""."""
    start = start_or_plan_of(record)
    return sort_day(start).isoformat() if start else ""


def _row(context: PageContext, id_: str) -> Markup:
    return context.remember("row", id_, lambda: _render_row(context, id_))


def _render_row(
    context: PageContext, id_: str, own: str = "", left: Moment | None = None
) -> Markup:
    """A row; on the page of a partner, `own`, it names neither that again nor whose place it took,
    or who took its place: of these it says so."""
    edition = context.edition
    record = edition.atlas.records.cooperations[id_]
    before, after = predecessors(record, own), successors(record, own)
    actors, more = edition.atlas.breadth.name_parties(id_, {own, *before, *after})
    return context.render(
        "row.html",
        ref=edition.cooperation(id_),
        record=record,
        earlier=facts.name_earlier_forms(context, record),
        before=list(map(edition.actor, before)),
        after=list(map(edition.actor, after)),
        whole=edition.cooperation(record.part_of).name if record.part_of else None,
        partners=Markup("").join(_render_partner(context, actor) for actor in actors),
        more=more,
        roles=edition.atlas.breadth.name_roles(id_, own),
        since=edition.start(record),
        standing=status.describe_standing(context, record, left),
        sort_date=sort_date(record),
    )


def _render_partner(context: PageContext, actor: str) -> Markup:
    def render() -> Markup:
        return context.render("partner.html", actor=partner(context, actor))

    return context.remember("partner", actor, render)
