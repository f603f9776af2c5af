"""Statements as commands of QuickStatements, version 1: a line for each, cells parted by tabs.

https://www.wikidata.org/wiki/Help:QuickStatements: item, property, value; then qualifiers (P…) and
a reference (S…). A further reference is a line of its own with the same value.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from atlas.model.edtf_date import EdtfDate
from atlas.site import web_uri
from atlas.site.wikidata.statements import Pair, Reference, Statement

TWINNED_WITH, START, END = "P190", "P580", "P582"
_REFERENCE_URL, _RETRIEVED = "S854", "S813"

_SOME_TIME = "somevalue"
"""That there is a value, and nobody knows which."""

_PRECISIONS = {"year": 9, "month": 10, "day": 11}
"""https://www.wikidata.org/wiki/Help:Dates#Precision."""


def find(
    statements: Iterable[Statement], items: Mapping[str, str], known: Collection[Pair]
) -> Iterator[list[str]]:
    """The cells of the commands for what is not `known`, both ways round; `items` are those of
    places.

    A pair is left out of which a place has no item, and what no page of the web says.
    """
    for statement in statements:
        for a, b in (statement.pair, statement.pair[::-1]):
            if (a, b) not in known and a in items and b in items and items[a] != items[b]:
                yield from _command(statement, items[a], items[b])


def write(commands: Iterable[Sequence[str]]) -> str:
    """The commands, a line each."""
    return "".join("\t".join(cells) + "\n" for cells in commands)


def write_time(date: EdtfDate) -> str:
    """A date to its own precision: `+1962-00-00T00:00:00Z/9`."""
    day, precision = date.first, date.precision
    month = day.month if precision != "year" else 0
    of_month = day.day if precision == "day" else 0
    return f"+{day.year:04}-{month:02}-{of_month:02}T00:00:00Z/{_PRECISIONS[precision]}"


def _command(statement: Statement, subject: str, value: str) -> Iterator[list[str]]:
    qualifiers: list[str] = []
    if statement.start:
        qualifiers += START, write_time(statement.start)
    if statement.is_over:
        qualifiers += END, write_time(statement.end) if statement.end else _SOME_TIME
    for reference in statement.references:
        yield [subject, TWINNED_WITH, value, *qualifiers, *_refer(reference)]
        qualifiers = []


def _refer(reference: Reference) -> list[str]:
    cells = [_REFERENCE_URL, f'"{web_uri.encode(reference.url)}"']
    if reference.retrieved:
        date = EdtfDate.parse(reference.retrieved)
        cells += [_RETRIEVED, write_time(date)] if not date.qualifier else []
    return cells
