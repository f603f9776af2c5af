"""Which countries a point lies in or near, to go by their outlines."""

from __future__ import annotations

from functools import cached_property
from typing import Any

import shapely
from shapely.geometry import Point, shape
from shapely.geometry.base import BaseGeometry

_TOLERANCE = 0.1
"""Degrees. The outlines are simplified; coasts and borders are that rough at most."""


class Borders:
    """The outlines of countries (GeoJSON, `iso2` on every feature)."""

    def __init__(self, outlines: dict[str, Any]) -> None:
        self._geometries: dict[str, list[Any]] = {}
        for feature in outlines["features"]:
            self._geometries.setdefault(feature["properties"]["iso2"], []).append(
                feature["geometry"]
            )
        self._shapes: dict[str, list[BaseGeometry]] = {}

    def __contains__(self, country: str) -> bool:
        """Whether there is an outline of a country."""
        return country in self._geometries

    def hold(self, country: str, point: tuple[float, float], tolerance: float = _TOLERANCE) -> bool:
        """Whether a point, as longitude and latitude, lies in a country or near it (in degrees)."""
        place = Point(point)
        return any(shapely.dwithin(one, place, tolerance) for one in self._shape(country))

    def around(self, point: tuple[float, float]) -> set[str]:
        """The countries that a point lies in or near."""
        codes, tree = self._tree
        found = tree.query(Point(point), predicate="dwithin", distance=_TOLERANCE)
        return {codes[index] for index in found}

    @cached_property
    def _tree(self) -> tuple[list[str], shapely.STRtree]:
        """Every part of every country, with its code, to be found by where it lies."""
        parts = [(code, one) for code in self._geometries for one in self._shape(code)]
        return [code for code, _ in parts], shapely.STRtree([one for _, one in parts])

    def _shape(self, country: str) -> list[BaseGeometry]:
        """The parts of a country, which take longer to make than to look into."""
        if country not in self._shapes:
            self._shapes[country] = [shape(one) for one in self._geometries.get(country, ())]
        return self._shapes[country]
