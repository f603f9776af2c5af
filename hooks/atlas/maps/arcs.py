"""Great circles: the shortest way over the globe between two places, as a row of points."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from functools import lru_cache

from pyproj import Geod

Point = tuple[float, float]
"""Longitude and latitude in WGS 84 degrees, in the order of GeoJSON and PROJ."""

_GLOBE = Geod(ellps="WGS84")
_KM_PER_POINT = 100
_FEWEST, _MOST = 2, 32
_OPPOSITE = 19_900_000
"""Metres, 179 degrees of the globe: between places so far apart every way is as short."""


@lru_cache(maxsize=10_000)
def great_circle(a: Point, b: Point) -> tuple[Point, ...]:
    """The shortest line from `a` to `b`, both included, with 2 to 32 points in between.

    The longitudes run on without a jump, so a line over the Pacific may pass ±180. Between opposite
    places, where no way is the shortest, it is the one that nears neither a pole nor ±180.
    """
    metres = _GLOBE.inv(*a, *b)[2]
    if metres > _OPPOSITE:
        middle = a[0] + (90 if a[0] <= 0 else -90), 0.0
        half = _MOST // 2
        return _unwrap(
            [a, *_GLOBE.npts(*a, *middle, half), middle, *_GLOBE.npts(*middle, *b, half), b]
        )
    count = min(_MOST, max(_FEWEST, round(metres / 1000 / _KM_PER_POINT)))
    return _unwrap([a, *_GLOBE.npts(*a, *b, count), b])


def bow_arc(a: Point, b: Point, bow: float) -> tuple[Point, ...]:
    """The great circle from `a` to `b`, bent sideways by `bow` times its length at the middle.

    It keeps several lines between the same two places apart. A `bow` of 0 is the great circle.
    """
    line = great_circle(a, b)
    if not bow:
        return line
    if len(line) < 18:  # a short line has too few points to bend smoothly
        line = _unwrap([a, *_GLOBE.npts(*a, *b, 16), b])
    (west, south), (east, north) = line[0], line[-1]
    squeeze = max(0.1, math.cos(math.radians((south + north) / 2)))
    across, up = (east - west) * squeeze, north - south
    bends = [bow * math.sin(math.pi * i / (len(line) - 1)) for i in range(len(line))]
    return tuple(
        (lon - up * bend / squeeze, max(-89.9, min(89.9, lat + across * bend)))
        for (lon, lat), bend in zip(line, bends, strict=True)
    )


def split(line: Sequence[Point], west: float = -180) -> list[list[Point]]:
    """Cut a line whose longitudes run on into pieces that lie within `west` to `west` + 360."""
    longitudes = [lon for lon, _ in line]
    if west <= min(longitudes) and max(longitudes) < west + 360:
        return [list(line)]  # nearly every line, so worth asking first
    pieces: list[list[Point]] = [[_shift(line[0], _turn(line[0], west))]]
    for before, after in zip(line, line[1:], strict=False):
        here, there = _turn(before, west), _turn(after, west)
        if here != there:
            edge = west + 360 * max(here, there)
            share = (edge - before[0]) / (after[0] - before[0])
            crossing = (float(edge), before[1] + share * (after[1] - before[1]))
            pieces[-1].append(_shift(crossing, here))
            pieces.append([_shift(crossing, there)])
        pieces[-1].append(_shift(after, there))
    return pieces


def _unwrap(points: Iterable[Point]) -> tuple[Point, ...]:
    """The same points, each longitude within 180 degrees of the one before it."""
    line: list[Point] = []
    for lon, lat in points:
        if line:
            lon += 360 * round((line[-1][0] - lon) / 360)
        line.append((lon, lat))
    return tuple(line)


def _turn(point: Point, west: float) -> int:
    """How many turns of the globe a point lies east of `west`."""
    return math.floor((point[0] - west) / 360)


def _shift(point: Point, turns: int) -> Point:
    return point[0] - 360 * turns, point[1]
