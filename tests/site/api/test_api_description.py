"""The API is what it says of itself: each file fits its schema, and the description has it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from openapi_spec_validator import OpenAPIV31SpecValidator

from atlas.model.ledgers import Removal
from atlas.pages import api_addresses
from atlas.site.api import schemas
from atlas.site.exports import api_index, api_removed, dataset, iati
from tests.frozen_records import LIVES, REGISTERS, RICH
from tests.site.api.published import URL, WHOLE, atlas_of, contents, files, read

CASES = [REGISTERS, RICH, LIVES, WHOLE]


@cache
def validators() -> dict[str, Draft202012Validator]:
    """What validates the files of each schema, and bears no field that the schema does not know."""
    made = schemas.make(f"{URL}api/v1/schemas/")
    for schema in made.values():
        close(schema)
    return {
        name: Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
        for name, schema in made.items()
    }


def close(node: Any) -> None:
    if isinstance(node, dict):
        if "properties" in node:
            node["additionalProperties"] = False
        node = list(node.values())
    if isinstance(node, list):
        for one in node:
            close(one)


def described(data: Path) -> Iterator[tuple[str, str, Any]]:
    """Path, name of the schema and content of every file of JSON but the descriptions."""
    for path, content in files(data).items():
        kind, _, rest = path.removeprefix("api/v1/").removesuffix(".json").partition("/")
        if path.endswith(".json") and kind not in {"schemas", "openapi"}:
            is_list = not rest and kind in api_addresses.SECTIONS
            yield path, f"{schemas.LIST}{kind}" if is_list else kind, json.loads(content)


@pytest.mark.parametrize("data", CASES)
def test_every_file_is_what_its_schema_says(data: Path) -> None:
    known = validators()
    wrong = [
        f"{path}: {error.json_path} {error.message}"
        for path, name, content in described(data)
        for error in known[name].iter_errors(content)
    ]
    assert wrong == []


def test_every_schema_is_used() -> None:
    assert {name for data in CASES for _, name, _ in described(data)} == schemas.MODELS.keys()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("id", None),
        ("tier", "checked"),
        ("record", {"names": {"en": "Aalst"}}),
        ("listed_ties", [{"id": "a-b"}]),
        ("sizes", 3),
    ],
)
def test_another_file_is_not_what_the_schema_says(field: str, value: object) -> None:
    content = {**read(REGISTERS, "places/aalst-be"), field: value}
    assert not validators()["places"].is_valid(content)


def test_schemas_are_published_under_their_own_addresses() -> None:
    for name in schemas.MODELS:
        path = f"api/v1/schemas/{name}.json"
        schema = json.loads(files(RICH)[path])
        Draft202012Validator.check_schema(schema)
        assert schema["$id"] == f"{URL}{path}"
    assert read(RICH, "index")["schemas"].keys() == schemas.MODELS.keys()


def test_the_description_is_valid_and_has_every_file_and_no_other() -> None:
    description = read(REGISTERS, "openapi")
    OpenAPIV31SpecValidator(description).validate()
    patterns = {
        path: re.compile(re.escape(path).replace(r"\{id\}", "[^/]+"))
        for path in description["paths"]
    }
    matched = set()
    for file in {path for data in CASES for path in files(data)}:
        path = file.removeprefix("api/v1")
        if path != "/openapi.json" and not path.startswith("/schemas/"):
            [found] = [one for one, pattern in patterns.items() if pattern.fullmatch(path)]
            matched.add(found)
    assert matched == patterns.keys()
    assert description["servers"] == [{"url": f"{URL}api/v1"}]


def test_the_index_leads_to_files_that_are_there() -> None:
    index, made = read(REGISTERS, "index"), files(REGISTERS)
    inside = [*index["lists"].values(), *index["schemas"].values()]
    inside += [index["links"]["openapi"], index["links"]["removed"]]
    assert {address.removeprefix(URL) for address in inside} <= made.keys()
    for kind, pattern in index["files"].items():
        start, end = pattern.removeprefix(URL).split("{id}")
        assert any(path.startswith(start) and path.endswith(end) for path in made), kind


def test_the_index_leads_to_what_else_there_is() -> None:
    site = contents(atlas_of(RICH))
    links = json.loads(dict(api_index.files(site))["api/v1/index.json"])["links"]
    there = {path for export in (dataset, iati) for path, _ in export.files(site)}
    named = {name: links[name].removeprefix(URL) for name in ("datapackage", "dcat", "iati")}
    assert {*named.values()} <= there
    assert "iati" not in read(REGISTERS, "index")["links"]
    assert not dict(iati.files(contents(atlas_of(REGISTERS))))


def test_ids_that_are_no_more_say_why_or_where_their_record_is() -> None:
    removed = [
        Removal.model_validate(
            {"folder": "places", "id": "atlantis", "date": "2026-03-01", "reason": "duplicate"}
        )
    ]
    [(path, content)] = api_removed.files(contents(atlas_of(REGISTERS), removed))
    assert path == "api/v1/removed.json"
    assert json.loads(content) == {
        "removed": [
            {
                "kind": "places",
                "id": "atlantis",
                "date": "2026-03-01",
                "reason": "duplicate",
                "text": "What it said stands in other records.",
            }
        ],
        "moved": [
            {"kind": "cooperations", "id": "saint-josse-tanger", "to": "saint-josse-tangier"}
        ],
    }
    assert validators()["removed"].is_valid(json.loads(content))
