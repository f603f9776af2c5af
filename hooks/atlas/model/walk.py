"""Every part of a record, and the path it stands at."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel

from atlas.model.paths import FieldPath


def parts(part: BaseModel, path: FieldPath = ()) -> list[tuple[FieldPath, BaseModel]]:
    """`part` itself, then all that lies in it, in the order of the model's fields."""
    found: list[tuple[FieldPath, BaseModel]] = []
    _collect(part, path, found)
    return found


def _collect(part: BaseModel, path: FieldPath, found: list[tuple[FieldPath, BaseModel]]) -> None:
    found.append((path, part))
    fields = part.__dict__
    for name in _inner(type(part)):
        value = fields[name]
        if isinstance(value, list):
            for index, item in enumerate(value):
                _collect(item, (*path, name, index), found)
        elif isinstance(value, BaseModel):
            _collect(value, (*path, name), found)


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


@cache
def _inner(model: type[BaseModel]) -> tuple[str, ...]:
    """The fields of `model` that may hold further parts."""
    return tuple(name for name, field in model.model_fields.items() if _models(field.annotation))


@cache
def fields_of(model: type[BaseModel], kind: type) -> tuple[str, ...]:
    """The fields of `model` that may hold a `kind`, or a list or a dict that is a `kind`."""
    return tuple(
        name for name, field in model.model_fields.items() if _holds(field.annotation, kind)
    )


def _models(annotation: Any) -> list[type[BaseModel]]:
    return [found for found in _types(annotation) if issubclass(found, BaseModel)]


def _holds(annotation: Any, kind: type) -> bool:
    return any(issubclass(found, kind) for found in _types(annotation))


def _types(annotation: Any) -> Iterator[type]:
    """Every class named in `annotation`, containers included."""
    origin = getattr(annotation, "__origin__", annotation)
    if isinstance(origin, type):
        yield origin
    elif origin is not annotation:
        yield from _types(origin)
    for inner in get_args(annotation):
        yield from _types(inner)
