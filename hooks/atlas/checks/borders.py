"""Which countries a point lies in or near, to go by their outlines."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import Any

import shapely
from shapely.geometry import Point, shape

_TOLERANCE = 0.1
"""Degrees. The outlines are simplified; coasts and borders are that rough at most."""


class Borders:
    """The outlines of countries (GeoJSON, `iso2` on every feature)."""

    def __init__(self, outlines: dict[str, Any]) -> None:
        self._codes = [feature["properties"]["iso2"] for feature in outlines["features"]]
        self._outlines = [shape(feature["geometry"]) for feature in outlines["features"]]

    @cached_property
    def _tree(self) -> shapely.STRtree:
        return shapely.STRtree(self._outlines)

    def around(self, points: Iterable[tuple[float, float]]) -> list[set[str]]:
        """For each point, as longitude and latitude, the countries it lies in or near."""
        placed = [Point(point) for point in points]
        found: list[set[str]] = [set() for _ in placed]
        pairs = self._tree.query(placed, predicate="dwithin", distance=_TOLERANCE)
        for point, outline in pairs.T.tolist():
            found[point].add(self._codes[outline])
        return found
