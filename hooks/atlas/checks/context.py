"""What a rule is given: the documents, the records made of them, and the country outlines."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Set
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from pydantic import BaseModel

from atlas.files import references
from atlas.files.document import Document
from atlas.i18n.messages import NOTHING, Message
from atlas.i18n.problem import Problem, Severity
from atlas.lookup.suggester import Suggester
from atlas.model import KINDS, MODELS_AND_ROWS, ListedTie, Record, Records
from atlas.model.fields import fields_of_kind
from atlas.model.kinds import ValueKind
from atlas.model.paths import FieldPath
from atlas.model.walk import parts


@dataclass(frozen=True)
class CheckContext:
    """Everything there is to judge.

    `documents` and `records` are to be judged; `known` are all records that were read, to be looked
    up. `by_id` holds every document that has an id, sound or not; `ids` the folder and id of every
    record there is, read or not. `today` is the day it is judged on, if that matters. `used` are
    records that something beside the records names. `find_named` gives folder and id of every
    record that a document names.
    """

    documents: list[Document]
    by_id: dict[tuple[str, str], Document]
    ids: Set[tuple[str, str]]
    records: Records
    known: Records
    outlines: dict[str, Any]
    suggester: Suggester
    today: date | None = None
    used: Set[tuple[str, str]] = frozenset()
    find_named: Callable[[Document], Set[tuple[str, str]]] = references.mentioned_records

    @cached_property
    def parts(self) -> list[tuple[Record, FieldPath, BaseModel]]:
        """Every part of every record, with its path, record after record."""
        return [
            (record, path, part) for record, inner in self.parts_of_each for path, part in inner
        ]

    @cached_property
    def parts_of_each(self) -> list[tuple[Record, list[tuple[FieldPath, BaseModel]]]]:
        """Every record, with all its parts and their paths."""
        return [(record, parts(record)) for record in each_record(self.records)]

    def values(self, kind: ValueKind) -> list[tuple[Record, FieldPath, Any]]:
        """Every value of that kind in the records, with its path."""
        if kind not in self._values:
            self._values[kind] = [
                (record, (*path, name, *inner), value)
                for record, path, part in self.parts
                for name in fields_of_kind(type(part), kind)
                for inner, value in each_value(getattr(part, name))
            ]
        return self._values[kind]

    @cached_property
    def _values(self) -> dict[ValueKind, list[tuple[Record, FieldPath, Any]]]:
        return {}

    @cached_property
    def mentioned(self) -> list[Set[tuple[str, str]]]:
        """For each document, folder and id of every record it names."""
        return [*map(self.find_named, self.documents)]

    def file(self, record: Record) -> str:
        """The name of the file that `record` was read from."""
        return self.by_id[record.folder, record.id].file

    def problem(
        self,
        record: Record,
        path: FieldPath,
        message: Message,
        hint: Message = NOTHING,
        severity: Severity = "error",
    ) -> Problem:
        """A problem with what stands at `path` in the file of `record`."""
        return self.by_id[record.folder, record.id].problem(path, message, hint, severity)


def each_value(held: Any) -> Iterator[tuple[FieldPath, Any]]:
    """The values in a field, which may hold a list of them or none, each with its path there."""
    if isinstance(held, list):
        yield from (((index,), value) for index, value in enumerate(held))
    elif held is not None:
        yield (), held


def each_record(records: Records) -> Iterator[Record]:
    """Every record of every kind, and every tie that a register lists."""
    for kind in KINDS:
        kept: dict[str, Record] = getattr(records, kind.folder)
        yield from kept.values()
    yield from records.ties.values()


def gather_records(made: Iterable[Record]) -> Records:
    """The records by kind and id, in the order of the ids."""
    by_kind: dict[str, Any] = {folder: {} for folder in MODELS_AND_ROWS}
    for record in sorted(made, key=lambda record: record.id):
        by_kind[record.folder][record.id] = record
    ties = by_kind.pop(ListedTie.folder)
    return Records(**by_kind, ties=ties)
