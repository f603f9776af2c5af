"""Records with every field of money, choices, codes and glosses are sound, and stay what they are."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
import yaml

from atlas.checks import load
from atlas.files import formatter
from atlas.model import json_schema
from tests.frozen_records import RICH

FILES = sorted(RICH.rglob("*.yml"))


def test_nothing_is_said_of_them() -> None:
    assert load.read(RICH).problems == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_they_stand_in_the_one_form(file: Path) -> None:
    text = file.read_text("utf-8")
    assert formatter.reformat(text, file.parent.name) == text


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_an_editor_s_tool_finds_them_valid(file: Path) -> None:
    schema = json.loads(json_schema.schemas()[f"{file.parent.name}.schema.json"])
    value = yaml.safe_load(file.read_text("utf-8"))
    read = json.loads(json.dumps(value, default=str))  # a schema knows no days
    jsonschema.Draft202012Validator(schema).validate(read)
