"""Does the status agree with the dates?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from atlas.checks.context import CheckContext
from atlas.checks.rule import in_context, per_record
from atlas.i18n.messages import Message, msg
from atlas.i18n.problem import Problem, Severity
from atlas.model import Cooperation, Dates, Moment, first_day, last_day
from atlas.model.vocabulary import State, Status

_RUNNING = {Status.IMPLEMENTATION, Status.FINALISATION, Status.SUSPENDED, Status.DORMANT}
"""What is none of these, planned or closed is left alone: what was cancelled may have begun."""

_UNDER_WAY = {Status.IMPLEMENTATION, Status.FINALISATION}
_LONG = timedelta(days=366)

_SHOWN_BY = dict.fromkeys(_RUNNING, ("actual_start",)) | {
    Status.CLOSED: ("actual_start", "actual_end")
}
"""The dates that lie behind what has a status."""

_ADVICE = msg("Say how it has stood since, with evidence; or write {field} if it is still to come.")


@per_record
def statuses_fit_the_dates(context: CheckContext) -> Iterator[Problem]:
    """What has begun is not planned, and what has ended is not under way."""
    for record in context.records.cooperations.values():
        for name, moment in _find_overtaking(record.status.code, record.dates):
            message = msg(
                'field "{field}" is "{code}", but "{other}" says otherwise.',
                field="status.code",
                code=str(record.status.code),
                other=f"dates.{name}",
            )
            hint = _ADVICE.with_args(field=name.replace("actual", "planned"))
            as_of, happened = first_day(record.status.as_of), last_day(moment)
            # Older evidence was true in its day; it has only been overtaken.
            was_true = as_of is not None and happened is not None and as_of < happened
            severity: Severity = "warning" if was_true else "error"
            yield context.problem(record, ("status", "code"), message, hint, severity)


def _find_overtaking(code: Status, dates: Dates | None) -> Iterator[tuple[str, Moment]]:
    """The dates on which the status ceased to be so: each with its field."""
    if dates is None:
        return
    if code == Status.PIPELINE and dates.actual_start is not None:
        yield "actual_start", dates.actual_start
    elif code in _RUNNING | {Status.PIPELINE} and dates.actual_end is not None:
        yield "actual_end", dates.actual_end


@per_record
def suspensions_and_reasons_fit_the_status(context: CheckContext) -> Iterator[Problem]:
    """Only what rests has done so since a day, and only what rests or has ended has a reason to."""
    for record in context.records.cooperations.values():
        status, state = record.status, record.status.code.state
        has_ended = state is State.ENDED or bool(record.dates and record.dates.actual_end)
        if status.since and state is not State.PAUSED:
            hint = msg("Write {end} for when it ended, or delete the line.", end="dates.actual_end")
            yield _misplaced(context, record, "since", hint)
        if status.reason and state is not State.PAUSED and not has_ended:
            hint = msg("Correct the status, or say it in {field}.", field="status.evidence")
            yield _misplaced(context, record, "reason", hint)
        since, seen = first_day(status.since), last_day(status.as_of)
        if since and seen and seen < since:
            message = msg(
                'field "{field}" lies before "{other}".', field="status.as_of", other="status.since"
            )
            hint = msg("Correct one of the two dates.")
            yield context.problem(record, ("status", "as_of"), message, hint)


def _misplaced(context: CheckContext, record: Cooperation, field: str, hint: Message) -> Problem:
    message = msg(
        'field "{field}" does not go with the status "{code}".',
        field=f"status.{field}",
        code=str(record.status.code),
    )
    return context.problem(record, ("status", field), message, hint)


@in_context
def statuses_fit_the_plan(context: CheckContext) -> Iterator[Problem]:
    """What is under way was not to have ended more than a year before."""
    for record in context.records.cooperations.values():
        planned = record.dates.planned_end if record.dates is not None else None
        ended = last_day(planned)
        if record.status.code not in _UNDER_WAY or ended is None:
            continue
        seen = first_day(record.status.as_of) or context.today
        if seen is not None and seen - ended > _LONG:
            message = msg(
                'field "{field}" is "{code}" on {day}, but "{other}" lies more than a year before.',
                field="status.code",
                code=str(record.status.code),
                day=str(record.status.as_of or seen),
                other="dates.planned_end",
            )
            hint = msg(
                "Look for a later source: if it has ended, write {end} and another status; if it "
                "was prolonged, correct {planned}.",
                end="dates.actual_end",
                planned="dates.planned_end",
            )
            yield context.problem(record, ("dates", "planned_end"), message, hint, "warning")


@per_record
def statuses_are_known_afterwards(context: CheckContext) -> Iterator[Problem]:
    """Evidence that something is under way or over is not older than its beginning or end."""
    for record in context.records.cooperations.values():
        code, seen = record.status.code, last_day(record.status.as_of)
        if record.dates is None or seen is None:
            continue
        for name in _SHOWN_BY.get(code, ()):
            happened = first_day(getattr(record.dates, name))
            if happened is not None and seen < happened:
                message = msg(
                    'field "{field}" lies before "{other}".',
                    field="status.as_of",
                    other=f"dates.{name}",
                )
                hint = msg("Correct one of the two dates.")
                yield context.problem(record, ("status", "as_of"), message, hint, "warning")


@in_context
def statuses_say_when(context: CheckContext) -> Iterator[Problem]:
    """Where a source bears a date, the status that rests on it has one."""
    sources = context.known.sources
    for record in context.records.cooperations.values():
        status = record.status
        if status.as_of is not None or status.code is Status.UNKNOWN:
            continue
        named = [status.source] if status.source else [cited.source for cited in record.sources]
        dates = [
            source.modified or source.published for id_ in named if (source := sources.get(id_))
        ]
        known = [date for date in dates if date]
        if known:
            message = msg(
                'field "{field}" is "{code}", but nothing says on which day it was so.',
                field="status.code",
                code=str(status.code),
            )
            hint = msg(
                "Write {field} with the date of the evidence. A source of this record bears the "
                "date {date}.",
                field="status.as_of",
                date=max(known, key=lambda date: date.last).text,
            )
            yield context.problem(record, ("status",), message, hint, "warning")
