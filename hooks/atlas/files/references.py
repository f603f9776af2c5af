"""Which records a document names, whether or not it is otherwise sound."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from pydantic import BaseModel

from atlas.files.document import Document
from atlas.model import MODELS_AND_ROWS, fields
from atlas.model.paths import FieldPath


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention of a record by its id, and the field that mentions it."""

    path: FieldPath
    field: str
    folder: str
    id: str


_Fields = Mapping[str, tuple[str, "_Fields"]]
"""Fields that name records, with their folder, or that hold such fields."""


def mentioned_records(document: Document) -> set[tuple[str, str]]:
    """Folder and id of every record that `document` names."""
    found: set[tuple[str, str]] = set()
    open_groups: list[tuple[Any, _Fields]] = [(document.value or {}, _fields(document))]
    while open_groups:
        group, known = open_groups.pop()
        for name, (folder, inner) in known.items():
            value = group.get(name)
            for item in value if value.__class__ is list else (value,):
                if folder and item.__class__ is str:
                    found.add((folder, item))
                elif inner and item.__class__ is dict:
                    open_groups.append((item, inner))
    return found


def mentions(document: Document) -> Iterator[Mention]:
    """The same with its places, in the order of the document."""
    yield from _within(document.value or {}, (), _fields(document))


def _within(group: dict[str, Any], path: FieldPath, known: _Fields) -> Iterator[Mention]:
    for name, value in group.items():
        folder, inner = known.get(name, ("", {}))
        items = enumerate(value) if isinstance(value, list) else [(None, value)]
        for index, item in items:
            at = (*path, name) if index is None else (*path, name, index)
            if folder and isinstance(item, str):
                yield Mention(at, name, folder, item)
            elif inner and isinstance(item, dict):
                yield from _within(item, at, inner)


def _fields(document: Document) -> _Fields:
    return _naming(MODELS_AND_ROWS[document.folder])


@cache
def _naming(*models: type[BaseModel]) -> _Fields:
    found: dict[str, tuple[str, _Fields]] = {}
    for model in models:
        for name in model.model_fields:
            content = fields.content(model, name)
            inner = _naming(*content.groups)
            if content.folder or inner:
                found[name] = (content.folder, inner)
    return found
