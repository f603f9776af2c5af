"""When cooperations began, and the order that this puts them in."""

from __future__ import annotations

from collections.abc import Iterable

from atlas.model import Cooperation, Moment, Records, first_day, last_day, sort_day


def start_of(record: Cooperation) -> Moment | None:
    """When a cooperation began, as far as is known: started, else took its first form or was first
    signed. A plan is no start, and neither is a decision."""
    if record.dates and record.dates.actual_start:
        return record.dates.actual_start
    known = [one.since for one in record.earlier_forms] + [one.signed for one in record.agreements]
    return min((moment for moment in known if moment), key=sort_day, default=None)


def start_or_plan_of(record: Cooperation) -> Moment | None:
    """When a cooperation began, else when it was meant to: its place in an order by time."""
    return start_of(record) or (record.dates.planned_start if record.dates else None)


def year_of(moment: Moment | None) -> int | None:
    """The year of a moment; None if it may lie in one year or in another."""
    return _common(moment, 1)


def decade_of(moment: Moment | None) -> int | None:
    """The first year of a moment's decade; None if it may lie in one decade or in another."""
    decade = _common(moment, 10)
    return None if decade is None else decade * 10


def _common(moment: Moment | None, years: int) -> int | None:
    """The span of so many `years` in which a moment lies, counted from the year 0."""
    if moment is None:
        return None
    first, last = first_day(moment), last_day(moment)
    if first is None or last is None or first.year // years != last.year // years:
        return None
    return first.year // years


def newest_first(records: Records, cooperations: Iterable[str]) -> list[str]:
    """Order cooperations by their start, the latest first and the undated last, then by id."""

    def place(id_: str) -> tuple[int, str]:
        moment = start_or_plan_of(records.cooperations[id_])
        return (-sort_day(moment).year if moment else 0), id_

    return sorted(cooperations, key=place)
