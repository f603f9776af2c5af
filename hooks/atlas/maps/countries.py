"""The countries as maps draw them: their outlines in the Equal Earth projection."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from atlas.maps.outlines import Bounds, main_bounds, read
from atlas.maps.viewports import Floats, project

Shapes = NDArray[np.object_]

_LONGEST_EDGE = 2.0
"""Degrees; a longer edge gets points in between, to follow the projection."""


class Countries:
    """Country outlines (GeoJSON), projected once for all maps that are drawn.

    `codes`, `shapes` (in km) and `boxes` (west, south, east and north of each shape) have the same
    order. `outlines` are the shapes in degrees, `bounds` their main bounds, both by code.
    """

    def __init__(self, geojson: Mapping[str, Any]) -> None:
        self.outlines = read(geojson)
        self.bounds = {code: main_bounds(shape) for code, shape in self.outlines.items()}
        self.codes = list(self.outlines)
        self.shapes = project_shapes(self.outlines.values())
        self.boxes: Floats = shapely.bounds(self.shapes)

    def find_near(self, low: Floats, high: Floats) -> list[int]:
        """The places of those that may reach in between two corners, south-west and north-east."""
        west, south, east, north = self.boxes.T
        across = (west <= high[0]) & (low[0] <= east)
        upwards = (south <= high[1]) & (low[1] <= north)
        return np.flatnonzero(across & upwards).tolist()


def project_shapes(shapes: Iterable[BaseGeometry]) -> Shapes:
    """Outlines in degrees as outlines in projected km."""
    dense = shapely.segmentize(np.array(list(shapes), dtype=object), _LONGEST_EDGE)
    projected: Shapes = shapely.transform(dense, project)
    return projected


def trace_edge(bounds: Bounds) -> Floats:
    """Points all along the edge of some bounds, in projected km."""
    points: Floats = shapely.get_coordinates(
        shapely.segmentize(shapely.box(*bounds), _LONGEST_EDGE)
    )
    return project(points)
