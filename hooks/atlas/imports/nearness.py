"""Which points lie near each other on the ground."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import product

from pyproj import Geod

Point = tuple[float, float]
"""Degrees north and east, in WGS 84."""

_EARTH = Geod(ellps="WGS84")
_RADIUS = 6_378.0
"""Kilometres, at the equator: a cell is never smaller than it must be."""

_CROWD = 50
"""Points in a cube that are measured from; each further one only to these."""


def distance(one: Point, other: Point) -> float:
    """Kilometres between two points."""
    metres: float = _EARTH.inv(one[1], one[0], other[1], other[0])[2]
    return metres / 1000


def near_pairs(points: Sequence[Point], at_most: float) -> Iterator[tuple[int, int, float]]:
    """The indexes of all that lie `at_most` so many kilometres apart, the lower first, and how far.

    Space is cut into cubes of that size, so that only neighbours are measured, and of a crowd in
    one cube its first.
    """
    cells: defaultdict[tuple[int, ...], list[int]] = defaultdict(list)
    for index, point in enumerate(points):
        cell = tuple(math.floor(each / at_most) for each in _in_space(point))
        for steps in product((-1, 0, 1), repeat=3):
            for other in cells.get(tuple(map(sum, zip(cell, steps, strict=True))), ()):
                if (far := distance(points[other], point)) <= at_most:
                    yield other, index, far
        if len(cells[cell]) < _CROWD:
            cells[cell].append(index)


def _in_space(point: Point) -> tuple[float, float, float]:
    """Kilometres from the centre of the earth along three axes."""
    lat, lon = map(math.radians, point)
    flat = math.cos(lat) * _RADIUS
    return flat * math.cos(lon), flat * math.sin(lon), math.sin(lat) * _RADIUS


_GEOHASH = "0123456789bcdefghjkmnpqrstuvwxyz"
_BITS = 5
_LETTERS = 5


def geohash(point: Point) -> str:
    """The five letters of the field of about five kilometres that a point lies in."""
    lat, lon = point
    ranges = [[-180.0, 180.0], [-90.0, 90.0]]
    values = (lon, lat)
    found = 0
    for bit in range(_BITS * _LETTERS):
        axis = bit % 2
        middle = sum(ranges[axis]) / 2
        is_upper = values[axis] >= middle
        ranges[axis][0 if is_upper else 1] = middle
        found = found * 2 + is_upper
    return "".join(
        _GEOHASH[found >> (_BITS * place) & (len(_GEOHASH) - 1)]
        for place in reversed(range(_LETTERS))
    )
