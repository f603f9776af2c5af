"""The known days of cooperations and listed ties as events of a calendar, in words."""

from __future__ import annotations

from datetime import UTC, datetime, time
from functools import partial

from atlas.graph import known_days
from atlas.graph.known_days import KnownDay, Occasion
from atlas.model.edtf_date import EdtfDate
from atlas.model.vocabulary import N_, Tier
from atlas.pages import status
from atlas.pages.page import PageContext
from atlas.pages.subscriptions import Members
from atlas.site.calendars import Event

_SAID = {
    # {when} says the day, as in "on 7 May 2019".
    Occasion.SIGNED: N_("{title}: signed {when}"),
    Occasion.BEGAN: N_("{title}: began {when}"),
    Occasion.PLANNED_END: N_("{title}: planned to end {when}"),
}


def find(context: PageContext, members: Members) -> list[Event]:
    """The events of some cooperations and of pairs that registers list."""
    events: list[Event] = []
    for id_ in members.cooperations:
        events += context.remember("events", id_, partial(_of_cooperation, context, id_))
    for id_ in members.listed:
        events += _of_pair(context, id_)
    return events


def _of_cooperation(context: PageContext, id_: str) -> list[Event]:
    """Those of a researched cooperation. Their ids name it as it was called first: they outlast
    that it is renamed."""
    record = context.edition.atlas.records.cooperations[id_]
    title, url = context.edition.text(record.title), context.address(f"cooperations/{id_}/")
    first_id = (*record.previous_ids, id_)[0]
    return [
        Event(
            id=f"cooperations/{first_id}/{known.occasion}",
            day=known.day,
            summary=_say(context, known, title.text),
            description=f"{status.describe_standing(context, record).said}\n{url}",
            category=Tier.RESEARCHED,
            url=url,
            updated=context.changed_at(id_),
            returns=known.returns,
            until=known.until,
        )
        for known in known_days.of_cooperation(record)
    ]


def _of_pair(context: PageContext, id_: str) -> list[Event]:
    """The one of a listed pair, if a register gives its day; that nobody checked it is said before
    all else."""
    edition = context.edition
    pair = edition.atlas.listed.pairs[id_]
    found = known_days.of_pair(pair)
    if found is None:
        return []
    tie, known = found
    ends = f"{edition.place(pair.a).name} – {edition.place(pair.b).name}"
    url = context.address(f"{edition.place(pair.a).path}#{pair.id}")
    listed_by = context._("{register}, as of {date}").format(
        register=edition.source(tie.source).name, date=edition.language.date(tie.as_of)
    )
    event = Event(
        id=f"ties/{tie.id}/{known.occasion}",
        day=known.day,
        summary=_say(context, known, context._("Listed, not checked: {name}").format(name=ends)),
        description=f"{listed_by}\n{url}",
        category=Tier.LISTED,
        url=url,
        updated=datetime.combine(tie.as_of.first, time(), UTC),
        returns=known.returns,
        until=known.until,
    )
    return [event]


def _say(context: PageContext, known: KnownDay, title: str) -> str:
    when = context.edition.language.when(EdtfDate.parse(known.day.isoformat()))
    return context._(_SAID[known.occasion]).format(title=title, when=when)
