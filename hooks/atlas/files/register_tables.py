"""The tables of a register: their columns, and each row as a document of a record.

Tables are UTF-8 with LF, comma and a heading, a row a line, the lines in bytewise order, split by
country: so changes can be read on GitHub, and those of two people seldom collide.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from atlas.files.document import Document
from atlas.files.fault import Fault
from atlas.files.forbidden_characters import find_refused
from atlas.files.tree import Position
from atlas.i18n.messages import msg, msg_plural
from atlas.model.paths import KEY, FieldPath

PLACES, TIES = "places", "ties"
"""The folders of a register's tables, and of the documents of their rows."""

NAME = "name_"
"""Begins the columns of a place's further names; a language tag follows."""

JOINT = " | "
"""Stands between several texts in a cell."""

_BEFORE_NAMES = ("id", "name", "lang")
_AFTER_NAMES = ("as_stated", "type", "country", "part_of")
_POINT = ("lat", "lon", "exactness")
_IDENTIFIERS = ("wikidata", "geonames")
_TIE = (
    *("id", "a", "b", "form", "form_as_stated", "start", "end", "start_as_stated"),
    *("stated_by", "as_of", "reference_url", "locator"),
)
_REWRITE = msg("Tables are written by {command}; run it again.", command="atlas import")


@dataclass(frozen=True)
class Row(Document):
    """One row of a table as a document. Its `text` is its own line, which is number `line`."""

    line: int = 1
    register: str = ""
    columns: tuple[str, ...] = ()

    @cached_property
    def positions(self) -> dict[FieldPath, Position]:
        """Line and column of every cell that holds something, by the field it becomes."""
        cells = next(csv.reader([self.text]))
        paths = _PATHS[self.folder](dict(zip(self.columns, cells, strict=True)))
        starts = dict(zip(self.columns, _cell_starts(self.text), strict=True))
        found: dict[FieldPath, Position] = {(): (self.line, 1)}
        for column, path in paths:
            for at in range(1, len(path) + 1):
                found.setdefault(path[:at], (self.line, starts[column]))
        return found


def place_columns(languages: Iterable[str]) -> tuple[str, ...]:
    """The heading of a table of places, with a column for the names in each of the languages."""
    names = (f"{NAME}{code}" for code in sorted(languages))
    return (*_BEFORE_NAMES, *names, *_AFTER_NAMES, *_POINT, *_IDENTIFIERS)


def tie_columns() -> tuple[str, ...]:
    """The heading of a table of ties."""
    return _TIE


def write(columns: Sequence[str], rows: Iterable[Mapping[str, str]]) -> str:
    """A table of rows, each given by its columns; what it has no cell for is empty."""
    lines = sorted(_line(row.get(column, "") for column in columns) for row in rows)
    return "".join([_line(columns), *lines])


