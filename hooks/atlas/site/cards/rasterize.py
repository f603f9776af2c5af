"""Shapes as ink: how much of each pixel a polygon covers."""

from __future__ import annotations

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from atlas.site.cards.canvas import LEVELS, Coverage

_LINES = 4
"""So many lines are looked at in each row of pixels."""


def rasterize(shape: BaseGeometry, width: int, height: int) -> Coverage:
    """What `shape`, polygons in pixels with y downwards, covers of a picture. Other parts count
    for nothing."""
    starts, ends = _edges(shape)
    down = np.where(ends[:, 1] > starts[:, 1], 1.0, -1.0)
    upper = np.where(down[:, None] > 0, starts, ends)
    lower = np.where(down[:, None] > 0, ends, starts)
    first = np.clip(np.ceil(upper[:, 1] * _LINES - 0.5), 0, height * _LINES).astype(np.int64)
    last = np.clip(np.ceil(lower[:, 1] * _LINES - 0.5), 0, height * _LINES).astype(np.int64)
    counts = last - first
    edge = np.repeat(np.arange(len(counts)), counts)
    line = np.arange(len(edge)) - np.repeat(np.cumsum(counts) - counts, counts) + first[edge]
    fall = (line + 0.5) / _LINES - upper[edge, 1]
    slope = (lower[edge] - upper[edge]) / (lower[edge, 1] - upper[edge, 1])[:, None]
    x = np.clip(upper[edge, 0] + fall * slope[:, 0], 0, width)
    return _accumulate(x, line // _LINES, down[edge], width, height)


def _accumulate(
    x: NDArray[np.float64],
    row: NDArray[np.int64],
    sign: NDArray[np.float64],
    width: int,
    height: int,
) -> Coverage:
    """From where each line crosses an edge: all pixels to the right of it change by its sign, the
    one that it crosses by its share."""
    column = x.astype(np.int64)
    share = x - column
    at = row * (width + 2) + column
    size = height * (width + 2)
    change = np.bincount(at, sign * (1 - share), size) + np.bincount(at + 1, sign * share, size)
    total = np.abs(np.cumsum(change.reshape(height, width + 2), axis=1)[:, :width]) / _LINES
    coverage: Coverage = np.rint(np.minimum(total, 1) * LEVELS).astype(np.uint8)
    return coverage


def _edges(shape: BaseGeometry) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Both ends of every edge, holes running against their outlines."""
    parts = shapely.get_parts(shapely.get_parts(shape))
    polygons = shapely.orient_polygons(parts[shapely.get_type_id(parts) == 3])
    points, ring = shapely.get_coordinates(shapely.get_rings(polygons), return_index=True)
    same = ring[1:] == ring[:-1]
    starts, ends = points[:-1][same], points[1:][same]
    sloping = starts[:, 1] != ends[:, 1]
    return starts[sloping], ends[sloping]
