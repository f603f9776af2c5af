"""The lines and dots of the map on a card, in pixels, as the site's maps draw them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from atlas.maps import states
from atlas.maps.layout import CROWD, MapLine, Spot, is_listed_alone
from atlas.maps.legend import LISTED, group_of
from atlas.maps.viewports import Floats
from atlas.model.vocabulary import State
from atlas.site.cards import theme
from atlas.site.cards.canvas import Canvas
from atlas.site.cards.rasterize import rasterize

_STEP = 2
"""Every third step between no ink and full ink: enough for a map, and the file is smaller."""

_STROKE, _PIN, _HALO = 1.6, 5.5, 7.5
_THIN, _RING = 0.45, 2.8
_SIGN, _ROOM_FOR_SIGN = 5.0, 34.0


def draw_ties(canvas: Canvas, pieces: list[tuple[MapLine, Floats]]) -> None:
    """A stroke for each line, upon a wider one that sets it off from the land; below all of them,
    thin ones for what is listed, and above them the signs of those that are not ongoing."""
    by_look: defaultdict[tuple[int, float], list[BaseGeometry]] = defaultdict(list)
    listed, signs = [], []
    for line, points in pieces:
        if len(points) < 2:
            continue
        parts = [shapely.LineString(part) for part in states.cut(points, line.state)]
        if line.form == LISTED:
            listed += parts
            continue
        stroke = _STROKE / 2 if line.state is State.ENDED else _STROKE
        by_look[group_of(line.form), stroke] += parts
        if len(pieces) <= CROWD and shapely.LineString(points).length > _ROOM_FOR_SIGN:
            signs += states.sign(points, line.state, _SIGN)
    fill(canvas, [line.buffer(_THIN, quad_segs=1) for line in listed], theme.LISTED)
    for (group, stroke), found in sorted(by_look.items(), key=lambda one: one[0]):
        lines = np.array(found, dtype=object)
        fill(canvas, list(shapely.buffer(lines, stroke + _STROKE, quad_segs=3)), theme.HALO)
        fill(canvas, list(shapely.buffer(lines, stroke, quad_segs=3)), theme.TIES[group])
    _sign(canvas, [shapely.LineString(stroke) for stroke in signs])


def _sign(canvas: Canvas, strokes: list[BaseGeometry]) -> None:
    fill(canvas, [stroke.buffer(3 * _STROKE) for stroke in strokes], theme.HALO)
    fill(canvas, [stroke.buffer(_STROKE * 0.6) for stroke in strokes], theme.PIN)


def draw_pins(canvas: Canvas, spots: Sequence[Spot], points: Floats) -> None:
    """A ring for each place that is listed alone, and a dot for each other, which is hollow where
    nothing goes on; `points` are in pixels."""
    is_listed = np.array([is_listed_alone(spot) for spot in spots], dtype=bool)
    is_past = np.array([spot.is_past for spot in spots], dtype=bool)
    rings, dots = points[is_listed], points[~is_listed]
    fill(canvas, draw_circles(rings, _RING), theme.LISTED)
    fill(canvas, draw_circles(rings, _RING - 1), theme.HALO)
    fill(canvas, draw_circles(dots, _HALO), theme.HALO)
    fill(canvas, draw_circles(dots, _PIN), theme.PIN)
    fill(canvas, draw_circles(points[~is_listed & is_past], _PIN - 2), theme.HALO)


def draw_circles(points: Floats, radius: float) -> list[BaseGeometry]:
    return [shapely.Point(point).buffer(radius) for point in points]


def fill(canvas: Canvas, shapes: list[BaseGeometry], ink: theme.Colour) -> None:
    """Fill all the shapes at once, as one ink."""
    found = [one for one in shapes if not one.is_empty]
    if not found:
        return
    west, north, east, south = shapely.total_bounds(np.array(found, dtype=object))
    x, y = max(0, int(west)), max(0, int(north))
    lowest, rightmost = canvas.pixels.shape
    width, height = min(rightmost, int(east) + 1) - x, min(lowest, int(south) + 1) - y
    if width > 0 and height > 0:
        moved = shapely.transform(shapely.GeometryCollection(found), lambda at: at - [x, y])
        coverage = (rasterize(moved, width, height) + _STEP // 2) // _STEP * _STEP
        canvas.lay(coverage, x, y, ink)
