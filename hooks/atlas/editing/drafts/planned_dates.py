"""Which dates of a new cooperation have come, and which are plans."""

from __future__ import annotations

from datetime import date

from atlas.files import strict_yaml
from atlas.model.edtf_date import EdtfDate
from atlas.model.vocabulary import OVER, Status


def split_dates(start: str, end: str, status: str, day: str) -> dict[str, str]:
    """The fields of `dates` for the start and the end that were answered on `day`.

    A date whose last possible day is behind us has come, one whose first is ahead of us is planned.
    In between, as in a year that is not over, the status tells: the start is planned of what is
    planned itself, and the end of all but what is closed or cancelled. What is no date stays as if
    it had come, for the checks to refuse.
    """
    planned_start = _is_planned(start, day, by_status=status == Status.PIPELINE)
    planned_end = _is_planned(end, day, by_status=status not in OVER)
    found = {
        "planned_start" if planned_start else "actual_start": start,
        "planned_end" if planned_end else "actual_end": end,
    }
    return {name: value for name, value in found.items() if value}


def is_to_come(date_text: str, day: str) -> bool:
    """Does every day that a date may mean lie after `day`? False for what is no date."""
    return _is_planned(date_text, day, by_status=False)


def _is_planned(date_text: str, day: str, *, by_status: bool) -> bool:
    today = date.fromisoformat(day)
    moment = read_moment(date_text)
    ends = [*moment.values()] if isinstance(moment, dict) else [moment]
    try:
        first, last = EdtfDate.parse(ends[0]).first, EdtfDate.parse(ends[-1]).last
    except ValueError:
        return False
    if isinstance(moment, dict) and "earliest" not in moment:
        return False  # it may have been long ago
    return first > today or (last > today and by_status)


def read_moment(text: str) -> str | dict[str, str]:
    """A date, or what `{earliest: 1985, latest: 1990}` says, as a record holds it."""
    if not text.startswith("{"):
        return text
    value = strict_yaml.parse(f"moment: {text}").value
    found = value and value.get("moment")
    return found if isinstance(found, dict) else text
