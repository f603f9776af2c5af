"""The backgrounds of static maps: one small SVG file for each viewport that a map uses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any
from xml.sax.saxutils import quoteattr

import numpy as np
import shapely

from atlas.maps.countries import World
from atlas.maps.viewports import HEIGHT, WIDTH, Viewport

FOLDER = "assets/maps/base"
"""Where the backgrounds are published."""

_TOLERANCE = 6.0
_SMALLEST = 250.0
_TINY = 90.0
_OVERLAP = 560.0
"""How far land is drawn beyond the viewport: seen where a page gives a map another shape."""


class Basemaps:
    """Backgrounds made on demand from country outlines (GeoJSON), each viewport's once.

    A file holds a path for each country, with the id `c-<code>`, in one group with the id
    `land`. It has no colours: the page that shows it with `<use>` gives them. `bounds` are the
    main bounds of every country, by its code.
    """

    def __init__(self, geojson: Mapping[str, Any]) -> None:
        self._world = World(geojson)
        self.bounds = self._world.bounds
        self._numbers = {code: number for number, code in enumerate(self.bounds)}
        self._files: dict[Viewport, tuple[str, frozenset[str]]] = {}
        self._asked: set[Viewport] = set()

    def shows(self, viewport: Viewport, code: str) -> bool:
        """Whether a country has a path in the viewport's background."""
        return code in self._file(viewport)[1]

    def dot(self, viewport: Viewport, code: str) -> tuple[int, int] | None:
        """Where to mark a country whose outline is too small to see; None if it is not."""
        if code not in self._numbers:
            return None
        countries = self._world.around(viewport.meridian)
        west, south, east, north = countries.largest[self._numbers[code]].tolist()
        if max(east - west, north - south) * WIDTH / viewport.width >= _TINY:
            return None
        x, y = viewport.units(np.array([[(west + east) / 2, (south + north) / 2]]))[0]
        inside = 0 <= x <= WIDTH and 0 <= y <= HEIGHT
        return (round(x), round(y)) if inside else None

    def path(self, viewport: Viewport) -> str:
        """The address of the viewport's background, from the root of the site."""
        self._asked.add(viewport)
        return f"{FOLDER}/{viewport.name}.svg"

    def take(self) -> Iterator[tuple[str, str]]:
        """Path and text of every background whose address was asked for since they were last taken,
        in the order of their names."""
        asked, self._asked = self._asked, set()
        for viewport in sorted(asked, key=lambda viewport: viewport.name):
            yield f"{FOLDER}/{viewport.name}.svg", self._file(viewport)[0]

    def _file(self, viewport: Viewport) -> tuple[str, frozenset[str]]:
        if viewport not in self._files:
            self._files[viewport] = self._render(viewport)
        return self._files[viewport]

    def _render(self, viewport: Viewport) -> tuple[str, frozenset[str]]:
        centre, reach = np.array(viewport.centre), np.array([viewport.width, viewport.height])
        countries = self._world.around(viewport.meridian)
        near = countries.find_near(centre - reach, centre + reach)
        shapes = shapely.transform(countries.shapes[near], viewport.units)
        shapes = shapely.clip_by_rect(
            shapes, -_OVERLAP, -_OVERLAP, WIDTH + _OVERLAP, HEIGHT + _OVERLAP
        )
        shapes = shapely.simplify(shapes, _TOLERANCE)
        paths = {
            countries.codes[at]: data
            for at, shape in zip(near, shapes, strict=True)
            if (data := _path_data(shape))
        }
        land = "".join(
            f"<path id={quoteattr('c-' + code)} d={quoteattr(data)}/>\n"
            for code, data in paths.items()
        )
        head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}">'
        return f'{head}\n<g id="land">\n{land}</g>\n</svg>\n', frozenset(paths)


def _path_data(shape: Any) -> str:
    """SVG path data in whole units, relative, without parts too small to see."""
    data = []
    for part in shapely.get_parts(shape):
        if part.geom_type == "Polygon" and part.area >= _SMALLEST:
            data += [_ring(ring) for ring in (part.exterior, *part.interiors)]
    return "".join(data)


def _ring(ring: Any) -> str:
    """Path data of a ring; nothing where it is no more than a point, as a tiny hole may be."""
    points = np.rint(shapely.get_coordinates(ring)[:-1]).astype(int)
    steps = np.diff(points, axis=0)
    steps = steps[np.any(steps != 0, axis=1)]
    moves = " ".join(f"{x} {y}" for x, y in steps.tolist()).replace(" -", "-")
    return f"M{points[0][0]} {points[0][1]}l{moves}z" if moves else ""
