"""Moments that are no single date, in the form of a record: before 1990, 1985/1990, jaren 80."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import Enum, auto
from itertools import islice

from atlas.lookup import date_parser, periods
from atlas.lookup import moment_words as words
from atlas.lookup.periods import Reading
from atlas.model.edtf_date import EdtfDate

_LONGEST = 60
_SHORT_END = re.compile(r"([0-9]{2})([0-9]{2}) ?[-/] ?([0-9]{2})")
_OF_THREE = re.compile("[89][0-9]{2}")
"""A year of the first twinnings."""

_APART, _HYPHEN = r"\s*/\s*|\s-\s", "-"
"""Signs that part two dates; the second stands in dates as well, and parts where no other does."""

_MOST_SIGNS = 6


class Edge(Enum):
    """What a field says: when something began, when it ended, or neither."""

    START = auto()
    END = auto()
    NEITHER = auto()


def parse(written: str, edge: Edge = Edge.NEITHER, latest: int | None = None) -> list[str]:
    """What `written` may mean, each as a record writes it; nothing if no moment is read in it.

    «Since 1990» says of a start that it was in 1990, and so does «until 1990» of an end. A year of
    two digits is the last of them up to `latest`.
    """
    if len(written) > _LONGEST:
        return []
    text = words.clean(written)
    readings = (
        _read_opened_span(text, latest) or _read_related(text, edge, latest) or _read(text, latest)
    )
    return list(dict.fromkeys(form for one in readings if (form := _form(one)) != written))


def is_unknown(written: str) -> bool:
    """Whether it says that no date is known: ?, n.d., onbekend."""
    text = written.strip(" ()[]")
    return words.clean(text) in words.listed("unknown", "unknown") or text in _NOTHING


_NOTHING = frozenset({"?", "??", "???", "????", "-", "--", "/", "...", "…"})


def _form(one: Reading) -> str:
    """`1990`, `{latest: 1990}`, `{earliest: 1980, latest: 1989}`."""
    if one.earliest == one.latest:
        return one.earliest
    return f"{{{', '.join(f'{name}: {date}' for name, date in one._asdict().items() if date)}}}"


def _read_related(text: str, edge: Edge, latest: int | None) -> list[Reading]:
    """Before, after, since or until what is read behind it, or in front of it."""
    for relation, rest in _relations(text):
        if found := _read(rest, latest):
            return [_relate(relation, one, edge) for one in found]
    return []


def _relations(text: str) -> Iterator[tuple[str, str]]:
    for name in words.names("relations"):
        yield from ((name, rest) for rest in words.behind(text, "relations", name))
    for name in words.names("endings"):
        yield from ((name, rest) for rest in words.before(text, "endings", name))
    if text.endswith("-"):
        yield "since", text.rstrip("- ")
    if text.startswith("-"):
        yield "until", text.lstrip("- ")


def _relate(relation: str, one: Reading, edge: Edge) -> Reading:
    if (relation, edge) in {("since", Edge.START), ("until", Edge.END)}:
        return one
    match relation:
        case "before":
            return Reading("", one.earliest)
        case "by" | "until":
            return Reading("", one.latest)
        case "after":
            return Reading(one.latest, "")
    return Reading(one.earliest, "")


def _read(text: str, latest: int | None) -> list[Reading]:
    """The dates that `text` may lie between, without before and after."""
    return _read_period(text, latest) or _read_span(text, latest)


def _read_period(text: str, latest: int | None) -> list[Reading]:
    """A date, or a time with a name of its own."""
    found = [Reading(date, date) for date in _read_dates(text, latest)]
    found = found or periods.read(text, latest or date_parser.LAST)
    for rest in words.behind(text, "fillers", "fillers") if not found else ():
        found = _read_period(rest, latest)
    return found


def _read_dates(text: str, latest: int | None) -> list[str]:
    for unsure in words.behind(text, "unsure", "unsure"):
        return [f"{date.rstrip('~?%')}?" for date in _read_dates(unsure, latest)]
    text = f"0{text}" if _OF_THREE.fullmatch(text) else text
    try:
        return [str(EdtfDate.parse(text))]
    except ValueError:
        return date_parser.parse(text, latest=latest)


def _read_opened_span(text: str, latest: int | None) -> list[Reading]:
    """Between one date and another, from one to another."""
    for opening, parting, signs in (("between", "and", r"\sو(?=\w)"), ("from", "to", _APART)):
        for body in words.behind(text, "spans", opening):
            sides = words.either_side(body, parting, signs)
            if found := _read_ends(sides, latest) or _read_hyphened(body, latest):
                return found
    return []


def _read_span(text: str, latest: int | None) -> list[Reading]:
    """One date or another, one to another."""
    if short := _SHORT_END.fullmatch(text):
        return list(_read_short_end(*short.groups()))
    either = words.either_side(text, "or")
    apart = words.either_side(text, "to", _APART)
    return _read_ends(either, latest) or _read_ends(apart, latest) or _read_hyphened(text, latest)


def _read_hyphened(text: str, latest: int | None) -> list[Reading]:
    """`1985-1990` and `2004-06-2006-08`: the hyphen nearest to the middle parts the two."""
    sides = words.either_side(text, "to", _HYPHEN)
    middle_first = sorted(sides, key=lambda each: abs(len(each[0]) - len(each[1])))
    return _read_ends(middle_first, latest)


def _read_ends(sides: Iterable[tuple[str, str]], latest: int | None) -> list[Reading]:
    """From the beginning of what the left side may mean to the end of the right one."""
    for left, right in islice(sides, _MOST_SIGNS):
        if any({"-", "/"} <= set(side) for side in (left, right)):
            continue  # no single date has both
        ends = _read_period(right, latest)
        begins = (
            (_read_period(left, latest) or _read_shortened(left, right, latest)) if ends else []
        )
        if begins and _is_in_order(begins[0], ends[0]):
            return [Reading(begins[0].earliest, ends[0].latest)]
    return []


def _read_short_end(century: str, begin: str, end: str) -> Iterator[Reading]:
    """`2010/11`: the eleventh month, or the years 2010 and 2011."""
    if 1 <= int(end) <= 12:
        yield Reading(*(f"{century}{begin}-{end}",) * 2)
    if int(end) > int(begin):
        yield Reading(century + begin, century + end)


def _read_shortened(left: str, right: str, latest: int | None) -> list[Reading]:
    """`left` with the year, or month and year, that `right` ends in: 7 to 9 May 2019."""
    behind = right.split()
    endings = (" ".join(behind[start:]) for start in range(len(behind)))
    found = (_read_period(f"{left} {ending}", latest) for ending in endings)
    return next(filter(None, found), [])


def _is_in_order(one: Reading, other: Reading) -> bool:
    if not one.earliest or not other.latest:
        return False
    return EdtfDate.parse(one.earliest).first <= EdtfDate.parse(other.latest).last
