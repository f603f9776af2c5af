"""What the model knows of the field at a path: its neighbours, its description and its shape."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Annotated, Any, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from atlas.model.paths import FieldPath

_TEXTS = "{{{lang}: …}}"
"""The shape of an entry per language, as a template."""


def dotted(path: FieldPath) -> str:
    """`status.evidence.en`: the fields that lead to what stands at `path`, without list places."""
    return ".".join(step for step in path if isinstance(step, str))


def names(model: type[BaseModel], path: FieldPath) -> list[str]:
    """The fields that may stand in the group of fields at `path` in a record of `model`."""
    return list(dict.fromkeys(name for part in _parts(model, path) for name in part.model_fields))


def description(model: type[BaseModel], path: FieldPath) -> str:
    """What the model says of the field at `path`; empty if it says nothing."""
    return next((_description(field) for field in _fields(model, path)), "")


def is_needed(model: type[BaseModel], path: FieldPath) -> bool:
    """Whether the field at `path` may not be left out."""
    return any(field.is_required() for field in _fields(model, path))


def choices(model: type[BaseModel], path: FieldPath) -> type[StrEnum] | None:
    """The words of which the field at `path` takes one or more, if it takes words of a list."""
    kinds = (
        kind
        for field in _fields(model, path)
        for kind in (field.annotation, *get_args(field.annotation))
    )
    found = (kind for kind in kinds if isinstance(kind, type) and issubclass(kind, StrEnum))
    return next(found, None)


def shape(model: type[BaseModel], path: FieldPath) -> str:
    """The template of how the value at `path` is written: `{en: …}`, `[…]` or `…`.

    For an item of a list, the item's shape; of a group of fields, those that are needed. In the
    place of `en` stands the placeholder `{lang}`, for `messages.Example` to fill.
    """
    for field in _fields(model, path):
        listed = get_origin(field.annotation) is list
        if listed and path and isinstance(path[-1], str):
            of_texts = any(get_origin(inner) is dict for inner in _inner(field.annotation))
            group = _TEXTS if of_texts else _group(_models(field.annotation)) or "…"
            return f"[{group}]"
        if get_origin(field.annotation) is dict:
            return _TEXTS
        return _group(_models(field.annotation)) or "…"
    return "…"


def _inner(annotation: Any) -> Iterator[Any]:
    """What stands in an annotation's brackets, without what is said of it."""
    for inner in get_args(annotation):
        yield get_args(inner)[0] if get_origin(inner) is Annotated else inner


def _group(models: Iterator[type[BaseModel]]) -> str:
    for part in models:
        needed = [name for name, field in part.model_fields.items() if field.is_required()]
        if needed:
            written = (f"{name}: {_written(part.model_fields[name], name)}" for name in needed)
            return f"{{{{{', '.join(written)}}}}}"
    return ""


def _written(field: FieldInfo, name: str) -> str:
    kind = get_origin(field.annotation)
    if name == "lang":
        return "{lang}"
    return _TEXTS if kind is dict else "[…]" if kind is list else "…"


def _fields(model: type[BaseModel], path: FieldPath) -> Iterator[FieldInfo]:
    """The model's fields that may stand at `path`; for an item of a list, the list's."""
    *around, last = [step for step in path if isinstance(step, str)] or [""]
    for part in _parts(model, tuple(around)):
        if last in part.model_fields:
            yield part.model_fields[last]


def descriptions(models: Iterable[type[BaseModel]]) -> Iterator[str]:
    """What `description` may say of fields that are needed, in `models` and all their parts."""
    seen: set[type[BaseModel]] = set()
    waiting = list(models)
    while waiting:
        model = waiting.pop(0)
        if model not in seen:
            seen.add(model)
            for field in model.model_fields.values():
                waiting.extend(_models(field.annotation))
                if field.is_required() and _is_plain(field) and (text := _description(field)):
                    yield text


def _is_plain(field: FieldInfo) -> bool:
    """Does the field hold a single value of which its shape says nothing?"""
    kind = field.annotation
    is_choice = isinstance(kind, type) and issubclass(kind, StrEnum)
    return get_origin(kind) not in {dict, list} and not is_choice and not any(_models(kind))


def _description(field: FieldInfo) -> str:
    if field.description:
        return field.description
    found = (getattr(extra, "description", None) for extra in _extras(field.annotation))
    return next((text for text in found if text), "")


def _extras(annotation: Any) -> Iterator[Any]:
    for inner in get_args(annotation):
        yield from (*getattr(inner, "__metadata__", ()), *_extras(inner))


def _parts(model: type[BaseModel], path: FieldPath) -> list[type[BaseModel]]:
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
