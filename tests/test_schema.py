"""The JSON Schemas that editors' tools use."""

from __future__ import annotations

import json
from pathlib import Path

from atlas import schema

_DATA = Path(__file__).parents[1] / "data"


def test_the_committed_schemas_are_what_the_models_make() -> None:
    assert schema.stale(_DATA / "schema") == [], "run: atlas schema --write"


def test_a_schema_describes_what_stands_in_the_file() -> None:
    place = json.loads(schema.schemas()["places.schema.json"])
    assert "id" not in place["properties"]
    assert place["required"] == ["names", "type", "countries"]
    assert place["additionalProperties"] is False


def test_codes_made_of_digits_need_no_quotes() -> None:
    theme = json.loads(schema.schemas()["themes.schema.json"])
    assert theme["properties"]["dac_sectors"]["items"]["type"] == ["string", "number"]
    assert theme["properties"]["names"]["additionalProperties"]["type"] == "string"
