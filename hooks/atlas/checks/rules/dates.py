"""Do dates stand in their order?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from pydantic import BaseModel

from atlas.checks.context import CheckContext
from atlas.checks.rule import in_context, per_record
from atlas.i18n.messages import msg
from atlas.i18n.problem import Problem
from atlas.model import (
    Agreement,
    Between,
    Budget,
    Dates,
    EarlierForm,
    FormerName,
    Member,
    Moment,
    Party,
    Source,
    StatusEvidence,
    Transaction,
    first_day,
    last_day,
)
from atlas.model.cooperation import Review
from atlas.model.fields import dotted
from atlas.model.records import ActorLifetime, PlaceLifetime

_ORDERED: dict[type[BaseModel], tuple[tuple[str, str], ...]] = {
    Dates: (("planned_start", "planned_end"), ("actual_start", "actual_end")),
    Party: (("since", "until"),),
    Member: (("since", "until"),),
    Budget: (("period_start", "period_end"),),
    EarlierForm: (("since", "until"),),
    FormerName: (("since", "until"),),
    PlaceLifetime: (("founded", "dissolved"),),
    ActorLifetime: (("founded", "dissolved"),),
    Source: (("published", "modified"), ("published", "accessed")),
}
"""By part of a record its pairs of dates of which the second is not before the first."""

_PAST: dict[type[BaseModel], tuple[str, ...]] = {
    Dates: ("actual_start", "actual_end"),
    Agreement: ("signed", "decided"),
    EarlierForm: ("since", "until"),
    FormerName: ("since", "until"),
    PlaceLifetime: ("founded", "dissolved"),
    ActorLifetime: ("founded", "dissolved"),
    StatusEvidence: ("as_of", "since"),
    Review: ("last_verified",),
    Source: ("published", "modified", "accessed"),
    Transaction: ("date",),
}
"""The dates on which something happened, was known, seen or written."""


def write_day(moment: Moment | None) -> str:
    """The moment as a record has it; of one between two dates, the first that is known."""
    if isinstance(moment, Between):
        return str(moment.earliest or moment.latest)
    return str(moment or "")


@per_record
def dates_are_in_order(context: CheckContext) -> Iterator[Problem]:
    """Nothing ends before it began: cooperations, parties, memberships, names, lives, sources."""
    for record, path, part in context.parts:
        for first, second in _ORDERED.get(type(part), ()):
            begin, end = first_day(getattr(part, first)), last_day(getattr(part, second))
            if begin is not None and end is not None and end < begin:
                message = msg('field "{field}" lies before "{other}".', field=second, other=first)
                hint = msg("Correct one of the two dates.")
                yield context.problem(record, (*path, second), message, hint)


@per_record
def spans_are_in_order(context: CheckContext) -> Iterator[Problem]:
    """A moment between two dates names the earlier one first."""
    for record, path, part in context.parts:
        if not isinstance(part, Between) or part.earliest is None or part.latest is None:
            continue
        if part.latest.last < part.earliest.first:
            message = msg(
                'field "{field}" lies before "{other}".', field="latest", other="earliest"
            )
            yield context.problem(record, (*path, "latest"), message, msg("Swap the two dates."))


@in_context
def nothing_is_known_beforehand(context: CheckContext) -> Iterator[Problem]:
    """Evidence, reviews, sources and what has happened are not of a day to come."""
    if context.today is None:
        return
    tomorrow = context.today + timedelta(days=1)  # it may be tomorrow already where the editor is
    for record, path, part in context.parts:
        for field in _PAST.get(type(part), ()):
            moment = getattr(part, field)
            begin = moment if isinstance(moment, date) else first_day(moment)
            if begin is None or begin <= tomorrow:
                continue
            whole = (*path, field)
            message = msg(
                'field "{field}" is {day}, a day that is still to come.',
                field=dotted(whole),
                day=str(moment) if isinstance(moment, date) else write_day(moment),
            )
            hint = msg("Check the date.")
            if isinstance(part, Dates):
                planned = field.replace("actual", "planned")
                hint = msg("Write {field} for what is still to come.", field=planned)
            yield context.problem(record, whole, message, hint, "warning")


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
