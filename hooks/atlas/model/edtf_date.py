"""Dates that say their own precision: EDTF level 0 and 1 (ISO 8601-2), single moments only."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal

from pydantic_core import PydanticCustomError

PATTERN = "([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?([~?%])?"
"""How a date is written; not every one that is written so is a day of the calendar."""

_SHAPE = re.compile(PATTERN)

Precision = Literal["year", "month", "day"]


@dataclass(frozen=True, slots=True)
class EdtfDate:
    """A year, month or day. `first` and `last` are the days it may mean, both included.

    `qualifier` is "" or EDTF's "~" (about), "?" (unsure) or "%" (both).
    """

    text: str
    precision: Precision
    first: date
    last: date
    qualifier: str = ""

    @staticmethod
    def coerce(value: object) -> EdtfDate:
        """Read a date from text, or return one that was read; ValueError for anything else."""
        if isinstance(value, EdtfDate):
            return value
        if not isinstance(value, str):
            raise PydanticCustomError("not_a_date", "not a date")
        return EdtfDate.parse(value)

    @staticmethod
    @lru_cache(maxsize=4096)
    def parse(text: str) -> EdtfDate:
        """Read `2014`, `2018-03`, `2019-05-07`, each with ~, ? or % behind it if need be.

        Raises ValueError for anything else, and for days that no calendar has.
        """
        shape = _SHAPE.fullmatch(text)
        if shape is None:
            raise PydanticCustomError("not_a_date", "not a date")
        year, month, day, qualifier = shape.groups()
        if month and not 1 <= int(month) <= 12:
            raise PydanticCustomError("not_a_month", "not a month")
        try:
            first = date(int(year), int(month or 1), int(day or 1))
        except ValueError as error:
            raise PydanticCustomError("not_a_calendar_day", "not a day of the calendar") from error
        precision: Precision = "day" if day else "month" if month else "year"
        return EdtfDate(text, precision, first, _last(first, precision), qualifier or "")

    def __str__(self) -> str:
        return self.text


def _last(first: date, precision: Precision) -> date:
    if precision == "day":
        return first
    if precision == "year":
        return first.replace(month=12, day=31)
    return first.replace(day=calendar.monthrange(first.year, first.month)[1])
