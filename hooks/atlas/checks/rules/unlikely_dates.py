"""Are dates of our time, and of our calendar?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from atlas.checks.context import CheckContext
from atlas.checks.rule import in_context
from atlas.i18n.messages import Message, Phrase, msg, sequence
from atlas.i18n.problem import Problem
from atlas.lookup import calendars
from atlas.model import Record
from atlas.model.edtf_date import EdtfDate
from atlas.model.fields import fields_of_kind
from atlas.model.kinds import DATE, DAY
from atlas.model.paths import FieldPath

OLDEST, LAST = 800, 2100
"""Years. A chart of the years has a bar for each."""

_LIKELY, _AHEAD = 1500, 50
"""A year before the first, or more years ahead than the second, is more often one of another
calendar: 1445 of the Hijri one, 1398 of the Persian."""


@in_context
def dates_are_of_our_time(context: CheckContext) -> Iterator[Problem]:
    """A date lies between the oldest twinning, of 836, and the end of this century."""
    for record, path, text, day in _dates(context):
        if not OLDEST <= day.year <= LAST:
            message = msg(
                'field "{field}" is {day}; expected a year from {first} to {last}.',
                field=str(path[-1]),
                day=text,
                first=OLDEST,
                last=LAST,
            )
            hint = sequence(msg("Check the year."), _in_our_calendar(text, context.today))
            yield context.problem(record, path, message, hint)


@in_context
def dates_are_of_our_calendar(context: CheckContext) -> Iterator[Problem]:
    """A date is not of long ago nor far ahead, or a note of the record names its year."""
    for record, path, text, day in _dates(context):
        doubt = _doubt(day, context.today)
        if doubt is not None and not _is_noted(record, day.year):
            message = doubt.with_args(field=str(path[-1]), day=text)
            hint = sequence(_in_our_calendar(text, context.today), _MEANT)
            yield context.problem(record, path, message, hint, "warning")


_MEANT = msg("If it is right as it stands, say so in a note that names the year.")


def _dates(context: CheckContext) -> Iterator[tuple[Record, FieldPath, str, date]]:
    """Every date with the record it is of, its path, how it is written and its first day."""
    for record, path, part in context.parts:
        for name in fields_of_kind(type(part), DATE, DAY):
            moment = getattr(part, name)
            if isinstance(moment, EdtfDate | date):
                day = moment.first if isinstance(moment, EdtfDate) else moment
                yield record, (*path, name), str(moment), day


def _in_our_calendar(text: str, today: date | None) -> Message:
    return calendars.in_our_calendar(calendars.convert(text, today))


def _doubt(day: date, today: date | None) -> Phrase | None:
    """What is said of a day of long ago or far ahead; what no record may have is told already."""
    if OLDEST <= day.year < _LIKELY:
        return msg('field "{field}" is {day}, a year before {first}.', first=_LIKELY)
    if today is not None and today.year + _AHEAD < day.year <= LAST:
        return msg('field "{field}" is {day}, more than {number} years ahead.', number=_AHEAD)
    return None


def _is_noted(record: Record, year: int) -> bool:
    """Whether a note on the record, or on the quality of a source, names the year."""
    notes = [note.text for note in getattr(record, "notes", ())]
    notes.append(getattr(record, "quality_note", None) or {})
    named = re.compile(rf"(?<!\d)0?{year}(?!\d)")
    return any(named.search(text) for texts in notes for text in texts.values())
