"""Country outlines as the site has them, and a small scene to draw."""

from __future__ import annotations

import json
from typing import Any

import pytest

from atlas.graph.scene import Pin, Scene, Tie
from tests.conftest import ROOT

WORLD = ROOT / "data" / "world"


@pytest.fixture(scope="session")
def outlines() -> dict[str, Any]:
    world: dict[str, Any] = json.loads((WORLD / "countries.geo.json").read_text("utf-8"))
    return world


@pytest.fixture(scope="session")
def probes() -> list[dict[str, Any]]:
    points: list[dict[str, Any]] = json.loads((WORLD / "probe-points.json").read_text("utf-8"))
    return points


@pytest.fixture(scope="session")
def morocco() -> Scene:
    """Two places in Brussels, each with a tie to Tangier."""
    return Scene(
        "country-ma",
        (
            Pin("brussels", 50.8467, 4.3525, ("brussels-tangier",)),
            Pin("saint-josse", 50.8525, 4.3708, ("saint-josse-tangier",)),
            Pin("tangier", 35.7595, -5.834, ("brussels-tangier", "saint-josse-tangier")),
        ),
        (
            Tie("brussels-tangier", "cooperation-agreement", "brussels", "tangier"),
            Tie("saint-josse-tangier", "twinning", "saint-josse", "tangier"),
        ),
        ("BE", "MA"),
    )
