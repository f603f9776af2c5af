"""Dates as people usually write them, in the form of a record: 17/12/2020, 17 décembre 2020."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from babel import Locale

from atlas.i18n.normalize import fold, normalize_name
from atlas.model.edtf_date import EdtfDate

_LOCALES = ("en", "nl", "fr", "ar", "ar_MA", "ar_TN", "ar_LB", "de", "es", "it", "pt", "tr")
"""Arabic has other names of months in the Maghreb, and others again in the Levant."""

LAST = 2068
"""The last year that two digits stand for where nothing else is known, as POSIX has it."""

_LONGEST = 50
_NUMBER = re.compile(r"(\d{1,4})(?:st|nd|rd|th|er|e|de|ste|م)?")
_RUN_TOGETHER = re.compile(r"(\d{4})(\d{2})(\d{2})")
_SIGNS = str.maketrans({"±": "~", "≈": "~", "؟": "?"})
"""What stands at an end of a date that is about so, or unsure, as EDTF writes it."""

_APART = r"\s.,،'’\u200e\u200f"
_DASHES = "/_\u2010-\u2015\u2212-"
_SINGLE = re.compile(rf"(?![{_DASHES}])(?!.*\.\.)[\w{_APART}{_DASHES}]*(?<![{_DASHES}])")
"""No year before our era, no interval, none of `<` and `>`: no single date says as much."""

_SPAN = re.compile(rf"(\d{{4}})\s*[{_DASHES}]\s*(\d{{2}})")
"""`2010/11`: the eleventh month, or a season that ends in 2011."""

_TIME = re.compile(
    r"(?<=\d)(?:T\d{2}:?\d{2}|\s\d{1,2}:\d{2})(?::?\d{2}(?:[.,]\d+)?)?\s?(?:Z|[+-]\d{2}:?\d{2})?$",
    re.I,
)
"""The time that programs write behind a day: `2019-05-07T00:00:00Z`."""

_CIRCA = re.compile(r"^(ca?)\.?(?=\d{4})")
"""`c1990` and `c.1990`."""

_UNKNOWN_PART = re.compile(r"-(?:xx|uu|\?\?)(?=-|$)")
"""A month or a day that is not known: `2004-XX`, as EDTF writes it."""

_EMPTY = frozenset(
    {
        "the",
        "of",
        "in",
        "on",
        "year",
        "le",
        "l",
        "en",
        "de",
        "d",
        "an",
        "annee",
        "op",
        "het",
        "jaar",
    }
    | {"anno", "der", "am", "im", "jahr", "في", "عام", "سنه", "يوم", "م"}
)
_ABOUT = frozenset(
    {"about", "around", "circa", "ca", "c", "vers", "environ", "rond", "omstreeks", "ongeveer"}
    | {"um", "hacia", "حوالي", "نحو"}
)

Fields = tuple[int, int, int]
"""Year, month and day; 0 for a month or a day that is not said."""


def parse(written: str, only_days: bool = False, latest: int | None = None) -> list[str]:
    """What `written` may mean, as records write it; nothing if it is no usual date.

    Two dates where either number can be the month, that of `day/month` before the other. With
    `only_days` no month and no year. A year of two digits is the last of them up to `latest`;
    without that, nothing is made of it.
    """
    readings, qualifier = _interpret(written, latest)
    known = (_format(fields, qualifier) for fields in readings)
    distinct = [date for date in dict.fromkeys(known) if date not in {"", written}]
    return [date for date in distinct if not only_days or len(date) == len("2019-05-07")]


@cache
def list_months() -> tuple[str, ...]:
    """What `parse` calls the months, among other names."""
    return tuple(Locale.parse("en").months["format"]["wide"].values())


def list_readings(written: str, latest: int | None = None) -> list[Fields]:
    """What the numbers of `written` may be, whether our calendar has such a day or not."""
    return _interpret(written, latest)[0]


def find_overrun_month(written: str, latest: int | None = None) -> str:
    """The month (`2012-02`) that is too short for the day that `written` names, if it names one."""
    readings, _ = _interpret(written, latest)
    if any(map(_format, readings)):
        return ""
    found = (_format((year, month, 0)) for year, month, day in readings if 28 < day <= 31 and month)
    return next(filter(None, found), "")


def _interpret(written: str, latest: int | None) -> tuple[list[Fields], str]:
    """What the numbers of `written` may be, and its qualifier; whether a calendar has it or not."""
    nothing: tuple[list[Fields], str] = [], ""
    if len(written) > _LONGEST:
        return nothing
    folded = _UNKNOWN_PART.sub("-00", fold(_TIME.sub("", written)))
    folded = _CIRCA.sub(r"\1 ", folded)
    text = folded.translate(_SIGNS).replace("(?)", "?")
    bare = text.lstrip("~ ").rstrip("~? ")
    if not _SINGLE.fullmatch(bare) or _is_span(bare):
        return nothing
    words = normalize_name(bare).split()
    qualifier = _qualifier("~" in text or not _ABOUT.isdisjoint(words), "?" in text)
    numbers = [found[1] for word in words if (found := _NUMBER.fullmatch(word))]
    others = [word for word in words if not _NUMBER.fullmatch(word)]
    name = " ".join(word for word in others if word not in _EMPTY | _ABOUT | _days_of_week())
    if together := _RUN_TOGETHER.fullmatch(name):
        numbers, name = [*together.groups()], ""
    if name and name not in _number_months():
        return nothing
    month = _number_months()[name] if name else 0
    if latest is not None and all(len(number) <= len("12") for number in numbers):
        return list(_list_short_readings(numbers, month, latest)), qualifier
    return list(_list_readings(numbers, month)), qualifier


def _qualifier(about: bool, unsure: bool) -> str:
    """That of EDTF."""
    return ("%" if unsure else "~") if about else "?" if unsure else ""


def _is_span(text: str) -> bool:
    """Whether behind the year stands the end of the next one."""
    found = _SPAN.fullmatch(text)
    return found is not None and (int(found[1]) + 1) % 100 == int(found[2])


def _list_readings(numbers: Sequence[str], month: int) -> Iterator[Fields]:
    """What the numbers may be beside `month`, if that was named. The year has four digits."""
    years = [number for number in numbers if len(number) == len("2020")]
    others = [int(number) for number in numbers if len(number) <= len("12")]
    if len(years) != 1 or len(others) + 1 != len(numbers):
        return
    year = int(years[0])
    match others:
        case []:
            yield year, month, 0
        case [one] if month:
            yield year, month, one
        case [one]:
            yield year, one, 0
        case [one, other] if not month:
            if numbers[0] != years[0]:
                yield year, other, one
                yield year, one, other
            elif _format((year, one, other)):
                yield year, one, other
            elif one:
                yield year, other, one
                yield year, one, other


def _list_short_readings(numbers: Sequence[str], month: int, latest: int) -> Iterator[Fields]:
    """The same where the year has two digits: it comes last, or first if it can be no day."""
    match numbers:
        case [one, year] if month and len(year) == len("11"):
            yield _expand_year(year, latest), month, int(one)
        case [one, other, year] if not month and len(year) == len("11"):
            last = _expand_year(year, latest)
            read = [(last, int(other), int(one)), (last, int(one), int(other))]
            if int(one) > 31:
                read = [(_expand_year(one, latest), int(other), int(year))]
            yield from read


def _expand_year(digits: str, latest: int) -> int:
    """The last year up to `latest` that ends in two `digits`."""
    return latest - (latest - int(digits)) % 100


def _format(fields: Fields, qualifier: str = "") -> str:
    """The date in the form of a record; empty where no calendar has it."""
    year, month, day = fields
    if day and not month:
        return ""
    text = f"{year:04}" + (f"-{month:02}" if month else "") + (f"-{day:02}" if day else "")
    try:
        return str(EdtfDate.parse(text + qualifier))
    except ValueError:
        return ""


@cache
def _days_of_week() -> frozenset[str]:
    """The names of the days, which say nothing more of a date."""
    locales = map(Locale.parse, _LOCALES)
    names = (locale.days[use]["wide"] for locale in locales for use in ("format", "stand-alone"))
    return frozenset(normalize_name(name) for days in names for name in days.values())


@cache
def _number_months() -> dict[str, int]:
    """The number of every month by its names, long and short."""
    months: dict[str, int] = {}
    for locale in map(Locale.parse, _LOCALES):
        for use in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in locale.months[use][width].items():
                    months.setdefault(normalize_name(name), number)
    return months
