"""The lists beside a register's tables: what an import left out, what it asks people, and which
place of a tie was named first.

An import writes them. In the second, people write their answers.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass

from atlas.files.fault import Fault
from atlas.files.forbidden_characters import find_refused
from atlas.i18n.messages import msg

REFUSED, QUESTIONS, DIRECTIONS = "refused.csv", "questions.csv", "directions.csv"
"""The last has ties of lists that do not tell who states them, each with the side (`a`, `b`) that
stands first as long as all rows have it so: only then does a later import know another direction.
"""

COLUMNS: Mapping[str, tuple[str, ...]] = {
    REFUSED: ("file", "row", "reason", "a", "country_a", "b", "country_b"),
    QUESTIONS: ("kind", "file", "rows", "what", "proposal", "answer"),
    DIRECTIONS: ("id", "first"),
}
"""The heading of each list, by its name."""

_REWRITE = msg("Put it back, or run {command} again.", command="atlas import")


@dataclass(frozen=True, slots=True)
class ListRow:
    """A row of a list: its cells by their columns, as they stand in line `line` of `file`."""

    file: str
    line: int
    cells: Mapping[str, str]


def parse(text: str, name: str, file: str) -> tuple[list[ListRow], list[Fault]]:
    """The rows of the list `name`, called `file` in messages, and what is wrong with its form.

    It may be as spreadsheets save it: with a mark of its encoding, and semicolons.
    """
    columns = COLUMNS[name]
    text = text.removeprefix("\ufeff")
    faults = list(find_refused(text))
    rows: list[ListRow] = []
    lines = text.splitlines(keepends=True)
    separator = ";" if lines and ";" in lines[0] else ","
    reader = csv.reader(lines, strict=True, delimiter=separator)
    try:
        if tuple(next(reader, ())) != columns:
            message = msg("the heading is not {columns}.", columns=",".join(columns))
            return [], [*faults, Fault(1, 1, message, _REWRITE)]
        for cells in reader:
            if len(cells) == len(columns):
                rows.append(ListRow(file, reader.line_num, dict(zip(columns, cells, strict=True))))
            elif cells:
                message = msg("the row has not as many cells as the heading.")
                faults.append(Fault(reader.line_num, 1, message, _REWRITE))
    except csv.Error:
        message = msg("this row is not as a table has it: perhaps a quote is not closed.")
        faults.append(Fault(max(1, reader.line_num), 1, message, _REWRITE))
    return rows, faults
