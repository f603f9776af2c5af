"""What a record says, as JSON has it: the fields that it has and no others."""

from __future__ import annotations

from datetime import date
from typing import Any

from pydantic import BaseModel

from atlas.model.edtf_date import EdtfDate


def make_plain(value: Any) -> Any:
    """A value of a record as JSON has it; of a group only the fields that the record has. Dates are
    texts in EDTF, what is not known is left out."""
    if isinstance(value, str):  # most are
        return value
    if isinstance(value, BaseModel):
        kept, given = value.__dict__, value.model_fields_set
        return {
            name: make_plain(kept[name])
            for name in type(value).model_fields
            if name in given and kept[name] is not None
        }
    if isinstance(value, dict):
        return {str(name): make_plain(one) for name, one in value.items()}
    if isinstance(value, list):
        return [make_plain(one) for one in value]
    return str(value) if isinstance(value, EdtfDate | date) else value
