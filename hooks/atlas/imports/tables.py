"""Reads a table that somebody made of ties: CSV, TSV or a spreadsheet."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from itertools import islice
from pathlib import Path
from types import MappingProxyType

from atlas.i18n.messages import Message, msg
from atlas.imports import headings, text_tables, workbooks
from atlas.imports.claims import split_country
from atlas.imports.input_error import InputError
from atlas.imports.listed_rows import SIDES, End, ListedRow

_TEXTS = frozenset({".csv", ".tsv", ".txt", ".tab"})
_WORKBOOKS = frozenset({".xlsx", ".xlsm", ".xls", ".ods"})
_MAGIC = (b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
"""What spreadsheets begin with: those that are ZIP archives, and older ones."""

_MOST_BYTES = 100_000_000
_MOST_TITLES = 5
"""Lines that may stand above a heading."""


@dataclass(frozen=True)
class Table:
    """The rows of a file, and the heading that each column was found under, by its field.

    `unused` are the other headings. `encoding` is how the file is written, if that was guessed.
    """

    rows: list[ListedRow]
    columns: dict[str, str]
    unused: list[str]
    encoding: str = ""


def read(
    path: Path,
    columns: Mapping[str, str],
    language: str,
    encoding: str | None = None,
    countries: Mapping[str, str] = MappingProxyType({}),
) -> Table:
    """The rows of the table in a file, whose names are in `language`.

    `columns` are the headings of fields that are not to be recognised, `countries` those of all
    towns of a side (`a`, `b`) where no cell says one. Raises InputError for what is no whole table
    with a heading and rows.
    """
    lines, guessed = read_lines(path, encoding)
    heading, found = _find_heading(lines, columns, path.name)
    make_end = cache(partial(End, lang=language))  # a town stands in many rows
    rows = [
        _make_row(path.name, number, cells, found, countries, make_end) for number, cells in lines
    ]
    if not rows:
        raise InputError(msg("{file} has a heading, and no rows.", file=path.name))
    if missing := _find_sides_without_countries(rows, found):
        reason = headings.describe_missing(heading, missing)
        raise InputError(msg("{file}: {reason}", file=path.name, reason=reason))
    taken = {field: heading[index] for field, index in sorted(found.items())}
    used = {*found.values()}
    unused = [text for index, text in enumerate(heading) if index not in used and text.strip()]
    return Table(rows, taken, unused, guessed)


def _find_heading(
    lines: Iterator[text_tables.Line], columns: Mapping[str, str], file: str
) -> tuple[list[str], dict[str, int]]:
    """The heading, and the columns of fields in it; a title and the like may stand above it.

    Raises InputError that says what the first line lacks, if none of the first few is a heading.
    """
    errors: list[InputError] = []
    for _, cells in islice(lines, _MOST_TITLES + 1):
        try:
            found = headings.find_columns(cells, columns)
        except InputError as error:
            errors.append(error)
        else:
            if not errors or found.keys() > {"name_a", "name_b"}:  # "1" and "2" alone are cells
                return cells, found
    if not errors:
        raise InputError(msg("{file} is empty.", file=file))
    [reason] = errors[0].args
    raise InputError(msg("{file}: {reason}", file=file, reason=reason)) from errors[0]


def _find_sides_without_countries(rows: Sequence[ListedRow], columns: Container[str]) -> list[str]:
    """The columns of countries that are missing where nothing else says one either."""
    ends = {"country_a": [row.a for row in rows], "country_b": [row.b for row in rows]}
    return [
        field
        for field, of_side in ends.items()
        if field not in columns
        and not any(end.country or split_country(end.name, "")[1] for end in of_side)
    ]


def read_lines(path: Path, encoding: str | None) -> tuple[Iterator[text_tables.Line], str]:
    """The lines of a file by what it is, which its name has to say; and a guessed encoding.

    Raises InputError if it is something else, too large, or not to be read.
    """
    with path.open("rb") as opened:
        begins = opened.read(len(max(_MAGIC, key=len)))
    if path.stat().st_size > _MOST_BYTES:
        raise InputError(msg("{file} is too large.", file=path.name))
    is_workbook = begins.startswith(_MAGIC)
    ending = path.suffix.lower()
    if ending in _TEXTS and is_workbook:
        raise InputError(_name_spreadsheet(path))
    if ending in _WORKBOOKS and not is_workbook:
        raise InputError(_name_text(path))
    if ending not in _TEXTS | _WORKBOOKS:
        message = msg(
            "{file}: a table is a file {endings}.", file=path.name, endings=".csv, .tsv, .xlsx"
        )
        raise InputError(message)
    if is_workbook:
        return workbooks.read(path), ""
    text, guessed = text_tables.decode(path.read_bytes(), path.name, encoding)
    return text_tables.read(text, path.name), guessed


def _name_spreadsheet(path: Path) -> Message:
    return msg(
        "{file} is a spreadsheet and no text. Save it as {ending}, or give it its own ending.",
        file=path.name,
        ending=path.suffix,
    )


def _name_text(path: Path) -> Message:
    return msg(
        "{file} is no spreadsheet, or is broken at its beginning. If it is a text, call it "
        "{ending}.",
        file=path.name,
        ending=".csv",
    )


def _make_row(
    file: str,
    number: int,
    cells: list[str],
    columns: Mapping[str, int],
    countries: Mapping[str, str],
    make_end: Callable[..., End],
) -> ListedRow:
    def cell(field: str) -> str:
        return cells[columns[field]].strip() if field in columns else ""

    a, b = (
        make_end(
            name=cell(f"name_{side}"),
            country=cell(f"country_{side}") or countries.get(side, ""),
            lat=cell(f"lat_{side}"),
            lon=cell(f"lon_{side}"),
            wikidata=cell(f"wikidata_{side}"),
            geonames=cell(f"geonames_{side}"),
        )
        for side in SIDES
    )
    return ListedRow(
        file,
        number,
        a,
        b,
        form=cell("form"),
        start=cell("start"),
        end=cell("end"),
        reference_url=cell("reference_url"),
        locator=cell("locator"),
    )
