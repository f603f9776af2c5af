"""Times of years or months by their names: 198X, jaren 90, XXe siècle, printemps 2016, Q1 2016."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from atlas.lookup import moment_words as words

_MASKED = re.compile(r"([0-9]{2,3})[x?u*_]{1,2}")
_DECADE = re.compile(r"([0-9]{1,3}0)(s|ies|er)?")
_ORDINAL = re.compile(r"(?<=[0-9xvi])(?:th|st|nd|rd|e|eme|ste|de|er)$")
_YEAR = re.compile("[0-9]{4}")
_TWO_YEARS = re.compile(r"([0-9]{4}) ?[-/] ?(?:[0-9]{2})?[0-9]{2}")

_OF_TEN = {"": (0, 9), "early": (0, 4), "mid": (3, 6), "late": (5, 9)}
_OF_HUNDRED = {
    **{"": (1, 100), "early": (1, 50), "mid": (26, 75), "late": (51, 100)},
    **{"half_1": (1, 50), "half_2": (51, 100)},
}
_OF_TWELVE = {
    **{"early": (1, 6), "mid": (4, 9), "late": (7, 12), "half_1": (1, 6), "half_2": (7, 12)},
    **{f"quarter_{number}": (3 * number - 2, 3 * number) for number in range(1, 5)},
    **{"spring": (3, 6), "summer": (6, 9), "autumn": (9, 12), "winter": (12, 15)},
}
"""The first and the last year or month of each part, taken wide: nobody says when the early
nineties ended. Seasons are those of the north; a winter ends in the next year."""


class Reading(NamedTuple):
    """The first and the last date that something may mean, as records write them; an open end is
    empty."""

    earliest: str
    latest: str


def read(text: str, last_year: int) -> list[Reading]:
    """The periods that a cleaned `text` may name; those of two digits begin up to `last_year`."""
    if found := list(_read_mask(text)):
        return found
    for part, whole in _parts(text):
        for one in (_read_decade, _read_century, _read_months):
            if found := list(one(part, whole, last_year)):
                return found
    return []


def _parts(text: str) -> Iterator[tuple[str, str]]:
    """The part of a longer time that `text` names, and that time; the whole of it last."""
    for part in words.names("parts"):
        for rest in (*words.behind(text, "parts", part), *words.before(text, "parts", part)):
            yield part, rest
            yield from ((part, bare) for bare in words.behind(rest, "fillers", "fillers"))
    yield "", text


def _read_mask(text: str) -> Iterator[Reading]:
    """`198X` and `19XX`."""
    found = _MASKED.fullmatch(text)
    if found and len(text) == len("198x"):
        yield Reading(found[1].ljust(4, "0"), found[1].ljust(4, "9"))


def _read_decade(part: str, text: str, last_year: int) -> Iterator[Reading]:
    """`1990s`, `jaren 90`, «تسعينيات القرن الماضي»."""
    if part not in _OF_TEN:
        return
    begin, end = _OF_TEN[part]
    named = next(words.before(text, "decades", "last"), "")
    bare = next(words.behind(named or text, "decades", "names"), named or text)
    for first in _first_years(bare, is_named=bare != text, last_year=last_year):
        yield Reading(str(first + begin), str(first + end))


def _first_years(text: str, *, is_named: bool, last_year: int) -> list[int]:
    """The years that a decade may begin with: 1990 for 90s, 1920 and 2020 for twenties."""
    numbers = filter(str.isdigit, words.names("decades"))
    tens = next((int(ten) for ten in numbers if text in words.listed("decades", ten)), None)
    if tens is None:
        found = _DECADE.fullmatch(text)
        if found is None or not (found[2] or is_named):
            return []
        tens = int(found[1])
    if tens >= 100:
        return [tens] if tens >= 1000 else []
    return [first for first in (1900 + tens, 2000 + tens) if first <= last_year]


def _read_century(part: str, text: str, last_year: int) -> Iterator[Reading]:
    """`20th century`, `XXe siècle`, «القرن العشرين»."""
    for bare in (
        *words.before(text, "centuries", "names"),
        *words.behind(text, "centuries", "names"),
    ):
        number = _ORDINAL.sub("", bare)
        for century in filter(str.isdigit, words.names("centuries")):
            if part in _OF_HUNDRED and {bare, number} & words.listed("centuries", century):
                begin, end = _OF_HUNDRED[part]
                before = 100 * (int(century) - 1)
                yield Reading(str(before + begin), str(before + end))
                return


def _read_months(part: str, text: str, last_year: int) -> Iterator[Reading]:
    """A season, a quarter, a half of a year: its months."""
    winter = _TWO_YEARS.fullmatch(text) if part == "winter" else None
    year = winter[1] if winter else text
    if part not in _OF_TWELVE or not _YEAR.fullmatch(year):
        return
    for begins in [int(year)] if part != "winter" or winter else [int(year) - 1, int(year)]:
        yield Reading(*(_month(begins, month) for month in _OF_TWELVE[part]))


def _month(year: int, month: int) -> str:
    return f"{year + (month - 1) // 12:04}-{(month - 1) % 12 + 1:02}"
