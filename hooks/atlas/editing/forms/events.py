"""The file that GitHub lays down for a workflow on issues: what of it a proposal is made of."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, PositiveInt, ValidationError
from pydantic_core import from_json

from atlas.i18n.messages import msg


class UnreadableEventError(Exception):
    """A file is no event of an issue; a sentence says which field of it is wrong."""


def _read_day(stamp: Any) -> date | None:
    """The day of 2026-11-21T09:00:00Z; None of what is no such text."""
    try:
        return date.fromisoformat(stamp[:10])
    except (TypeError, ValueError):
        return None


class Issue(BaseModel, strict=True):
    """An issue: its number, its text, and the day it was opened, if the event says so."""

    number: PositiveInt
    body: Annotated[str, BeforeValidator(lambda body: "" if body is None else body)] = ""
    created_at: Annotated[date | None, BeforeValidator(_read_day)] = None


class _Event(BaseModel, strict=True):
    issue: Issue


def read_event(file: Path) -> Issue:
    """The issue of an event. Raises UnreadableEventError, and OSError."""
    try:
        return _Event.model_validate(from_json(file.read_bytes())).issue
    except ValidationError as error:
        field = ".".join(map(str, error.errors()[0]["loc"])) or "issue"
        message = msg(
            'the event in {file} is of no issue: "{field}" is missing, or is not what GitHub '
            "writes there.",
            file=file.name,
            field=field,
        )
        raise UnreadableEventError(message) from error
    except ValueError as error:
        message = msg("the event in {file} is no JSON.", file=file.name)
        raise UnreadableEventError(message) from error
