"""The front of the list of cooperations asks at once for all that its script needs."""

from __future__ import annotations

import re

from atlas.pages.explore import SCRIPTS
from tests.conftest import ROOT

FOLDER = ROOT / "overrides" / "assets" / "javascripts"
IMPORT = re.compile(r'^(?:import|export)\b[^"]*from "\./([\w-]+)\.js";', re.MULTILINE)


def imported(script: str) -> set[str]:
    """What a script imports, and what that does."""
    found: set[str] = set()
    waiting = [script]
    while waiting:
        names = {*IMPORT.findall((FOLDER / f"{waiting.pop()}.js").read_text("utf-8"))} - found
        found |= names
        waiting += names
    return found


def test_every_script_that_is_imported_is_asked_for_at_once() -> None:
    assert len(SCRIPTS) == len({*SCRIPTS})
    assert {*SCRIPTS} == imported("atlas-explore")
