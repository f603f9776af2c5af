"""The files of a data folder as an atlas's exports make them anew."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from atlas.checks.registers import OVERRIDES
from atlas.checks.schema_errors import validate
from atlas.files import formatter
from atlas.files.atomic_write import Change
from atlas.files.document import Document
from atlas.files.formatter import UnwritableError
from atlas.files.record_files import REGISTERS
from atlas.files.register_tables import JOINT, NAME, PLACES, Row
from atlas.files.registers import ABOUT
from atlas.i18n.messages import Message, msg
from atlas.i18n.problem import Problem
from atlas.imports import register_rows
from atlas.imports.exported_lines import ExportedData
from atlas.imports.place_rows import Cells
from atlas.imports.register_rows import RegisterRows
from atlas.model.plain_values import make_plain

_COORDINATES = ("lat", "lon", "exactness")
_CELLS = ("type", "part_of", "wikidata", "geonames")


def find_problems(found: ExportedData) -> Iterator[Problem]:
    """What is wrong with registers and with what belongs to them."""
    sources = {one.id for one in found.records if one.folder == "sources"}
    registers = {one.id for one in found.registers}
    for about in found.registers:
        _, problems = validate.register(about)
        yield from problems
        if about.id not in sources:
            message = msg('register "{id}" has no source of that name.', id=about.id)
            yield about.problem((), message)
    for row in (*found.places, *found.ties):
        if row.register not in registers:
            yield row.problem((), _unknown(row.register))
    for record in found.records:
        register = (record.value or {}).get(OVERRIDES)
        if record.folder == PLACES and register is not None and register not in registers:
            yield record.problem((OVERRIDES,), _unknown(str(register)))


def _unknown(register: str) -> Message:
    return msg(
        'no line tells of the register "{register}": bring in {file} too.',
        register=register,
        file="registers.jsonl",
    )


def write_records(found: ExportedData, data: Path) -> tuple[list[Change], list[Problem]]:
    """The file of every record, all of them sound; and what cannot be written in their form."""
    changes: list[Change] = []
    problems: list[Problem] = []
    for one in found.records:
        try:
            text = formatter.dump(one.value, one.folder)
        except UnwritableError as error:
            problems.append(one.problem((), error.args[0]))
        else:
            changes.append(Change(data / one.folder / f"{one.id}.yml", None, text))
    return changes, problems


def write_registers(found: ExportedData, data: Path) -> Iterator[Change]:
    """Every file of every register: its tables, and what it says of itself.

    A place whose record changes a register's row has a row here that says the same as the record:
    what the row said before is not published.
    """
    every = [one for one in found.documents if one.folder == PLACES]
    countries = {one.id: str((one.value or {})["countries"][0]) for one in every}
    for about in found.registers:
        register, _ = validate.register(about)
        changed = [
            one
            for one in found.records
            if one.folder == PLACES and (one.value or {}).get(OVERRIDES) == about.id
        ]
        places = [*_of(about.id, found.places), *changed]
        rows = RegisterRows(
            {one.id: _write_place(one) for one in places},
            {one.id: _write_tie(one) for one in _of(about.id, found.ties)},
        )
        tables = register_rows.write_tables(rows, countries)
        said = {name: value for name, value in make_plain(register).items() if name != "id"}
        folder = data / REGISTERS / about.id
        for name, text in tables.items():
            yield Change(folder / name, None, text)
        yield Change(folder / ABOUT, None, register_rows.write_about(_write_words(said), tables))


def _write_words(value: Any) -> Any:
    """The value with the words of closed lists as the texts that YAML writes."""
    if isinstance(value, Mapping):
        return {str(name): _write_words(one) for name, one in value.items()}
    if isinstance(value, list):
        return [_write_words(one) for one in value]
    return str(value) if isinstance(value, str) else value


def _of(register: str, rows: Iterable[Row]) -> list[Row]:
    return [row for row in rows if row.register == register]


def _write_place(document: Document) -> Cells:
    """The row of a place, from the fields of a record."""
    value = document.value or {}
    (language, name), *others = value["names"].items()
    stated: Sequence[dict[str, str]] = value.get("names_as_stated", ())
    point = value.get("coordinates", {})
    return {
        "id": document.id,
        "name": name,
        "lang": language,
        **{f"{NAME}{code}": text for code, text in others},
        "as_stated": JOINT.join(one["text"] for one in stated),
        "country": value["countries"][0],
        **{column: value[column] for column in _CELLS if column in value},
        **{column: point[column] for column in _COORDINATES if column in point},
    }


def _write_tie(row: Row) -> Cells:
    value = row.value or {}
    return {**value, "id": str(value["pair"])}
