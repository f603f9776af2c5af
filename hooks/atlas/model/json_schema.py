"""JSON Schemas for editors' tools, made from the models: for each kind of record and each list."""

from __future__ import annotations

import json
from typing import Any

from atlas.model import KINDS, Record, ledgers

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schemas() -> dict[str, str]:
    """The text of every schema, by its file name: `places.schema.json` for `data/places/`."""
    made = {kind.folder: make_schema(kind) for kind in KINDS}
    made |= {kind.name: {"$schema": _DIALECT, **kind.model_json_schema()} for kind in ledgers.KINDS}
    return {
        f"{name}.schema.json": json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
        for name, schema in made.items()
    }


def make_schema(kind: type[Record]) -> dict[str, Any]:
    """The JSON Schema of what stands in a file of `kind`."""
    schema = kind.model_json_schema()
    del schema["properties"]["id"]
    schema["required"].remove("id")
    if "overrides" in schema["properties"]:
        # What a record that changes a row leaves out, the row has.
        schema["anyOf"] = [{"required": schema.pop("required")}, {"required": ["overrides"]}]
    return {"$schema": _DIALECT, **schema}