def _line(cells: Iterable[str]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerow(cells)
    return text.getvalue()


def parse(text: str, folder: str, file: str, register: str) -> tuple[list[Row], list[Fault]]:
    """The rows of a table of places or ties, called `file`; and what is wrong with its form."""
    faults = list(find_refused(text))
    lines, rows, wrong = _split(text, folder)
    if wrong:
        return [], [*faults, wrong]
    columns = tuple(rows[0])
    faults.extend(_find_misshapen(rows, lines))
    made = _VALUES[folder]
    found = [
        Row(
            file,
            folder,
            *made(dict(zip(columns, cells, strict=True)), register),
            True,
            line,
            number,
            register,
            columns,
        )
        for number, (cells, line) in enumerate(zip(rows, lines, strict=True), start=1)
        if number > 1 and len(cells) == len(columns)
    ]
    return found, faults


def parse_ids(text: str, folder: str, register: str) -> list[str]:
    """The ids of the rows that `parse` finds, in their order and in a fraction of its time."""
    _, rows, wrong = _split(text, folder)
    if wrong:
        return []
    heading, *others = rows
    ids = [cells[0] for cells in others if len(cells) == len(heading)]
    return [_tie_id(register, id_) for id_ in ids] if folder == TIES else ids


def _split(text: str, folder: str) -> tuple[list[str], list[list[str]], Fault | None]:
    """The lines of a table and the cells of each, the heading first; or why it is no table."""
    lines = text.split("\n")
    if lines.pop():
        fault = Fault(len(lines) + 1, 1, msg("the last line does not end."), _REWRITE)
        return [], [], fault
    try:
        rows = list(csv.reader(lines, strict=True))
    except csv.Error:
        rows = []
    if len(rows) != len(lines) or not rows:
        return [], [], Fault(1, 1, msg("this is no table with a row on each line."), _REWRITE)
    if not _is_heading(folder, tuple(rows[0])):
        expected = place_columns(["…"]) if folder == PLACES else _TIE
        message = msg("the heading is not {columns}.", columns=",".join(expected))
        return [], [], Fault(1, 1, message, _REWRITE)
    return lines, rows, None


def _is_heading(folder: str, columns: tuple[str, ...]) -> bool:
    if folder == TIES:
        return columns == _TIE
    tags = [column[len(NAME) :] for column in columns if column.startswith(NAME)]
    return columns == place_columns(tags) and len({*tags}) == len(tags)


def _find_misshapen(rows: list[list[str]], lines: list[str]) -> Iterator[Fault]:
    """Rows of another width than the heading, and lines that stand before one they come after."""
    for number in range(2, len(rows) + 1):
        wide, found = len(rows[0]), len(rows[number - 1])
        if found != wide:
            message = msg_plural(
                "the row has {number} cell; expected {wide}.",
                "the row has {number} cells; expected {wide}.",
                found,
                wide=str(wide),
            )
            yield Fault(number, 1, message, _REWRITE)
        if number > 2 and lines[number - 1] <= lines[number - 2]:
            yield Fault(number, 1, msg("the row stands after one that it comes before."), _REWRITE)


def _cell_starts(line: str) -> list[int]:
    """The column, from 1, at which each cell of a line begins."""
    return [found.start() + 1 for found in re.finditer(r'(?<![^,])(?:"(?:[^"]|"")*"|[^,]*)', line)]


def _place_value(cells: Mapping[str, str], register: str) -> tuple[str, dict[str, Any]]:
    """Id and fields of the place in a row."""
    language = cells["lang"] or "und"
    names = {
        column[len(NAME) :]: text
        for column, text in cells.items()
        if text and column.startswith(NAME)
    }
    value: dict[str, Any] = {
        "names": {language: cells["name"], **names},
        "type": cells["type"] or None,
        "countries": [cells["country"]],
        "sources": [{"source": register}],
    }
    if cells["as_stated"]:
        value["names_as_stated"] = [
            {"lang": language, "text": text} for text in cells["as_stated"].split(JOINT)
        ]
    if cells["lat"] or cells["lon"]:
        value["coordinates"] = {
            **{field: cells[field] for field in _POINT if cells[field]},
            "source": register,
        }
    for column in ("part_of", *_IDENTIFIERS):
        if cells[column]:
            value[column] = cells[column]
    return cells["id"], value


def _place_paths(cells: Mapping[str, str]) -> Iterator[tuple[str, FieldPath]]:
    """The field that each cell becomes, by its column."""
    language = cells["lang"] or "und"
    yield "id", ("id",)
    yield "name", ("names", language)
    yield "lang", ("names", language, KEY)
    for column in cells:
        if column.startswith(NAME):
            yield column, ("names", column[len(NAME) :])
    for index in range(len(cells["as_stated"].split(JOINT))):
        yield "as_stated", ("names_as_stated", index, "text")
    yield "country", ("countries", 0)
    for column in _POINT:
        yield column, ("coordinates", column)
    for column in ("type", "part_of", *_IDENTIFIERS):
        yield column, (column,)


def _tie_value(cells: Mapping[str, str], register: str) -> tuple[str, dict[str, Any]]:
    """Id and fields of the tie in a row."""
    value = {column: text for column, text in cells.items() if text and column != "id"}
    return _tie_id(register, cells["id"]), {**value, "pair": cells["id"], "source": register}


def _tie_id(register: str, pair: str) -> str:
    """The id of a tie: two registers may list the same pair of places."""
    return f"{register}/{pair}"


def _tie_paths(cells: Mapping[str, str]) -> Iterator[tuple[str, FieldPath]]:
    for column in cells:
        yield column, ("pair",) if column == "id" else (column,)


_VALUES = {PLACES: _place_value, TIES: _tie_value}
_PATHS = {PLACES: _place_paths, TIES: _tie_paths}
