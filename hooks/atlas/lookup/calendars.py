"""Dates of other calendars than ours, which look like years long past or far ahead."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from typing import TYPE_CHECKING

from atlas.i18n.messages import Message, msg, sequence
from atlas.lookup import date_parser
from atlas.lookup import moment_words as words
from atlas.lookup.date_parser import Fields
from atlas.model.edtf_date import EdtfDate

if TYPE_CHECKING:
    from hijridate import Hijri

_FIRST, _LAST = date(1850, 1, 1), date(2100, 1, 1)
_AHEAD = timedelta(days=3660)
"""Hardly anything that such records date is older, or further off."""

_WRITTEN = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?[~?%]?")


class Calendar(Enum):
    """A calendar that sources date by."""

    PERSIAN = "persian"
    HIJRI = "hijri"
    THAI = "thai"


@dataclass(frozen=True, slots=True)
class Conversion:
    """What a date of another calendar is in ours: the first and the last day it may mean.

    Of Hijri and Persian days it may be a day more or less: months of the one begin where the moon
    is seen, the year of the other is taken to begin on 21 March.
    """

    calendar: Calendar
    first: date
    last: date

    @property
    def form(self) -> str:
        """How a record writes it."""
        if self.first == self.last:
            return self.first.isoformat()
        for precision in ("%Y", "%Y-%m"):
            date = EdtfDate.parse(f"{self.first:{precision}}")
            if (self.first, self.last) == (date.first, date.last):
                return str(date)
        return f"{{earliest: {self.first}, latest: {self.last}}}"


def convert(written: str, today: date | None = None) -> list[Conversion]:
    """What `written`, in the form of a record (1445-09-02), may be if it is of another calendar:
    what is neither long past nor far ahead of `today`."""
    found = _WRITTEN.fullmatch(written)
    if found is None:
        return []
    year, month, day = (int(number or 0) for number in found.groups())
    return list(_convert((year, month, day), Calendar, today))


def parse(written: str, today: date | None = None) -> list[Conversion]:
    """The same of a date that names its calendar, or a month of it: «2 Ramadan 1445», `1445 AH`,
    «١٤٤٥ هـ»."""
    text = words.clean(written)
    calendar = Calendar.HIJRI if (renamed := _rename_months(text)) != text else None
    for one in Calendar:
        if (bare := words.replace(renamed, "calendars", one.value, " ")) != renamed:
            renamed, calendar = bare, one
            break
    if calendar is None:
        return []
    readings = date_parser.list_readings(renamed)
    return [found for one in readings for found in _convert(one, [calendar], today)]


def in_our_calendar(conversions: Iterable[Conversion]) -> Message:
    """What a date of another calendar is in ours, for each that it may be of."""
    return sequence(*(_SAID[one.calendar].with_args(date=one.form) for one in conversions))


_SAID = {
    Calendar.PERSIAN: msg("In the Persian calendar that is {date}, give or take a day."),
    Calendar.HIJRI: msg("In the Hijri calendar that is {date}, give or take a day."),
    Calendar.THAI: msg("In the Thai calendar that is {date}."),
}


def _rename_months(text: str) -> str:
    """The months of the Hijri calendar by the names of those of ours that have their numbers."""
    for number, month in zip(words.names("hijri_months"), date_parser.list_months(), strict=True):
        text = words.replace(text, "hijri_months", number, month)
    return text


def _convert(
    fields: Fields, calendars: Iterable[Calendar], today: date | None
) -> Iterator[Conversion]:
    latest = today + _AHEAD if today else _LAST
    for calendar in calendars:
        try:
            first, last = _DAYS[calendar](*fields)
        except (ValueError, OverflowError):
            continue
        if _FIRST <= first <= latest:
            yield Conversion(calendar, first, last)


def _hijri(year: int, month: int, day: int) -> tuple[date, date]:
    """By the calendar of Umm al-Qura, for the years 1343 to 1500."""
    from hijridate import Hijri  # its tables are asked for where a date is in doubt

    last = Hijri(year, month or 12, day or 1)
    first = last if month else Hijri(year, 1, 1)
    end = last if day else Hijri(year, last.month, last.month_length())
    return _day(first), _day(end)


def _day(of: Hijri) -> date:
    found = of.to_gregorian()
    return date(found.year, found.month, found.day)


def _persian(year: int, month: int, day: int) -> tuple[date, date]:
    """Six months of 31 days from 21 March on, then of 30."""
    begins = date(year + 621, 3, 21)
    if not month:
        return begins, date(year + 622, 3, 20)
    if month > 12 or day > (31 if month <= 6 else 30):
        raise ValueError("no such day")
    before = 31 * min(month - 1, 6) + 30 * max(month - 7, 0)
    length = 31 if month <= 6 else 30 if month < 12 else 29
    first = begins + timedelta(days=before + max(day - 1, 0))
    return first, first if day else first + timedelta(days=length - 1)


def _thai(year: int, month: int, day: int) -> tuple[date, date]:
    """The months and days are ours."""
    text = "-".join([f"{year - 543:04}", *(f"{number:02}" for number in (month, day) if number)])
    found = EdtfDate.parse(text)
    return found.first, found.last


_DAYS: dict[Calendar, Callable[[int, int, int], tuple[date, date]]] = {
    Calendar.PERSIAN: _persian,
    Calendar.HIJRI: _hijri,
    Calendar.THAI: _thai,
}
