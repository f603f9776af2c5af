"""A table as CSV (RFC 4180) in UTF-8, lines ended by CR LF; what is not recorded is empty.

A sign that a spreadsheet might take for the beginning of a formula has an apostrophe before it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from atlas.site import csv_table
from atlas.site.dataset.table import Column, Type, Value


def write(columns: Sequence[Column], rows: Iterable[Sequence[Value]]) -> bytes:
    """The table, the names of its columns first."""
    return (write_heading(columns) + write_rows(columns, rows)).encode()


def write_heading(columns: Iterable[Column]) -> str:
    """The line with the names of the columns."""
    return csv_table.write([[column.name for column in columns]])


def write_rows(columns: Sequence[Column], rows: Iterable[Sequence[Value]]) -> str:
    """A line for each row."""
    truths = [at for at, column in enumerate(columns) if column.type is Type.BOOLEAN]
    return csv_table.write(_with_words(row, truths) for row in rows)


def _with_words(row: Sequence[Value], truths: Sequence[int]) -> Sequence[Value]:
    """The row, its truths as `true` and `false`."""
    if not truths:
        return row
    return [str(one).lower() if at in truths else one for at, one in enumerate(row)]
