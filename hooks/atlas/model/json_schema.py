"""JSON Schemas made from the models: for editors' tools those of what is written, for each kind of
record and each list; for readers those of what is published."""

from __future__ import annotations

import json
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from atlas.model import KINDS, Part, Record, ledgers

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


def make_published_schema(model: type[Part], address: str) -> dict[str, Any]:
    """The JSON Schema of a `model` as readers are given it: dates, amounts and codes are texts. Its
    own `address` is its id (JSON Schema 2020-12, core 8.2.1)."""
    schema = model.model_json_schema(mode="serialization", schema_generator=OfPublished)
    return {"$schema": _DIALECT, "$id": address, **schema}


class OfPublished(GenerateJsonSchema):
    """Makes schemas of what is published: what is not known is left out, so that nothing is null;
    and a reader must bear a field that is new."""

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        """The schema of what is known."""
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        """The schema of what is given."""
        return self.generate_inner(schema["schema"])

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        """The fields of a group, to which others may come."""
        made = super().model_schema(schema)
        made.pop("additionalProperties", None)
        return made

    def field_title_should_be_set(self, schema: Any) -> bool:
        """A field has no title but its name."""
        return False
