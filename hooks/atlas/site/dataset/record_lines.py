"""Every record whole, as its file has it, in JSON Lines."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from pydantic import BaseModel

from atlas.model import KINDS, Place, Record, Records
from atlas.model.edtf_date import EdtfDate


def write(records: Records) -> bytes:
    """Every record that has a file, kind by kind, as an object with the fields that it has."""
    return "".join(map(line, _objects(records))).encode()


def line(fields: Mapping[str, object]) -> str:
    """An object on a line of its own."""
    return json.dumps(fields, ensure_ascii=False, separators=(",", ":")) + "\n"


def _objects(records: Records) -> Iterator[Mapping[str, object]]:
    for kind in KINDS:
        kept: Mapping[str, Record] = getattr(records, kind.folder)
        for id_, record in kept.items():
            if kind is not Place or id_ not in records.listed_places:
                yield {"kind": kind.folder, "id": id_, **_plain(record)}


def _plain(value: Any) -> Any:
    """A value of a record as JSON has it; of a group only the fields that the record has."""
    if isinstance(value, BaseModel):
        given = (name for name in type(value).model_fields if name in value.model_fields_set)
        return {name: _plain(getattr(value, name)) for name in given}
    if isinstance(value, dict):
        return {str(name): _plain(one) for name, one in value.items()}
    if isinstance(value, list):
        return [_plain(one) for one in value]
    return str(value) if isinstance(value, EdtfDate | date) else value
