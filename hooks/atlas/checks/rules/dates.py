"""Do dates stand in their order?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from atlas.checks.context import CheckContext
from atlas.checks.rule import per_record
from atlas.i18n.messages import msg
from atlas.i18n.problem import Problem
from atlas.model import Between, Cooperation, Moment, Record, Source
from atlas.model.edtf_date import EdtfDate
from atlas.model.fields import dotted, fields_of_kind
from atlas.model.kinds import DATE, DAY
from atlas.model.paths import FieldPath

_OLDEST, _LAST = 800, 2100
"""Years. A chart of the years has a bar for each."""

Span = tuple[Record, FieldPath, Moment | None, str, Moment | None]
"""A record, the path of the later date, the earlier date, its field's name, and the later date."""


def first_day(moment: Moment | None) -> date | None:
    """The first day that `moment` may mean."""
    if isinstance(moment, Between):
        return moment.earliest.first
    return moment.first if isinstance(moment, EdtfDate) else None


def last_day(moment: Moment | None) -> date | None:
    """The last day that `moment` may mean."""
    if isinstance(moment, Between):
        return moment.latest.last
    return moment.last if isinstance(moment, EdtfDate) else None


@per_record
def dates_are_in_order(context: CheckContext) -> Iterator[Problem]:
    """Nothing ends before it began: cooperations, parties, memberships, sources, reviews."""
    for record, path, earlier, name, later in _spans(context):
        begin, end = first_day(earlier), last_day(later)
        if begin is not None and end is not None and end < begin:
            message = msg('field "{field}" lies before "{other}".', field=str(path[-1]), other=name)
            yield context.problem(record, path, message, msg("Correct one of the two dates."))


def _spans(context: CheckContext) -> Iterator[Span]:
    for cooperation in context.records.cooperations.values():
        yield from _cooperation_spans(cooperation)
    for actor in context.records.actors.values():
        yield from _membership_spans(actor, "members", actor.members)
    for source in context.records.sources.values():
        yield from _source_spans(source)


def _cooperation_spans(record: Cooperation) -> Iterator[Span]:
    if record.dates is not None:
        for kind in ("planned", "actual"):
            start, end = f"{kind}_start", f"{kind}_end"
            dates = record.dates
            yield record, ("dates", end), getattr(dates, start), start, getattr(dates, end)
    yield from _membership_spans(record, "parties", record.parties)


def _membership_spans(record: Record, field: str, members: list[Any]) -> Iterator[Span]:
    for index, member in enumerate(members):
        yield record, (field, index, "until"), member.since, "since", member.until


def _source_spans(record: Source) -> Iterator[Span]:
    yield record, ("modified",), record.published, "published", record.modified
    yield record, ("accessed",), record.published, "published", record.accessed


@per_record
def dates_are_of_our_time(context: CheckContext) -> Iterator[Problem]:
    """A date lies between the oldest twinning, of 836, and the end of this century."""
    for record, path, part in context.parts:
        for name in fields_of_kind(type(part), DATE, DAY):
            moment = getattr(part, name)
            if isinstance(moment, EdtfDate | date):
                year = moment.first.year if isinstance(moment, EdtfDate) else moment.year
                if not _OLDEST <= year <= _LAST:
                    message = msg(
                        'field "{field}" is {day}; expected a year from {first} to {last}.',
                        field=name,
                        day=str(moment),
                        first=_OLDEST,
                        last=_LAST,
                    )
                    yield context.problem(record, (*path, name), message, msg("Check the year."))


@per_record
def spans_are_in_order(context: CheckContext) -> Iterator[Problem]:
    """A moment between two dates names the earlier one first."""
    for record, path, part in context.parts:
        if isinstance(part, Between) and part.latest.last < part.earliest.first:
            message = msg(
                'field "{field}" lies before "{other}".', field="latest", other="earliest"
            )
            yield context.problem(record, (*path, "latest"), message, msg("Swap the two dates."))


@per_record
def nothing_is_known_beforehand(context: CheckContext) -> Iterator[Problem]:
    """Evidence, reviews, sources and what has happened are not of a day to come."""
    if context.today is None:
        return
    tomorrow = context.today + timedelta(days=1)  # it may be tomorrow already where the editor is
    for record, path, moment in _past_dates(context):
        begin = moment if isinstance(moment, date) else first_day(moment)
        if begin is not None and begin > tomorrow:
            message = msg(
                'field "{field}" is {day}, a day that is still to come.',
                field=dotted(path),
                day=str(moment.earliest if isinstance(moment, Between) else moment),
            )
            hint = msg("Check the date.")
            if path[0] == "dates":
                planned = str(path[-1]).replace("actual", "planned")
                hint = msg("Write {field} for what is still to come.", field=planned)
            yield context.problem(record, path, message, hint, "warning")


def _past_dates(context: CheckContext) -> Iterator[tuple[Record, FieldPath, Moment | date | None]]:
    """The dates on which something happened, was known, seen or written."""
    for cooperation in context.records.cooperations.values():
        for field in ("actual_start", "actual_end") if cooperation.dates else ():
            yield cooperation, ("dates", field), getattr(cooperation.dates, field)
        for index, agreement in enumerate(cooperation.agreements):
            yield cooperation, ("agreements", index, "signed"), agreement.signed
        yield cooperation, ("status", "as_of"), cooperation.status.as_of
        yield cooperation, ("review", "last_verified"), cooperation.review.last_verified
    for source in context.records.sources.values():
        for field in ("published", "modified", "accessed"):
            yield source, (field,), getattr(source, field)


@per_record
def reviews_come_due_later(context: CheckContext) -> Iterator[Problem]:
    """A review is due after the day of the last one."""
    for cooperation in context.records.cooperations.values():
        review = cooperation.review
        if review.due is not None and review.due <= review.last_verified:
            message = msg(
                'field "{field}" is {day}, not after "{other}".',
                field="due",
                day=str(review.due),
                other="last_verified",
            )
            hint = msg("Give the day of the next review, or delete the line.")
            yield context.problem(cooperation, ("review", "due"), message, hint)
