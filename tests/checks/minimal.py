"""The minimal data folder of the cases, and what is said of it when something in it is changed."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from atlas import checks
from atlas.files import reader
from atlas.files.outlines import read_borders
from tests.conftest import ROOT

FOLDER = ROOT / "tests" / "cases" / "minimal" / "data"
TODAY = date(2026, 11, 21)
OUTLINES = read_borders(FOLDER)


def cases(name: str) -> list[dict[str, Any]]:
    """The cases written in the file `name` beside this one.

    Each has a `name`, the `changes` that break the minimal folder, and what is `said` of it. A
    change names the file it is `in`, what stands there (`old`) and what is written instead
    (`new`); `like` first copies another file there.
    """
    text = (Path(__file__).parent / name).read_text(encoding="utf-8")
    found: list[dict[str, Any]] = yaml.safe_load(text)
    return found


def said_of(data: Path, changes: list[dict[str, str]]) -> str:
    """Copy the minimal folder to `data`, change it and check it; a line for every problem."""
    shutil.copytree(FOLDER, data)
    for change in changes:
        file = data / change["in"]
        text = (data / change.get("like", change["in"])).read_text(encoding="utf-8")
        if "old" in change:
            assert text.count(change["old"]) == 1, (
                f"{change} fits {text.count(change['old'])} times"
            )
            text = text.replace(change["old"], change["new"])
        file.write_text(text, encoding="utf-8")
    documents, problems = reader.read(data)
    _, found = checks.check(documents, OUTLINES, today=TODAY)
    return "".join(f"{problem}\n" for problem in sorted([*problems, *found]))
