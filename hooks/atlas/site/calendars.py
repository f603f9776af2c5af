"""Calendars that programs subscribe to: iCalendar (RFC 5545, with names of RFC 7986)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from urllib.parse import urlsplit

_MOST_OCTETS = 75
"""The longest line, without its end (RFC 5545, 3.1)."""

_LINE_ENDS = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
"""What no text may hold (RFC 5545, 3.1, «CONTROL»), and what programs take for such."""

_ESCAPED = str.maketrans({"\\": r"\\", ";": r"\;", ",": r"\,", "\n": r"\n"})


@dataclass(frozen=True, slots=True)
class Event:
    """A day of a calendar, for the whole of it.

    `id` is its own for ever, `url` its page and `updated` when it was last changed. One that
    `returns` does so each year, until the day `until` if that is known. `category` is a code that
    no language changes.
    """

    id: str
    day: date
    summary: str
    description: str
    category: str
    url: str
    updated: datetime
    returns: bool = False
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Calendar:
    """The calendar of a page. Addresses are absolute; `home` is the page's, `url` its own."""

    title: str
    language: str
    home: str
    url: str
    author: str
    events: Sequence[Event]


def icalendar(calendar: Calendar) -> str:
    """The calendar as an iCalendar object, its events by day and id.

    Without METHOD a DTSTAMP says when the record was last changed (RFC 5545, 3.8.7.2): no clock is
    asked, and the same records give the same bytes. An event has the same UID in every calendar
    and language, so that who subscribes to a town and to its country sees it once.
    """
    host = urlsplit(calendar.home).hostname or "localhost"
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//{_text(calendar.author)}//Calendar//{calendar.language.upper()}",
        f"NAME;LANGUAGE={calendar.language}:{_text(calendar.title)}",
        f"X-WR-CALNAME:{_text(calendar.title)}",
        f"URL:{calendar.home}",
        f"SOURCE;VALUE=URI:{calendar.url}",
        "REFRESH-INTERVAL;VALUE=DURATION:P1W",
    ]
    for event in sorted(calendar.events, key=lambda one: (one.day, one.id)):
        lines += _event(event, host, calendar.language)
    lines.append("END:VCALENDAR")
    return "".join(f"{_fold(line)}\r\n" for line in lines)


def _event(event: Event, host: str, language: str) -> Iterator[str]:
    updated = event.updated.astimezone(UTC)
    yield "BEGIN:VEVENT"
    yield f"UID:{_text(event.id)}@{host}"
    yield f"DTSTAMP:{_date(updated.date())}T{updated:%H%M%S}Z"
    yield f"DTSTART;VALUE=DATE:{_date(event.day)}"
    if event.returns and (event.until is None or event.until > event.day):
        yield f"RRULE:{_yearly(event)}"
    yield f"SUMMARY;LANGUAGE={language}:{_text(event.summary)}"
    yield f"DESCRIPTION;LANGUAGE={language}:{_text(event.description)}"
    yield f"CATEGORIES:{_text(event.category)}"
    yield f"URL:{event.url}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _yearly(event: Event) -> str:
    """Each year on the same day; what falls on 29 February is on the last of it in other years,
    which a rule of years alone would leave out (RFC 5545, 3.3.10)."""
    parts = ["FREQ=YEARLY"]
    if event.until:
        parts.append(f"UNTIL={_date(event.until)}")
    if (event.day.month, event.day.day) == (2, 29):
        parts += ["BYMONTH=2", "BYMONTHDAY=-1"]
    return ";".join(parts)


def _date(day: date) -> str:
    return day.isoformat().replace("-", "")


def _text(text: str) -> str:
    """A value of type TEXT (RFC 5545, 3.3.11). Line ends of all kinds are one, since some programs
    cut lines at any of them."""
    plain = _LINE_ENDS.sub("\n", text)
    return _CONTROLS.sub("\ufffd", plain).translate(_ESCAPED)


def _fold(line: str) -> str:
    """The line in pieces of 75 octets at most, each but the first behind a blank (RFC 5545, 3.1);
    no letter is cut."""
    octets = line.encode()
    if len(octets) <= _MOST_OCTETS:
        return line
    return "\r\n ".join(piece.decode() for piece in _pieces(octets))


def _pieces(octets: bytes) -> Iterator[bytes]:
    start, most = 0, _MOST_OCTETS
    while start < len(octets):
        end = start + most
        while end < len(octets) and octets[end] & 0xC0 == 0x80:  # within a letter of UTF-8
            end -= 1
        yield octets[start:end]
        start, most = end, _MOST_OCTETS - 1
