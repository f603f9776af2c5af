"""The countries as maps draw them: their outlines in the Equal Earth projection."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from atlas.maps.meridian import Meridian
from atlas.maps.outlines import Bounds, Shapes, largest_part, main_bounds, read, turn
from atlas.maps.viewports import Floats, project

_LONGEST_EDGE = 2.0
"""Degrees; a longer edge gets points in between, to follow the projection."""


class Countries:
    """Country outlines by code, projected around a meridian for all maps that are drawn there.

    `codes`, `shapes` (in km), `boxes` (west, south, east and north of each shape) and `largest`
    (the same of its largest part) have the same order.
    """

    def __init__(self, outlines: Mapping[str, BaseGeometry], meridian: Meridian) -> None:
        self.codes = list(outlines)
        self.shapes = _project(outlines.values(), meridian)
        self.boxes: Floats = shapely.bounds(self.shapes)
        parts = map(largest_part, outlines.values())
        self.largest: Floats = shapely.bounds(_project(parts, meridian))

    def find_near(self, low: Floats, high: Floats) -> list[int]:
        """The places of those that may reach in between two corners, south-west and north-east."""
        west, south, east, north = self.boxes.T
        across = (west <= high[0]) & (low[0] <= east)
        upwards = (south <= high[1]) & (low[1] <= north)
        return np.flatnonzero(across & upwards).tolist()


class World:
    """The countries of GeoJSON outlines around either meridian, each worked out when it is asked
    for. `bounds` are their main bounds, by code."""

    def __init__(self, geojson: Mapping[str, Any]) -> None:
        self._outlines = read(geojson)
        self.bounds = {code: main_bounds(shape) for code, shape in self._outlines.items()}
        self._around: dict[Meridian, Countries] = {}

    def around(self, meridian: Meridian) -> Countries:
        """The countries of the globe that is unrolled around a meridian."""
        if meridian not in self._around:
            self._around[meridian] = Countries(self._outlines, meridian)
        return self._around[meridian]


def trace_edge(bounds: Bounds, meridian: Meridian = 0) -> Floats:
    """Points all along the edge of some bounds, in projected km."""
    points: Floats = shapely.get_coordinates(
        shapely.segmentize(shapely.box(*bounds), _LONGEST_EDGE)
    )
    return project(points, meridian)


def _project(shapes: Iterable[BaseGeometry], meridian: Meridian) -> Shapes:
    """Outlines in degrees as outlines in projected km."""
    whole = np.array(list(shapes), dtype=object)
    if meridian:
        whole = turn(whole, meridian)
    dense = shapely.segmentize(whole, _LONGEST_EDGE)
    projected: Shapes = shapely.transform(dense, lambda degrees: project(degrees, meridian))
    return projected
