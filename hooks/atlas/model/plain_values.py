"""What a record says, as JSON has it."""

from __future__ import annotations

from datetime import date
from typing import Any

from pydantic import BaseModel

from atlas.model.edtf_date import EdtfDate


def make_plain(value: Any) -> Any:
    """A value of a record in objects, lists, texts, numbers and truths; dates as they are written,
    and of a group only the fields that the record has."""
    if isinstance(value, BaseModel):
        given = (name for name in type(value).model_fields if name in value.model_fields_set)
        return {name: make_plain(getattr(value, name)) for name in given}
    if isinstance(value, dict):
        return {str(name): make_plain(one) for name, one in value.items()}
    if isinstance(value, list):
        return [make_plain(one) for one in value]
    return str(value) if isinstance(value, EdtfDate | date) else value
