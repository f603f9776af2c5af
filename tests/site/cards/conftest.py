"""Country outlines as the site has them."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.conftest import ROOT


@pytest.fixture(scope="session")
def outlines() -> dict[str, Any]:
    world: dict[str, Any] = json.loads((ROOT / "data/world/countries.geo.json").read_text("utf-8"))
    return world
