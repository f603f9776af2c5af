"""The table of cooperations that stands on every list page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from atlas.graph.edition import Ref
from atlas.graph.relate import (
    actor_countries,
    actors_of,
    first_day,
    places_of_actor,
    start_or_plan_of,
)
from atlas.model import Cooperation
from atlas.pages.page import PageContext, sort_by_name


@dataclass(frozen=True, slots=True)
class Partner:
    """An actor in a table: the actor, its places, its countries."""

    ref: Ref
    places: list[Ref]
    countries: list[Ref]


def partner(context: PageContext, actor: str) -> Partner:
    """An actor with the places and countries that locate it.

    A country of the same name as a place (Martinique) is not said twice.
    """
    edition, records = context.edition, context.edition.atlas.records
    places = sort_by_name(map(edition.place, places_of_actor(records.actors[actor])))
    names = {ref.name.text for ref in places}
    countries = sort_by_name(map(edition.country, actor_countries(records, actor)))
    return Partner(
        edition.actor(actor), places, [ref for ref in countries if ref.name.text not in names]
    )


def table(context: PageContext, cooperations: Sequence[str], caption: str) -> Markup:
    """A sortable table of cooperations, in the order given; nothing for none.

    Each row is rendered once for all pages of the context.
    """
    if not cooperations:
        return Markup("")
    for id_ in cooperations:
        if id_ not in context.rows:
            context.rows[id_] = _row(context, id_)
    rows = [context.rows[id_] for id_ in cooperations]
    return context.render("table.html", rows=rows, caption=caption)


def sort_date(record: Cooperation) -> str:
    """The first day of a cooperation's start, or of its planned one, in ISO 8601; or ""."""
    day = first_day(start_or_plan_of(record))
    return day.isoformat() if day else ""


def _row(context: PageContext, id_: str) -> Markup:
    edition = context.edition
    record = edition.atlas.records.cooperations[id_]
    return context.render(
        "row.html",
        ref=edition.cooperation(id_),
        record=record,
        actors=[partner(context, actor) for actor in actors_of(record)],
        since=edition.start(record),
        sort_date=sort_date(record),
    )
