"""The Equal Earth projection, and the few windows on it that all static maps choose from.

Neighbouring maps share a viewport, and with it the file of its background.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from pyproj import Proj

Floats = NDArray[np.float64]

WIDTH, HEIGHT = 6400, 3600
"""The size of a static map in its own units; a page shows ten or so of them to a pixel."""

_EQUAL_EARTH = Proj("+proj=eqearth +datum=WGS84 +units=km")
_HALF_GLOBE_X, _HALF_GLOBE_Y = 17_244, 8_393
_WIDEST = 36_000
_LEVELS = 10
_STEPS_PER_VIEWPORT = 6
_MARGINS = np.array([0.06, 0.09])
_ORIGIN = 100


@dataclass(frozen=True, slots=True)
class Viewport:
    """A cut-out of the projected globe. Level 0 is the whole globe; level 9, 1,591 km wide."""

    level: int
    column: int
    row: int

    @property
    def name(self) -> str:
        """A file name, such as "09-100-163"."""
        return f"{self.level:02}-{_ORIGIN + self.column:03}-{_ORIGIN + self.row:03}"

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

    def units(self, projected: Floats) -> Floats:
        """Map units (x to the right, y down) of projected points, an (n, 2) array of km."""
        x, y = self.centre
        corner = np.array([x - self.width / 2, y + self.height / 2])
        scale = WIDTH / self.width
        units: Floats = (projected - corner) * np.array([scale, -scale])
        return units


def project(points: Iterable[tuple[float, float]] | Floats) -> Floats:
    """Equal Earth kilometres of points in degrees (longitude first): an (n, 2) array."""
    degrees = np.asarray(points, dtype=np.float64).reshape(-1, 2)
    return np.column_stack(_EQUAL_EARTH(degrees[:, 0], degrees[:, 1]))


def around(projected: Floats) -> Viewport:
    """The narrowest viewport that holds all the points, with a margin."""
    low, high = projected.min(axis=0), projected.max(axis=0)
    for level in reversed(range(1, _LEVELS)):
        viewport = _nearest(level, (low + high) / 2)
        centre, size = np.array(viewport.centre), np.array([viewport.width, viewport.height])
        reach = size * (0.5 - _MARGINS)
        if np.all(centre - reach <= low) and np.all(high <= centre + reach):
            return viewport
    return Viewport(0, 0, 0)


def _nearest(level: int, centre: Floats) -> Viewport:
    """The viewport of `level` whose centre is nearest, not reaching far off the globe."""
    size = Viewport(level, 0, 0)
    return Viewport(
        level,
        _step(centre[0], size.width, _HALF_GLOBE_X),
        _step(centre[1], size.height, _HALF_GLOBE_Y),
    )


def _step(at: float, size: float, half_globe: float) -> int:
    step = size / _STEPS_PER_VIEWPORT
    most = max(0, math.ceil((half_globe - size / 2) / step))
    return max(-most, min(most, round(at / step)))
