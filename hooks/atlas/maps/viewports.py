"""The Equal Earth projection, and the few windows on it that all static maps choose from.

The globe is unrolled around Greenwich or, for the Pacific, around another meridian (`meridian`).
Neighbouring maps share a viewport, and with it the file of its background.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from pyproj import Proj

from atlas.maps import arcs
from atlas.maps.arcs import Point
from atlas.maps.meridian import Meridian

Floats = NDArray[np.float64]

WIDTH, HEIGHT = 6400, 3600
"""The size of a static map in its own units; a page shows ten or so of them to a pixel."""

_EQUAL_EARTH = Proj("+proj=eqearth +datum=WGS84 +units=km")
_HALF_GLOBE_X, _HALF_GLOBE_Y = 17_244, 8_393
_WIDEST = 36_000
_LEVELS = 10
_STEPS_PER_VIEWPORT = 6
_COLUMNS_TO_WHOLE = 3
"""So many columns are a whole number of map units; a single row is."""
_MARGINS = np.array([0.06, 0.09])
_ORIGIN = 100


@dataclass(frozen=True, slots=True)
class Viewport:
    """A cut-out of the projected globe. Level 0 is the whole globe; level 9, 1,591 km wide."""

    level: int
    column: int
    row: int
    meridian: Meridian = 0

    @property
    def name(self) -> str:
        """A file name, such as "09-100-163", or "09-100-163-180" around a meridian of 180."""
        name = f"{self.level:02}-{_ORIGIN + self.column:03}-{_ORIGIN + self.row:03}"
        return f"{name}-{self.meridian}" if self.meridian else name

    @property
    def width(self) -> float:
        """Its width in kilometres; each level is √2 times narrower than the one before."""
        return _WIDEST / 2 ** (self.level / 2)

    @property
    def height(self) -> float:
        """Its height in kilometres."""
        return self.width * HEIGHT / WIDTH

    @property
    def centre(self) -> tuple[float, float]:
        """Its centre in projected kilometres."""
        return (
            self.column * self.width / _STEPS_PER_VIEWPORT,
            self.row * self.height / _STEPS_PER_VIEWPORT,
        )

    @property
    def home(self) -> Viewport:
        """The one of its level near the globe's centre from which it lies whole map units away."""
        return Viewport(self.level, self.column % _COLUMNS_TO_WHOLE, 0, self.meridian)

    @property
    def away_from_home(self) -> tuple[int, int]:
        """What is added to x and y in the map units of `home` for those of this one."""
        columns = self.column - self.column % _COLUMNS_TO_WHOLE
        return -columns * WIDTH // _STEPS_PER_VIEWPORT, self.row * HEIGHT // _STEPS_PER_VIEWPORT

    @property
    def at_centre(self) -> Viewport:
        """The one of its level in the middle of the globe."""
        return Viewport(self.level, 0, 0, self.meridian)

    @property
    def away_from_centre(self) -> tuple[float, float]:
        """What is added to x and y in the map units of `at_centre` for those of this one."""
        return (
            -self.column * WIDTH / _STEPS_PER_VIEWPORT,
            self.row * HEIGHT / _STEPS_PER_VIEWPORT,
        )

    def units(self, projected: Floats) -> Floats:
        """Map units (x to the right, y down) of projected points, an (n, 2) array of km."""
        x, y = self.centre
        corner = np.array([x - self.width / 2, y + self.height / 2])
        scale = WIDTH / self.width
        units: Floats = (projected - corner) * np.array([scale, -scale])
        return units

    def locate(self, points: Iterable[Point]) -> Floats:
        """Map units of points in degrees (longitude first)."""
        return self.units(project(points, self.meridian))

    def cut(self, path: Sequence[Point]) -> list[list[Point]]:
        """A line in degrees as this map shows it: in pieces where the globe is cut."""
        return cut(path, self.meridian)


def cut(path: Sequence[Point], meridian: Meridian = 0) -> list[list[Point]]:
    """A line in pieces, none of which crosses the edge of the globe unrolled around a meridian."""
    return arcs.split(path, meridian - 180)


def project(points: Iterable[Point] | Floats, meridian: Meridian = 0) -> Floats:
    """Equal Earth kilometres of points in degrees (longitude first): an (n, 2) array.

    A point on the edge of the globe stays on its own side of it.
    """
    degrees = np.asarray(points, dtype=np.float64).reshape(-1, 2)
    lon, lat = degrees.T
    lon = lon - meridian
    turned = (lon + 180) % 360 - 180
    lon = np.where(np.abs(lon) > 180, turned, lon)
    return np.column_stack(_EQUAL_EARTH(lon, lat))


def around(projected: Floats, meridian: Meridian = 0) -> Viewport:
    """The narrowest viewport that holds all the points, with a margin."""
    low, high = projected.min(axis=0), projected.max(axis=0)
    for level in reversed(range(1, _LEVELS)):
        viewport = _nearest(level, (low + high) / 2, meridian)
        centre, size = np.array(viewport.centre), np.array([viewport.width, viewport.height])
        reach = size * (0.5 - _MARGINS)
        if np.all(centre - reach <= low) and np.all(high <= centre + reach):
            return viewport
    return Viewport(0, 0, 0, meridian)


def _nearest(level: int, centre: Floats, meridian: Meridian) -> Viewport:
    """The viewport of `level` whose centre is nearest, not reaching far off the globe."""
    size = Viewport(level, 0, 0)
    return Viewport(
        level,
        _step(centre[0], size.width, _HALF_GLOBE_X),
        _step(centre[1], size.height, _HALF_GLOBE_Y),
        meridian,
    )


def _step(at: float, size: float, half_globe: float) -> int:
    step = size / _STEPS_PER_VIEWPORT
    most = max(0, math.ceil((half_globe - size / 2) / step))
    return max(-most, min(most, round(at / step)))
