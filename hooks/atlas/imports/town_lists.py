"""Reads a list of towns that somebody made: CSV, TSV or a spreadsheet, a town in each row."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from atlas.i18n.messages import msg
from atlas.imports import tables, town_headings
from atlas.imports.input_error import InputError
from atlas.imports.listed_rows import End


@dataclass(frozen=True, slots=True)
class ListedTown:
    """A row: its `cells` as they were given, and what they say as the end of a tie would."""

    cells: list[str]
    end: End


@dataclass(frozen=True)
class TownList:
    """The headings of a list, and its rows; `encoding` is how it is written if that was guessed."""

    headings: list[str]
    rows: list[ListedTown]
    encoding: str = ""


def read(path: Path, columns: Mapping[str, str], encoding: str | None = None) -> TownList:
    """The towns in a file; `columns` are the headings of fields that are not to be recognised.

    Raises InputError for what is no whole table with a heading and rows.
    """
    lines, guessed = tables.read_lines(path, encoding)
    headings = next(lines, (1, []))[1]
    if not headings:
        raise InputError(msg("{file} is empty.", file=path.name))
    try:
        found = town_headings.find_columns(headings, columns)
    except InputError as error:
        [reason] = error.args
        raise InputError(msg("{file}: {reason}", file=path.name, reason=reason)) from error
    rows = [ListedTown(cells, _make_end(cells, found)) for _, cells in lines]
    if not rows:
        raise InputError(msg("{file} has a heading, and no rows.", file=path.name))
    return TownList(headings, rows, guessed)


def _make_end(cells: list[str], columns: Mapping[str, int]) -> End:
    def cell(field: str) -> str:
        return cells[columns[field]].strip() if field in columns else ""

    return End(
        name=cell("name"),
        country=cell("country"),
        lat=cell("lat"),
        lon=cell("lon"),
        wikidata=cell("wikidata"),
        geonames=cell("geonames"),
    )
