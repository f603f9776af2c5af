"""iCalendar: what another reader finds in it, and that it keeps to RFC 5545 line by line."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import icalendar
import pytest
from dateutil.rrule import rrulestr

from atlas.site import calendars
from atlas.site.calendars import Calendar, Event

HOME = "https://example.org/nl/places/genk/"
HOSTILE = 'A;B,C\\D\r\nBEGIN:VEVENT\nEND:VCALENDAR"=HYPERLINK()\u2028x\x00\x1f\x85y'
GOLDEN = """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Us//Calendar//NL
NAME;LANGUAGE=nl:Atlas: Genk
X-WR-CALNAME:Atlas: Genk
URL:https://example.org/nl/places/genk/
SOURCE;VALUE=URI:https://example.org/nl/places/genk/calendar.ics
REFRESH-INTERVAL;VALUE=DURATION:P1W
BEGIN:VEVENT
UID:cooperations/a/signed@example.org
DTSTAMP:20260131T120000Z
DTSTART;VALUE=DATE:19620512
RRULE:FREQ=YEARLY
SUMMARY;LANGUAGE=nl:Genk\\, X
DESCRIPTION;LANGUAGE=nl:Y
CATEGORIES:researched
URL:https://example.org/nl/cooperations/a/
TRANSP:TRANSPARENT
END:VEVENT
END:VCALENDAR
"""


def event(id_: str = "cooperations/a/signed", **fields: Any) -> Event:
    known = {
        "day": date(1962, 5, 12),
        "summary": "Genk, X",
        "description": "Y",
        "category": "researched",
        "url": "https://example.org/nl/cooperations/a/",
        "updated": datetime(2026, 1, 31, 13, tzinfo=timezone(timedelta(hours=1))),
        "returns": True,
    }
    return Event(id_, **{**known, **fields})


def write(*events: Event, title: str = "Atlas: Genk") -> str:
    return calendars.icalendar(Calendar(title, "nl", HOME, f"{HOME}calendar.ics", "Us", events))


def read(text: str) -> list[Any]:
    """The events that icalendar finds in a calendar without a fault."""
    calendar = icalendar.Calendar.from_ical(text)
    assert calendar.errors == []
    assert all(one.errors == [] for one in calendar.walk())
    return [one for one in calendar.walk() if one.name == "VEVENT"]


def days(rule: Any, start: date) -> list[date]:
    """The first three days of a rule."""
    at = datetime(start.year, start.month, start.day)
    return [one.date() for one in rrulestr(rule.to_ical().decode(), dtstart=at)[:3]]


def test_a_calendar_is_what_is_written_here() -> None:
    assert write(event()).replace("\r\n", "\n") == GOLDEN


def test_another_reader_finds_days_that_come_back() -> None:
    (found,) = read(write(event()))
    assert found.start == date(1962, 5, 12)
    assert found.end == date(1962, 5, 13), "a day without an end takes the whole of it"
    assert days(found["RRULE"], found.start) == [date(year, 5, 12) for year in (1962, 1963, 1964)]
    assert found["DTSTAMP"].dt == datetime(2026, 1, 31, 12, tzinfo=UTC)


def test_what_ended_comes_back_until_then() -> None:
    (found,) = read(write(event(until=date(1963, 12, 31))))
    assert days(found["RRULE"], found.start) == [date(1962, 5, 12), date(1963, 5, 12)]
    (found,) = read(write(event(until=date(1962, 5, 12))))
    assert "RRULE" not in found


def test_the_last_of_february_has_an_anniversary_each_year() -> None:
    (found,) = read(write(event(day=date(2020, 2, 29))))
    expected = [date(2020, 2, 29), date(2021, 2, 28), date(2022, 2, 28)]
    assert days(found["RRULE"], found.start) == expected


def test_a_day_that_does_not_return_has_no_rule() -> None:
    (found,) = read(write(event(returns=False)))
    assert "RRULE" not in found


def test_events_stand_by_day_and_then_by_id() -> None:
    events = [event("b"), event("c", day=date(1950, 1, 1)), event("a")]
    assert [str(one["UID"]) for one in read(write(*events))] == [
        f"{id_}@example.org" for id_ in "cab"
    ]
    assert write(*events) == write(*reversed(events))


def test_hostile_text_stays_text() -> None:
    text = write(event(summary=HOSTILE, description=HOSTILE), title=HOSTILE)
    (found,) = read(text)
    read_back = 'A;B,C\\D\nBEGIN:VEVENT\nEND:VCALENDAR"=HYPERLINK()\nx\ufffd\ufffd\ny'
    assert str(found["SUMMARY"]) == str(found["DESCRIPTION"]) == read_back
    assert text.count("BEGIN:VEVENT\r\n") == 1
    assert [line for line in text.splitlines() if line.startswith("END:VCALENDAR")] == [
        "END:VCALENDAR"
    ]


@pytest.mark.parametrize("letters", ["x", "é", "ع", "𐍈", "xéع𐍈", " "])
def test_no_line_is_longer_than_75_octets_and_no_letter_is_cut(letters: str) -> None:
    summary = f"{letters * 300}."
    text = write(event(summary=summary))
    assert str(read(text)[0]["SUMMARY"]) == summary
    lines = text.encode().split(b"\r\n")
    assert lines.pop() == b""
    assert max(map(len, lines)) in range(72, 76)
    assert b"\n" not in b"".join(lines)
    for line in lines:
        line.decode()


def test_a_long_text_is_folded_fast_and_whole() -> None:
    summary = "ع" * 100_000
    assert str(read(write(event(summary=summary)))[0]["SUMMARY"]) == summary


def test_a_year_has_four_digits() -> None:
    text = write(event(day=date(962, 5, 1), updated=datetime(1, 1, 1, tzinfo=UTC)))
    assert "DTSTART;VALUE=DATE:09620501\r\n" in text
    assert "DTSTAMP:00010101T000000Z\r\n" in text
