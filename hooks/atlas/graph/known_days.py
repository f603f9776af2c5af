"""The days that a calendar can show: those on which ties were signed, began, or were to end."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from atlas.graph.listed import ListedPair
from atlas.model import Cooperation, ListedTie, Moment, last_day, sort_day
from atlas.model.edtf_date import EdtfDate
from atlas.model.registers import find_end
from atlas.model.vocabulary import State


class Occasion(StrEnum):
    """What a day is the day of."""

    SIGNED = "signed"
    BEGAN = "began"
    PLANNED_END = "planned-end"


@dataclass(frozen=True, slots=True)
class KnownDay:
    """A day that is known to the day, and what it is the day of.

    One that `returns` has an anniversary each year, until the tie ended if that is known: then
    `until` is the last day on which it may still have been there.
    """

    occasion: Occasion
    day: date
    returns: bool
    until: date | None = None


def of_cooperation(record: Cooperation) -> list[KnownDay]:
    """The days of a researched cooperation, in the order of Occasion.

    Its beginning and its first signature have anniversaries; where both are one day, that is the
    signature's. A planned end is shown as long as no other is known.
    """
    dates, has_ended = record.dates, record.status.code.state is State.ENDED
    end = last_day(dates.actual_end) if dates else None
    returns = end is not None or not has_ended
    signatures = [one.signed for one in record.agreements if one.signed]
    signed = _day_of(min(signatures, key=sort_day, default=None))
    began = _day_of(dates.actual_start if dates else None)
    planned_end = _day_of(dates.planned_end if dates else None)
    found = []
    if signed:
        found.append(KnownDay(Occasion.SIGNED, signed, returns, end))
    if began and began != signed:
        found.append(KnownDay(Occasion.BEGAN, began, returns, end))
    if planned_end and not has_ended and not (dates and dates.actual_end):
        found.append(KnownDay(Occasion.PLANNED_END, planned_end, returns=False))
    return found


def of_pair(pair: ListedPair) -> tuple[ListedTie, KnownDay] | None:
    """The day on which a listed tie began, and the first register that gives it to the day; None
    where none does."""
    for tie in pair.ties:
        if began := _day_of(tie.start):
            return tie, KnownDay(Occasion.BEGAN, began, True, last_day(find_end(pair.ties)))
    return None


def _day_of(moment: Moment | None) -> date | None:
    """The day that a moment is for certain; None where it may be another."""
    if not isinstance(moment, EdtfDate) or moment.qualifier or moment.precision != "day":
        return None
    return moment.first
