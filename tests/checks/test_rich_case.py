"""Records with every field of money, choices, codes and glosses are sound, in their one form."""

from __future__ import annotations

import sys
from pathlib import Path
from subprocess import run

import pytest

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


@pytest.mark.parametrize("folder", ["actors", "cooperations", "places"])
def test_an_editor_s_tool_finds_them_valid(folder: str, tmp_path: Path) -> None:
    schema = tmp_path / "schema.json"
    schema.write_text(json_schema.schemas()[f"{folder}.schema.json"], "utf-8")
    files = [str(file) for file in FILES if file.parent.name == folder]
    assert files
    tool = Path(sys.executable).parent / "check-jsonschema"
    found = run([tool, "--schemafile", schema, *files], capture_output=True, check=False)
    assert found.returncode == 0, found.stdout.decode()
