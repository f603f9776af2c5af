"""Is a record what the model says? The model's errors in plain words, each in its place."""

from __future__ import annotations

from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from atlas.checks.schema_errors.error import SchemaError
from atlas.checks.schema_errors.messages import explain
from atlas.files.document import Document
from atlas.i18n.messages import msg
from atlas.i18n.problem import Problem
from atlas.lookup.suggester import Suggester
from atlas.model import MODELS_AND_ROWS, Part, Record, Register
from atlas.model.ledgers import Ledger
from atlas.model.paths import KEY, FieldPath

_Model = TypeVar("_Model", bound=Part)


def record(document: Document, suggester: Suggester) -> tuple[Record | None, list[Problem]]:
    """The record that `document` holds, or every way in which it is not one."""
    if document.value is None:
        return None, []
    model = MODELS_AND_ROWS[document.folder]
    value = {**document.value, "id": document.id}
    made, problems = _validate(document, model, value, suggester)
    if "id" not in document.value:
        return made, problems
    message = msg(
        'field "{field}" is not written in a record; its id is its file\'s name.', field="id"
    )
    return None, [document.problem(("id", KEY), message, msg("Delete the line.")), *problems]


def ledger(kind: type[Ledger], document: Document) -> tuple[Ledger | None, list[Problem]]:
    """The list of `kind` that `document` holds, or every way in which it is not one."""
    return _validate(document, kind, document.value, Suggester({}, lambda: ()))


def register(document: Document) -> tuple[Register | None, list[Problem]]:
    """The register whose own file `document` is, or every way in which it is not one."""
    value = {**(document.value or {}), "id": document.id}
    return _validate(document, Register, value, Suggester({}, lambda: ()))


def _validate(
    document: Document, model: type[_Model], value: Any, suggester: Suggester
) -> tuple[_Model | None, list[Problem]]:
    try:
        return model.model_validate(value), []
    except ValidationError as error:
        found = error.errors(include_url=False)
    return None, [_problem(document, model, details, suggester) for details in found]


def _problem(
    document: Document, model: type[Part], details: ErrorDetails, suggester: Suggester
) -> Problem:
    path = _path(document.value, details)
    siblings = _list_around(document.value, path)
    error = SchemaError(model, path, details, suggester, siblings)
    message, hint = explain(error)
    is_of_key = error.is_of_key or error.code == "extra_forbidden"
    return document.problem((*path, KEY) if is_of_key else path, message, hint)


def _list_around(value: Any, path: FieldPath) -> list[object]:
    """The list in which what stands at `path` is an item; empty if it is none."""
    if not path or not isinstance(path[-1], int):
        return []
    for step in path[:-1]:
        value = value[step]
    return list(value)


def _path(value: Any, details: ErrorDetails) -> FieldPath:
    """The way to what is wrong, without the model's own branch names."""
    path: list[str | int] = []
    for step in details["loc"]:
        if _leads_on(value, step):
            value = value[step]
            path.append(step)
    if details["type"] == "missing":
        path.append(details["loc"][-1])
    return tuple(path)


def _leads_on(value: Any, step: str | int) -> bool:
    if isinstance(value, list):
        return isinstance(step, int)
    return isinstance(value, dict) and step in value
