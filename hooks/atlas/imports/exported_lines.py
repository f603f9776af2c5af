"""The lines of an atlas's own exports as documents: records, registers, and what registers list.

A line of `records.jsonl` is a record; one of `registers.jsonl` what a register says of itself; one
of `listed-places.jsonl` and of `listed-ties.jsonl` a row of a register's table.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from atlas.files import json_lines
from atlas.files.document import Document
from atlas.files.ids import FOLDERS, wrong_with_id
from atlas.files.json_lines import AGAIN, JsonLine
from atlas.files.record_files import REGISTERS
from atlas.files.register_tables import PLACES, TIES, Row
from atlas.files.tree import Position
from atlas.i18n.messages import Message, alternatives, msg
from atlas.i18n.problem import Problem
from atlas.model.paths import KEY, FieldPath
from atlas.model.vocabulary import Tier

_TIE_FIELDS = {
    **{"a": "a_id", "b": "b_id"},
    **{
        name: name
        for name in (
            *("form", "form_as_stated", "start", "end", "start_as_stated", "stated_by", "as_of"),
            *("reference_url", "locator"),
        )
    },
}
"""By the field of a listed tie the one that its line has; the others are worked out."""


@dataclass(frozen=True)
class _Exported:
    """What stands on a line of an export, and where on it each value does."""

    places: dict[FieldPath, Position] = field(default_factory=dict)

    @cached_property
    def positions(self) -> dict[FieldPath, Position]:
        """Line and column of every value and of every field's name."""
        return self.places


@dataclass(frozen=True)
class ExportedRecord(_Exported, Document):
    """A record, or what a register says of itself, on a line of an export."""


@dataclass(frozen=True)
class ExportedRow(_Exported, Row):
    """A row of a register's table on a line of an export."""


@dataclass
class ExportedData:
    """All that the files of an export hold, each in the order of the lines; and what is wrong."""

    records: list[Document] = field(default_factory=list)
    registers: list[Document] = field(default_factory=list)
    places: list[Row] = field(default_factory=list)
    ties: list[Row] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    @property
    def documents(self) -> list[Document]:
        """What is judged as records are, the rows of registers among it."""
        return [*self.records, *self.places, *self.ties]


def read(texts: Iterable[tuple[str, str]]) -> ExportedData:
    """What the files hold, each given by its name and its text."""
    found = ExportedData()
    seen: dict[tuple[str, str], tuple[str, int]] = {}
    for file, text in texts:
        for line in json_lines.parse(text):
            problems = [Problem(file, one.line, one.column, one.message, one.hint)
                        for one in line.faults]  # fmt: skip
            problems += _add_line(found, file, line, seen)
            found.problems += problems
    return found


def _add_line(
    found: ExportedData, file: str, line: JsonLine, seen: dict[tuple[str, str], tuple[str, int]]
) -> Iterator[Problem]:
    value = line.value
    if value is None:
        return
    folder = value.get("folder", TIES if value.get("tier") == Tier.LISTED else None)
    if not isinstance(folder, str) or folder not in {*FOLDERS, REGISTERS, TIES}:
        message = msg("this line is none of {kinds}.", kinds=_KINDS)
        yield _problem(file, line, "folder", message)
        return
    is_place = folder == PLACES and value.get("tier") == Tier.LISTED
    for name in ("id", "register") if is_place else ("id",):
        if not isinstance(value.get(name), str):
            yield _problem(file, line, name, msg('field "{field}" is missing.', field=name))
            return
    id_ = str(value["id"])
    parts = id_.split("/")  # of a tie its register and its pair
    named = parts if folder == TIES and len(parts) == 2 else [id_]
    if wrong := next(filter(None, map(wrong_with_id, named)), None):
        yield _problem(file, line, "id", *wrong)
        return
    if (holder := seen.setdefault((folder, id_), (file, line.number))) != (file, line.number):
        message = msg('id "{id}" is taken by {file}.', id=id_, file=f"{holder[0]}:{holder[1]}")
        yield _problem(file, line, "id", message)
        return
    _keep(found, file, line, folder, id_)


def _keep(found: ExportedData, file: str, line: JsonLine, folder: str, id_: str) -> None:
    value = line.value or {}
    if folder == TIES:
        found.ties.append(_make_tie(file, line, id_))
    elif folder == PLACES and value.get("tier") == Tier.LISTED:
        found.places.append(_make_place(file, line, id_))
    else:
        fields = _without(value, "folder", "id")
        made = ExportedRecord(
            file,
            folder,
            id_,
            fields,
            not line.faults,
            _hide_hashes(line.text),
            places=line.positions,
        )
        (found.registers if folder == REGISTERS else found.records).append(made)


def _make_place(file: str, line: JsonLine, id_: str) -> Row:
    value = line.value or {}
    fields = _without(value, "folder", "id", "tier", "register")
    return ExportedRow(
        file,
        PLACES,
        id_,
        fields,
        not line.faults,
        _hide_hashes(line.text),
        line=line.number,
        register=str(value["register"]),
        places=line.positions,
    )


def _make_tie(file: str, line: JsonLine, id_: str) -> Row:
    value = line.value or {}
    register, _, pair = id_.rpartition("/")
    fields = {name: value[said] for name, said in _TIE_FIELDS.items() if said in value}
    places: dict[FieldPath, Position] = {(): (line.number, 1)}
    for name, said in {**_TIE_FIELDS, "id": "id", "pair": "id", "source": "id"}.items():
        for end in ((), (KEY,)):
            if at := line.positions.get((said, *end)):
                places[name, *end] = at
    return ExportedRow(
        file,
        TIES,
        id_,
        {**fields, "pair": pair, "source": register},
        not line.faults,
        _hide_hashes(line.text),
        line=line.number,
        register=register,
        places=places,
    )


def _hide_hashes(text: str) -> str:
    """The text of a line without what begins a remark in a record's file, as JSON has none."""
    return re.sub(r"(?<!\S)#", "", text)


def _without(value: dict[str, Any], *names: str) -> dict[str, Any]:
    return {name: one for name, one in value.items() if name not in names}


def _problem(
    file: str, line: JsonLine, name: str, message: Message, hint: Message = AGAIN
) -> Problem:
    number, column = line.positions.get((name,), (line.number, 1))
    return Problem(file, number, column, message, hint)


_KINDS = alternatives([*FOLDERS, REGISTERS, "listed-ties"])
