"""What the model knows of the field at a path: its neighbours and its description."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from atlas.positions import Path


def dotted(path: Path) -> str:
    """`status.evidence.en`: the fields that lead to what stands at `path`, without list places."""
    return ".".join(step for step in path if isinstance(step, str))


def names(model: type[BaseModel], path: Path) -> list[str]:
    """The fields that may stand in the group of fields at `path` in a record of `model`."""
    return list(dict.fromkeys(name for part in _parts(model, path) for name in part.model_fields))


def description(model: type[BaseModel], path: Path) -> str:
    """What the model says of the field at `path`; empty if it says nothing."""
    *around, last = [step for step in path if isinstance(step, str)] or [""]
    for part in _parts(model, tuple(around)):
        if last in part.model_fields:
            return _description(part.model_fields[last])
    return ""


def _description(field: FieldInfo) -> str:
    if field.description:
        return field.description
    found = (getattr(extra, "description", None) for extra in _extras(field.annotation))
    return next((text for text in found if text), "")


def _extras(annotation: Any) -> Iterator[Any]:
    for inner in get_args(annotation):
        yield from (*getattr(inner, "__metadata__", ()), *_extras(inner))


def _parts(model: type[BaseModel], path: Path) -> list[type[BaseModel]]:
    """The models that may stand at `path`; several where a field takes one of several."""
    here: list[type[BaseModel]] = [model]
    for step in path:
        if isinstance(step, str):
            here = [
                found
                for part in here
                if step in part.model_fields
                for found in _models(part.model_fields[step].annotation)
            ]
    return here


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        yield from _models(inner)
