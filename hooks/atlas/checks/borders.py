"""Which countries a point lies in or near, to go by their outlines."""

from __future__ import annotations

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

    def hold(self, country: str, point: tuple[float, float]) -> bool:
        """Whether a point, as longitude and latitude, lies in a country or near it."""
        place = Point(point)
        return any(shapely.dwithin(one, place, _TOLERANCE) for one in self._shape(country))

    def around(self, point: tuple[float, float]) -> set[str]:
        """The countries that a point lies in or near."""
        return {country for country in self._geometries if self.hold(country, point)}

    def _shape(self, country: str) -> list[BaseGeometry]:
        """The parts of a country, which take longer to make than to look into."""
        if country not in self._shapes:
            self._shapes[country] = [shape(one) for one in self._geometries.get(country, ())]
        return self._shapes[country]
