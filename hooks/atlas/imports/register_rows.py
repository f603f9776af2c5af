"""The rows of a register, from its tables and into them."""

from __future__ import annotations

import csv
import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml

from atlas.files import register_tables
from atlas.files.register_lists import COLUMNS, DIRECTIONS
from atlas.files.register_tables import NAME, PLACES, TIES, Row
from atlas.files.registers import RegisterFiles
from atlas.imports.place_rows import Cells


class TableRows(Mapping[str, Cells]):
    """The cells of rows by their ids, parted when they are asked for: there may be very many."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._lines = {row.id.rpartition("/")[2]: (row.columns, row.text) for row in rows}

    def __getitem__(self, id_: str) -> Cells:
        columns, line = self._lines[id_]
        return dict(zip(columns, next(csv.reader([line])), strict=True))

    def __iter__(self) -> Iterator[str]:
        return iter(self._lines)

    def __len__(self) -> int:
        return len(self._lines)


@dataclass
class RegisterRows:
    """The rows of a register's tables by id, as cells; and of ties the side named `first`."""

    places: Mapping[str, Cells] = field(default_factory=dict)
    ties: Mapping[str, Cells] = field(default_factory=dict)
    first: dict[str, str] = field(default_factory=dict)


def read_rows(files: RegisterFiles) -> RegisterRows:
    """The rows of the register whose files were read."""
    directions = (row.cells for row in files.lists.get(DIRECTIONS, ()))
    return RegisterRows(
        TableRows(files.places),
        TableRows(files.ties),
        {cells["id"]: cells["first"] for cells in directions if cells["first"] in {"a", "b"}},
    )


def write_tables(rows: RegisterRows, countries: Mapping[str, str]) -> dict[str, str]:
    """The tables of a register by name; `countries` are those of all places by id."""
    places: defaultdict[str, list[Cells]] = defaultdict(list)
    ties: defaultdict[str, list[Cells]] = defaultdict(list)
    for cells in rows.places.values():
        places[cells["country"]].append(cells)
    for cells in rows.ties.values():
        ties[countries[cells["a"]]].append(cells)
    tables = {
        f"{PLACES}/{code}.csv": register_tables.write(_columns(found), found)
        for code, found in places.items()
    }
    tables |= {
        f"{TIES}/{code}.csv": register_tables.write(register_tables.tie_columns(), found)
        for code, found in ties.items()
    }
    return dict(sorted(tables.items()))


def _columns(rows: Iterable[Cells]) -> tuple[str, ...]:
    """The columns of a table, with those of further names that any row has."""
    tags = {
        column.removeprefix(NAME)
        for row in rows
        for column, text in row.items()
        if column.startswith(NAME) and text
    }
    return register_tables.place_columns(tags)


def write_directions(rows: RegisterRows) -> str:
    """The table of which place is named first."""
    lines = sorted(f"{id_},{first}\n" for id_, first in rows.first.items())
    return "".join([f"{','.join(COLUMNS[DIRECTIONS])}\n", *lines])


def write_about(about: Mapping[str, Any], tables: Mapping[str, str]) -> str:
    """`register.yml`: what is said `about` the register, and the digest of every table.

    It is in no record's form, and `atlas fmt` leaves it alone, as all that imports alone write.
    """
    digests = {name: hashlib.sha256(text.encode()).hexdigest() for name, text in tables.items()}
    written = {name: value for name, value in about.items() if value not in (None, "", [], {})}
    return yaml.safe_dump(
        {**written, "tables": digests}, sort_keys=False, allow_unicode=True, width=1000
    )
