"""Years and days as lists write them, and years that are written for want of one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from contextlib import suppress
from functools import cache

from atlas.checks.rules.unlikely_dates import LAST, OLDEST
from atlas.lookup import date_parser
from atlas.model.edtf_date import EdtfDate

_SHARE = 0.05
_FEWEST = 10
_TIMES = 3
"""How often a year must be there: of all that have one, at least, and beside its neighbours."""


def normalize_date(written: str) -> str:
    """A date as records write it, if it is just one; else as it was written."""
    text = written.strip()
    if not text or read_date(text):
        return text
    found = date_parser.parse(text)
    return found[0] if len(found) == 1 else text


def read_date(text: str) -> EdtfDate | None:
    """The date of a text in the form of records, of a year that may be; None for anything else."""
    with suppress(ValueError):
        date = EdtfDate.parse(text)
        return date if OLDEST <= date.first.year <= LAST else None
    return None


@cache
def date_key(text: str) -> tuple[str, str]:
    """Sorts dates by the last day they may mean."""
    return EdtfDate.parse(text).last.isoformat(), text


def find_placeholders(starts: Iterable[Iterable[str]]) -> list[str]:
    """The dates that stand for "not known", to go by how many ties have each.

    Such a one stands beside a twentieth of all, ten at least, and three times as many as any date
    around it: two years on both sides of a year.
    """
    dated = [{text for text in texts if read_date(text)} for texts in starts]
    count = Counter(text for texts in dated for text in texts)
    total = sum(1 for texts in dated if texts)
    return sorted(
        text
        for text, number in count.items()
        if number >= max(_FEWEST, _SHARE * total)
        and number >= _TIMES * max((count[one] for one in _neighbours(text, count)), default=0)
    )


def _neighbours(text: str, count: Mapping[str, int]) -> list[str]:
    """The dates around one: of a year its neighbours, of a day all others."""
    if text.isdigit():
        return [f"{int(text) + step:04}" for step in (-2, -1, 1, 2)]
    return [other for other in count if other != text and not other.isdigit()]
