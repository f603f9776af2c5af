"""Every record whole, as its file has it, in JSON Lines."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from atlas.graph.facts import list_kind
from atlas.model import KINDS, Records
from atlas.model.plain_values import make_plain


def write(records: Records) -> bytes:
    """Every record that has a file, kind by kind, as an object with the fields that it has."""
    return "".join(map(line, _objects(records))).encode()


def line(fields: Mapping[str, object]) -> str:
    """An object on a line of its own."""
    return json.dumps(fields, ensure_ascii=False, separators=(",", ":")) + "\n"


def _objects(records: Records) -> Iterator[Mapping[str, object]]:
    for kind in KINDS:
        for id_, record in list_kind(records, kind.folder):
            yield {"folder": kind.folder, "id": id_, **make_plain(record)}
