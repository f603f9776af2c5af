"""Do the forms that a cooperation had stand in their order, before the one that it has now?"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from atlas.checks.context import CheckContext
from atlas.checks.rule import per_record
from atlas.i18n.messages import msg
from atlas.i18n.problem import Problem
from atlas.model import Cooperation, first_day, last_day


@per_record
def forms_follow_one_another(context: CheckContext) -> Iterator[Problem]:
    """Earlier forms stand in the order of time, and each differs from the next."""
    for record in context.records.cooperations.values():
        forms = [*(one.form for one in record.earlier_forms), record.form]
        for index, (form, later) in enumerate(pairwise(forms)):
            if form is later:
                message = msg('earlier form "{form}" is followed by the same form.', form=str(form))
                hint = msg("Correct one of the two, or delete it.")
                yield context.problem(record, ("earlier_forms", index, "form"), message, hint)
        for index, (one, next_one) in enumerate(pairwise(record.earlier_forms)):
            end, begin = first_day(one.until or one.since), last_day(next_one.since)
            if end and begin and begin < end:
                path = ("earlier_forms", index + 1, "since")
                message = msg('earlier form "{form}" begins before the one above it has ended.')
                hint = msg("Put the first one first, or correct the dates.")
                found = message.with_args(form=str(next_one.form))
                yield context.problem(record, path, found, hint)


@per_record
def earlier_forms_lie_within_the_cooperation(context: CheckContext) -> Iterator[Problem]:
    """A cooperation begins with its first form, and has taken the present one before it ends."""
    for record in context.records.cooperations.values():
        if record.dates is not None:
            yield from _check_bounds(context, record)


def _check_bounds(context: CheckContext, record: Cooperation) -> Iterator[Problem]:
    start = first_day(record.dates.actual_start) if record.dates else None
    end = last_day(record.dates.actual_end) if record.dates else None
    for index, one in enumerate(record.earlier_forms):
        for field in ("since", "until"):
            first, last = first_day(getattr(one, field)), last_day(getattr(one, field))
            path = ("earlier_forms", index, field)
            if last and start and last < start:
                message = msg(
                    'field "{field}" lies before "{other}".',
                    field=field,
                    other="dates.actual_start",
                )
                hint = msg("A cooperation starts with its first form: correct one of the dates.")
                yield context.problem(record, path, message, hint)
            if first and end and first > end:
                message = msg(
                    'field "{field}" lies after "{other}".', field=field, other="dates.actual_end"
                )
                hint = msg("Correct one of the two dates.")
                yield context.problem(record, path, message, hint)
