"""The JSON Schemas that editors' tools use."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from atlas.files.ids import FOLDERS
from atlas.files.record_files import LEDGERS
from atlas.model import Cooperation, json_schema
from tests.conftest import ROOT

_DATA = ROOT / "data"


def test_the_committed_schemas_are_what_the_models_make() -> None:
    committed = {path.name: path.read_text("utf-8") for path in (_DATA / "schema").iterdir()}
    assert committed == json_schema.schemas(), "run: atlas schema --write"


def test_a_schema_describes_what_stands_in_the_file() -> None:
    place = json.loads(json_schema.schemas()["places.schema.json"])
    assert "id" not in place["properties"]
    needed = [{"required": ["names", "type", "countries"]}, {"required": ["overrides"]}]
    assert place["anyOf"] == needed
    assert place["additionalProperties"] is False


def test_what_is_published_has_a_schema_of_its_own() -> None:
    schema = json_schema.make_published_schema(Cooperation, "https://example.org/schema.json")
    known = schema["$defs"]["Dates"]["properties"]["actual_start"]["oneOf"]
    assert [one.get("type", one.get("$ref")) for one in known] == ["string", "#/$defs/Between"]
    assert "null" not in json.dumps(schema)
    assert '"number"' not in json.dumps(schema["$defs"]["Budget"]), "an amount is a text"
    assert "additionalProperties" not in schema, "there may be fields that are new"


def test_codes_made_of_digits_need_no_quotes() -> None:
    theme = json.loads(json_schema.schemas()["themes.schema.json"])
    assert theme["properties"]["dac_sectors"]["items"]["type"] == ["string", "number"]
    assert theme["properties"]["names"]["additionalProperties"]["type"] == ["string", "number"]
    assert theme["properties"]["description"]["additionalProperties"]["type"] == "string"


def test_a_schema_knows_examples_and_which_records_an_id_refers_to() -> None:
    party = json.loads(json_schema.schemas()["cooperations.schema.json"])["$defs"]["Party"]
    assert party["properties"]["actor"]["x-refers-to"] == "actors"
    place = json.loads(json_schema.schemas()["places.schema.json"])
    assert place["properties"]["countries"]["items"]["examples"] == ["BE", "MA", "CD"]


@pytest.mark.parametrize("name", json_schema.schemas())
def test_every_field_is_explained_where_the_cursor_stands(name: str) -> None:
    fields = list(_properties(json.loads(json_schema.schemas()[name])))
    assert fields
    assert [field for field, shape in fields if not shape.get("description")] == []


def _properties(node: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every field of a schema, however deep, and what is said of it."""
    if isinstance(node, dict):
        yield from node.get("properties", {}).items()
        node = list(node.values())
    if isinstance(node, list):
        for inner in node:
            yield from _properties(inner)


def test_every_record_names_a_schema_that_is_there() -> None:
    paths = [path for folder in FOLDERS for path in _DATA.glob(f"{folder}/**/*.yml")]
    assert paths
    for path in paths:
        first = path.read_text("utf-8").partition("\n")[0]
        named = first.removeprefix("# yaml-language-server: $schema=")
        schema_file = (path.parent / named).resolve()
        folder = path.relative_to(_DATA).parts[0]
        assert schema_file == (_DATA / "schema" / f"{folder}.schema.json").resolve(), path


def test_visual_studio_code_knows_the_schema_of_every_folder_and_list() -> None:
    settings = json.loads((_DATA.parent / ".vscode" / "settings.json").read_text("utf-8"))
    known = {f"./data/schema/{folder}.schema.json": f"data/{folder}/**/*.yml" for folder in FOLDERS}
    known |= {f"./data/schema/{name}.schema.json": f"data/{name}.yml" for name in LEDGERS}
    assert settings["yaml.schemas"] == known
