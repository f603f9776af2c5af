"""JSON Schemas for editors' tools, made from the models: for each kind of record and each list."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from atlas.model import KINDS, Record, registers

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schemas() -> dict[str, str]:
    """The text of every schema, by its file name: `places.schema.json` for `data/places/`."""
    made = {kind.folder: of(kind) for kind in KINDS}
    made |= {
        kind.name: {"$schema": _DIALECT, **kind.model_json_schema()} for kind in registers.KINDS
    }
    return {
        f"{name}.schema.json": json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
        for name, schema in made.items()
    }


def write(folder: Path) -> None:
    """Write every schema into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in schemas().items():
        (folder / name).write_text(text, encoding="utf-8")


def stale(folder: Path) -> list[str]:
    """The names of the schemas that are not in `folder` as the models now make them."""
    return [
        name
        for name, text in schemas().items()
        if not (folder / name).is_file() or (folder / name).read_text(encoding="utf-8") != text
    ]


def of(kind: type[Record]) -> dict[str, Any]:
    """The JSON Schema of what stands in a file of `kind`."""
    schema = kind.model_json_schema()
    del schema["properties"]["id"]
    schema["required"].remove("id")
    return {"$schema": _DIALECT, **schema}
