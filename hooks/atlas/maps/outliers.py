"""Which dots lie so far off that a map is framed without them: one far tie must not make the rest
of a map small, nor fill it with land that nothing is said of.

The rule, whatever the data: seen from the middle of all dots, the far ones lie more than half as
far out again as any other, and as any country that the map must show. They are a quarter of the
dots at most, and never more than six; only a third of the lines, at most, lead to them. It is
reckoned on the globe, so that it is the same in Europe and on both sides of ±180.

Of what registers list there may be thousands of places all over the world, which no map with all of
them could show. Where there are more than a map could tell one by one, the tenth of them that lies
farthest off does not widen the first view: their lines lead out of it.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np

from atlas.maps.arcs import Point
from atlas.maps.layout import Drawing, MapLine, Spot, is_listed_alone
from atlas.maps.outlines import Bounds
from atlas.maps.viewports import Floats

_FARTHER = 1.5
_NEAR = np.radians(15.0)
"""Within so much of the middle nothing is far: a map shows no less than the countries around."""

_SHARE_OF_SPOTS, _SHARE_OF_LINES, _MOST = 1 / 4, 1 / 3, 6
_MANY_LISTED, _SHARE_BEYOND = 40, 1 / 10


@dataclass(frozen=True, slots=True)
class Frame:
    """What the first view of a drawing is laid out without, as numbers of spots: the `far`, to
    which arrows lead, and listed places that lie `beyond`, whose lines merely leave it."""

    far: frozenset[int]
    beyond: frozenset[int]

    @property
    def outside(self) -> frozenset[int]:
        """Both of them."""
        return self.far | self.beyond


def frame(drawing: Drawing, boxes: Sequence[Bounds]) -> Frame:
    """What may lie outside the first view of a drawing; `boxes` must be in view in any case."""
    away = _away(drawing.spots, boxes)
    beyond = _find_beyond(drawing.spots, away)
    return Frame(_find_far(drawing, away, beyond), beyond)


def _find_beyond(spots: Sequence[Spot], away: Sequence[float]) -> frozenset[int]:
    listed = [number for number, spot in enumerate(spots) if is_listed_alone(spot)]
    if len(listed) <= _MANY_LISTED:
        return frozenset()
    listed.sort(key=lambda number: (away[number], number))
    return frozenset(listed[-int(len(listed) * _SHARE_BEYOND) :])


def _find_far(drawing: Drawing, away: Sequence[float], beyond: Collection[int]) -> frozenset[int]:
    among = [number for number in range(len(drawing.spots)) if number not in beyond]
    most = min(_MOST, int(len(among) * _SHARE_OF_SPOTS))
    if not most:
        return frozenset()
    order = sorted(among, key=lambda number: (away[number], number))
    held = max([_NEAR, *away[len(drawing.spots) :]])
    for kept in range(len(among) - most, len(among)):
        far = frozenset(order[kept:])
        nearest = away[order[kept]]
        if nearest > _FARTHER * max(held, away[order[kept - 1]]) and _few_lines(drawing, far):
            return far
    return frozenset()


def lines_out(drawing: Drawing, far: frozenset[int]) -> list[tuple[int, MapLine]]:
    """The lines that lead from the other dots to far ones, each with the number of that one."""
    at = _numbers(drawing.spots)
    found = []
    for line in drawing.lines:
        ends = at[line.places[0]], at[line.places[1]]
        out = [end for end in ends if end in far]
        if len(out) == 1:
            found.append((out[0], line))
    return found


def lines_between(drawing: Drawing, outside: frozenset[int]) -> tuple[MapLine, ...]:
    """The lines that lead to no dot outside."""
    if not outside:
        return drawing.lines
    there = {place for number in outside for place in drawing.spots[number].places}
    return tuple(line for line in drawing.lines if there.isdisjoint(line.places))


def _few_lines(drawing: Drawing, far: frozenset[int]) -> bool:
    kept = len(lines_between(drawing, far))
    return len(drawing.lines) - kept <= _SHARE_OF_LINES * len(drawing.lines)


def _numbers(spots: Sequence[Spot]) -> dict[str, int]:
    return {place: number for number, spot in enumerate(spots) for place in spot.places}


def _away(spots: Sequence[Spot], boxes: Sequence[Bounds]) -> list[float]:
    """How far, in radians, each spot and then the middle of each box lies from the spots' middle.

    The middle is the median, which a far spot does not move.
    """
    if not spots:
        return []
    dots = _on_globe([spot.at for spot in spots])
    middle = np.median(dots, axis=0)
    length = float(np.linalg.norm(middle))
    if length < 1e-6:  # all around the globe: no middle, and nothing is far
        return [0.0] * (len(spots) + len(boxes))
    held = [((west + east) / 2, (south + north) / 2) for west, south, east, north in boxes]
    points = np.concatenate([dots, _on_globe(held)])
    away: list[float] = np.arccos(np.clip(points @ (middle / length), -1, 1)).tolist()
    return away


def _on_globe(points: Sequence[Point]) -> Floats:
    lon, lat = np.radians(np.asarray(points, dtype=np.float64).reshape(-1, 2)).T
    return np.column_stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)])
