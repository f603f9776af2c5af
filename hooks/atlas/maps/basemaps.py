"""The backgrounds of static maps: one small SVG file for each viewport that a map uses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from xml.sax.saxutils import quoteattr

import numpy as np
import shapely
from numpy.typing import NDArray

from atlas.maps.countries import World
from atlas.maps.outlines import Shapes
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
        self._levels: dict[Viewport, Shapes] = {}
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
        x, y = viewport.away_from_centre
        shapes = shapely.clip_by_rect(
            self._simplified(viewport.at_centre, near),
            -_OVERLAP - x,
            -_OVERLAP - y,
            WIDTH + _OVERLAP - x,
            HEIGHT + _OVERLAP - y,
        )
        paths = {
            countries.codes[at]: data
            for at, data in zip(near, _paths_data(shapes, (x, y)), strict=True)
            if data
        }
        land = "".join(
            f"<path id={quoteattr('c-' + code)} d={quoteattr(data)}/>\n"
            for code, data in paths.items()
        )
        head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}">'
        return f'{head}\n<g id="land">\n{land}</g>\n</svg>\n', frozenset(paths)

    def _simplified(self, central: Viewport, numbers: Sequence[int]) -> Shapes:
        """The countries of these numbers in the map units of a level's central viewport, as coarse
        as all maps of the level show them."""
        shapes = self._world.around(central.meridian).shapes
        known = self._levels.setdefault(central, np.full(len(shapes), None))
        new = [at for at in numbers if known[at] is None]
        located = shapely.transform(shapes[new], central.units)
        known[new] = shapely.simplify(located, _TOLERANCE)
        chosen: Shapes = known[list(numbers)]
        return chosen


def _paths_data(shapes: Shapes, moved: tuple[float, float]) -> list[str]:
    """SVG path data of each shape in whole units, relative, without parts too small to see; all are
    moved so far to the right and down."""
    parts, of_shape = shapely.get_parts(shapes, return_index=True)
    is_seen = shapely.get_type_id(parts) == shapely.GeometryType.POLYGON
    is_seen &= shapely.area(parts) >= _SMALLEST
    rings, of_part = shapely.get_rings(parts[is_seen], return_index=True)
    points, of_ring = shapely.get_coordinates(rings, return_index=True)
    whole = np.rint(points + moved).astype(int)
    data = [""] * len(shapes)
    starts = np.flatnonzero(np.diff(of_ring)) + 1
    for shape, ring in zip(of_shape[is_seen][of_part], np.split(whole, starts), strict=False):
        data[shape] += _ring(ring)
    return data


def _ring(points: NDArray[np.int_]) -> str:
    """Path data of a closed ring; nothing where it is no more than a point, as a tiny hole may
    be."""
    steps = np.diff(points[:-1], axis=0)
    steps = steps[np.any(steps != 0, axis=1)]
    moves = " ".join(f"{x} {y}" for x, y in steps.tolist()).replace(" -", "-")
    return f"M{points[0][0]} {points[0][1]}l{moves}z" if moves else ""
