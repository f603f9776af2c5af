"""What a proposal does to the records: which are new, changed, renamed or gone, field by field."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from atlas.files.document import Document


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One value that differs. `field` is dotted ("status.code"); None stands for "not there".

    Values are what the reader gives: text, or lists and groups of it. Of a list, each item that
    came or went is a change of its own.
    """

    field: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class ChangedRecord:
    """A record that stays, and what differs in it; `former` is its id before a rename."""

    document: Document
    fields: tuple[FieldChange, ...]
    former: str = ""


@dataclass(frozen=True, slots=True)
class Changes:
    """All that a proposal does, each list in the order of the files."""

    added: list[Document]
    changed: list[ChangedRecord]
    gone: list[Document]


def compare(before: Iterable[Document], after: Iterable[Document]) -> Changes:
    """What differs. A record that names a vanished one's id in `previous_ids` is that record.

    A document whose file could not be read counts as having no fields.
    """
    old = {(one.folder, one.id): one for one in before}
    new = {(one.folder, one.id): one for one in after}
    gone = {key: one for key, one in old.items() if key not in new}
    added, changed = [], []
    renamed = set()
    for key, document in new.items():
        former = next((id_ for id_ in document.previous_ids if (key[0], id_) in gone), "")
        origin = old.get(key) or gone.get((key[0], former))
        if origin is None:
            added.append(document)
            continue
        fields = tuple(_compare_fields("", origin.value or {}, document.value or {}))
        if key not in old:
            renamed.add((key[0], former))
            changed.append(ChangedRecord(document, fields, former))
        elif fields:
            changed.append(ChangedRecord(document, fields))
    return Changes(added, changed, [one for key, one in gone.items() if key not in renamed])


def _compare_fields(field: str, before: Any, after: Any) -> Iterator[FieldChange]:
    if before == after:
        return
    if isinstance(before, dict) and isinstance(after, dict):
        for name in dict.fromkeys((*before, *after)):
            inner = f"{field}.{name}" if field else str(name)
            yield from _compare_fields(inner, before.get(name), after.get(name))
    elif isinstance(before, list) and isinstance(after, list):
        lost = [item for item in before if item not in after]
        won = [item for item in after if item not in before]
        yield from (FieldChange(field, item, None) for item in lost)
        yield from (FieldChange(field, None, item) for item in won)
        if not lost and not won:
            yield FieldChange(field, before, after)
    else:
        yield FieldChange(field, before, after)
