"""What tests of builds share."""

from __future__ import annotations

import pytest

from atlas.site.unit_builder import BuiltUnit, UnitBuilder
from atlas.site.units import Unit


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[Unit]:
    """The units that were made and not taken from a store."""
    units: list[Unit] = []
    build = UnitBuilder.build

    def noted(builder: UnitBuilder, unit: Unit) -> BuiltUnit:
        units.append(unit)
        return build(builder, unit)

    monkeypatch.setattr(UnitBuilder, "build", noted)
    return units
