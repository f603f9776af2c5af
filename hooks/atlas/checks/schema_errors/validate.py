"""Is a record what the model says? The model's complaints in plain words, each in its place."""

from __future__ import annotations

from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from atlas.checks.schema_errors import messages
from atlas.checks.schema_errors.error import SchemaError
from atlas.files.document import Document
from atlas.i18n.messages import msg
from atlas.i18n.problem import Problem
from atlas.lookup.suggest import Suggester
from atlas.model import KINDS, Part, Record
from atlas.model.paths import KEY, FieldPath
from atlas.model.registers import Register

_MODELS: dict[str, type[Record]] = {kind.folder: kind for kind in KINDS}


def made(document: Document, meant: Suggester) -> tuple[Record | None, list[Problem]]:
    """The record that `document` holds, or every way in which it is not one."""
    if document.value is None:
        return None, []
    if "id" in document.value:
        message = msg(
            'field "{field}" is not written in a record; its id is its file\'s name.', field="id"
        )
        value = {name: value for name, value in document.value.items() if name != "id"}
        _, problems = _validated(document, value, meant)
        return None, [document.problem(("id", KEY), message, msg("Delete the line.")), *problems]
    return _validated(document, document.value, meant)


def register(kind: type[Register], document: Document) -> tuple[Register | None, list[Problem]]:
    """The list of `kind` that `document` holds, or every way in which it is not one."""
    try:
        return kind.model_validate(document.value), []
    except ValidationError as error:
        found = error.errors(include_url=False)
    nothing = Suggester({}, lambda: ())
    return None, [_problem(document, kind, details, nothing) for details in found]


def _validated(
    document: Document, value: dict[str, Any], meant: Suggester
) -> tuple[Record | None, list[Problem]]:
    model = _MODELS[document.folder]
    try:
        return model.model_validate({**value, "id": document.id}), []
    except ValidationError as error:
        found = error.errors(include_url=False)
    return None, [_problem(document, model, details, meant) for details in found]


def _problem(
    document: Document, model: type[Part], details: ErrorDetails, meant: Suggester
) -> Problem:
    path, at_key = _path(document.value, details)
    beside = _list_around(document.value, path)
    message, hint = messages.words(SchemaError(model, path, details, meant, beside))
    return document.problem((*path, KEY) if at_key else path, message, hint)


def _list_around(value: Any, path: FieldPath) -> list[object]:
    """The list in which what stands at `path` is an item; empty if it is none."""
    if not path or not isinstance(path[-1], int):
        return []
    for step in path[:-1]:
        value = value[step]
    return list(value)


def _path(value: Any, details: ErrorDetails) -> tuple[FieldPath, bool]:
    """The way to what is wrong, without the model's own branch names; and is it a field's name?"""
    path: list[str | int] = []
    location = details["loc"]
    for step in location:
        if _leads_on(value, step):
            value = value[step]
            path.append(step)
    if details["type"] == "missing":
        path.append(location[-1])
    return tuple(path), location[-1] == "[key]" or details["type"] == "extra_forbidden"


def _leads_on(value: Any, step: str | int) -> bool:
    if isinstance(value, list):
        return isinstance(step, int)
    return isinstance(value, dict) and step in value
