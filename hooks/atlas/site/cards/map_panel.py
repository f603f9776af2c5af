"""The map on a card: a scene drawn as the site's maps draw it, in pixels."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

import numpy as np
import shapely

from atlas.graph.scene import Scene
from atlas.maps import extent, meridian
from atlas.maps.arcs import Point
from atlas.maps.arrows import Arrow, leave
from atlas.maps.countries import Countries, World, trace_edge
from atlas.maps.layout import MapLine, draw
from atlas.maps.meridian import Meridian
from atlas.maps.outliers import frame, lines_between, lines_out
from atlas.maps.outlines import Bounds
from atlas.maps.viewports import Floats, cut, project
from atlas.site.cards import map_marks, theme
from atlas.site.cards.canvas import Canvas
from atlas.site.cards.map_marks import draw_circles, fill

WIDTH, HEIGHT = 400, theme.HEIGHT

_COLOURS = 128
_INKS = (
    *(theme.LAND, theme.SHADED, theme.BORDER, theme.HALO, theme.PIN, theme.LISTED),
    *theme.TIES,
)
_MARGIN = 46
_NARROWEST = 900.0
"""Kilometres across the map, at least: two towns next to each other still show their country."""

_DETAIL = 0.8
_HEAD, _EDGE = 16.0, 8.0
_TINY = 9.0
_DOT = 7.0


class Panels:
    """Draws the maps of a site's cards. `geojson` is the country outlines."""

    def __init__(self, geojson: Mapping[str, Any]) -> None:
        self._world = World(geojson)
        self._places = {code: at for at, code in enumerate(self._world.bounds)}

    def draw(self, scene: Scene) -> Canvas | None:
        """The map of `scene`, WIDTH × HEIGHT, or None if there is nothing to show."""
        drawing, boxes = draw(scene), self._boxes(scene)
        framed = frame(drawing, boxes)
        held = [spot.at for at, spot in enumerate(drawing.spots) if at not in framed.outside]
        lines = lines_between(drawing, framed.outside)
        middle = meridian.choose(held, [line.path for line in lines], boxes)
        edges = (trace_edge(box, middle) for box in boxes)
        within = [points for _, points in _pieces(lines, middle)]
        shown = [*edges, project(held, middle), *within]
        if not any(map(len, shown)):
            return None
        view = _View(np.concatenate(shown))
        pieces = _pieces(lines_between(drawing, framed.far), middle)
        arrows = [
            (line, view.leave(project(cut(_outwards(line, out), middle)[0], middle)))
            for line, out in (
                (line, drawing.spots[at].places) for at, line in lines_out(drawing, framed.far)
            )
        ]
        canvas = Canvas(WIDTH, HEIGHT, theme.SEA, _INKS, most=_COLOURS)
        self._land(canvas, view, scene, self._world.around(middle))
        map_marks.draw_ties(canvas, [(line, view.pixels(points)) for line, points in pieces])
        map_marks.draw_ties(canvas, [(line, arrow.line) for line, arrow in arrows])
        fill(canvas, [shapely.Polygon(arrow.head(_HEAD)) for _, arrow in arrows], theme.PIN)
        near = [spot for at, spot in enumerate(drawing.spots) if at not in framed.far]
        located = view.pixels(project([spot.at for spot in near], middle))
        map_marks.draw_pins(canvas, near, located)
        return canvas

    def _boxes(self, scene: Scene) -> list[Bounds]:
        bounds = self._world.bounds
        boxes = extent.boxes(scene, bounds)
        if not scene.pins and not boxes:
            boxes = [bounds[code] for code in scene.countries if code in bounds]
        return boxes

    def _land(self, canvas: Canvas, view: _View, scene: Scene, countries: Countries) -> None:
        near = countries.find_near(*view.corners)
        shapes = shapely.transform(countries.shapes[near], view.pixels)
        cut = shapely.clip_by_rect(shapes, -9, -9, WIDTH + 9, HEIGHT + 9)
        drawn = {
            at: shape
            for at, shape in zip(near, shapely.simplify(cut, _DETAIL), strict=True)
            if shape.geom_type.endswith("Polygon") and not shape.is_empty
        }
        shaded = [self._places[code] for code in scene.countries if code in self._places]
        fill(canvas, list(drawn.values()), theme.LAND)
        fill(canvas, [drawn[at] for at in shaded if at in drawn], theme.SHADED)
        borders = shapely.buffer(
            shapely.boundary(np.array(list(drawn.values()), dtype=object)), 0.45, quad_segs=1
        )
        fill(canvas, list(borders), theme.BORDER)
        low, high = np.hsplit(countries.boxes[shaded], 2)
        tiny = np.max(high - low, axis=1) * view.scale < _TINY
        fill(canvas, draw_circles(view.pixels((low + high)[tiny] / 2), _DOT), theme.SHADED)


class _View:
    """The part of the projected globe that a map shows: all the points, with a margin."""

    def __init__(self, points: Floats) -> None:
        low, high = points.min(axis=0), points.max(axis=0)
        room = np.array([WIDTH - 2 * _MARGIN, HEIGHT - 2 * _MARGIN])
        self.scale = float(np.min(room / np.maximum(high - low, _NARROWEST * room / WIDTH)))
        self._middle = (low + high) / 2

    @property
    def corners(self) -> tuple[Floats, Floats]:
        """South-west and north-east, in projected kilometres."""
        half = np.array([WIDTH, HEIGHT]) / 2 / self.scale
        return self._middle - half, self._middle + half

    def leave(self, projected: Floats) -> Arrow:
        """The arrow of a line that leads off the map, in pixels."""
        edge = (_EDGE, _EDGE), (WIDTH - _EDGE, HEIGHT - _EDGE)
        return leave(self.pixels(projected), *edge)

    def pixels(self, projected: Floats) -> Floats:
        """Where projected kilometres lie on the map, y downwards."""
        turned: Floats = (projected - self._middle) * np.array([self.scale, -self.scale])
        turned += np.array([WIDTH / 2, HEIGHT / 2])
        return turned


def _outwards(line: MapLine, far: Collection[str]) -> Sequence[Point]:
    """A line's points, the last of which is at a far place."""
    return line.path if line.places[1] in far else line.path[::-1]


def _pieces(lines: Iterable[MapLine], middle: Meridian) -> list[tuple[MapLine, Floats]]:
    """Lines and their projected points, cut where the globe is."""
    return [(line, project(piece, middle)) for line in lines for piece in cut(line.path, middle)]
