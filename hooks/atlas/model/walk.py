"""Every part of a record, and the path it stands at."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from pydantic import BaseModel

from atlas.model.fields import group_fields
from atlas.model.parts import Statement
from atlas.model.paths import FieldPath


def parts(part: BaseModel, path: FieldPath = ()) -> list[tuple[FieldPath, BaseModel]]:
    """`part` itself, then all that lies in it, in the order of the model's fields."""
    found: list[tuple[FieldPath, BaseModel]] = []
    _collect(part, path, found)
    return found


def _collect(part: BaseModel, path: FieldPath, found: list[tuple[FieldPath, BaseModel]]) -> None:
    found.append((path, part))
    fields = part.__dict__
    for name in group_fields(type(part)):
        value = fields[name]
        if isinstance(value, list):
            for index, item in enumerate(value):
                if isinstance(item, BaseModel):
                    _collect(item, (*path, name, index), found)
        elif isinstance(value, BaseModel):
            _collect(value, (*path, name), found)


def find_texts(
    record: BaseModel, fields: Callable[[type[BaseModel]], tuple[str, ...]]
) -> Iterator[tuple[FieldPath, dict[str, str]]]:
    """Every group of texts per language that stands in one of the `fields` of a part of the record,
    with its path, in the order of the model."""
    for path, part in parts(record):
        for name in fields(type(part)):
            value = getattr(part, name)
            if isinstance(value, list):
                yield from (((*path, name, index), texts) for index, texts in enumerate(value))
            elif value is not None:
                yield (*path, name), value


def find_glosses(record: BaseModel) -> Iterator[tuple[FieldPath, Statement, dict[str, str]]]:
    """Every quotation in the record that has a gloss, with its path and the gloss."""
    for path, part in parts(record):
        if isinstance(part, Statement) and part.gloss:
            yield path, part, part.gloss


def written_texts(value: Any, path: FieldPath = ()) -> Iterator[tuple[FieldPath, str]]:
    """Every text in a document's `value`, with its path."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield from written_texts(inner, (*path, name))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from written_texts(inner, (*path, index))
