"""Arrows at the edge of a map: where a line leaves it for a place that lies far off."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from atlas.maps.viewports import Floats


@dataclass(frozen=True, slots=True)
class Arrow:
    """Where a line leaves a map: its points up to there, and the direction it points in (length 1).

    All in the units of the map, y downwards.
    """

    line: Floats
    ahead: tuple[float, float]

    @property
    def tip(self) -> tuple[float, float]:
        """The point of the arrow."""
        x, y = self.line[-1].tolist()
        return x, y

    def head(self, length: float) -> Floats:
        """The three corners of its head, the point first."""
        x, y = self.tip
        dx, dy = self.ahead
        back, side = length, length / 2
        return np.array(
            [
                (x, y),
                (x - back * dx - side * dy, y - back * dy + side * dx),
                (x - back * dx + side * dy, y - back * dy - side * dx),
            ]
        )


def leave(points: Floats, low: Sequence[float], high: Sequence[float]) -> Arrow:
    """The arrow of a line, (n, 2) points from a dot on the map outwards, at the edge of a box.

    A line that breaks off before (at the edge of the world) has its arrow there.
    """
    inside = np.all((points >= low) & (points <= high), axis=1)
    outside = np.flatnonzero(~inside[1:])
    if not inside[0] or not len(outside):
        line = points
    else:
        last = int(outside[0])
        here, there = points[last], points[last + 1]
        line = np.concatenate([points[: last + 1], [_crossing(here, there, low, high)]])
    steps = np.diff(line, axis=0)
    moving = steps[np.any(np.abs(steps) > 1e-9, axis=1)]
    dx, dy = (moving[-1] / np.linalg.norm(moving[-1])).tolist() if len(moving) else (1.0, 0.0)
    return Arrow(line, (dx, dy))


def _crossing(here: Floats, there: Floats, low: Sequence[float], high: Sequence[float]) -> Floats:
    """Where the way from a point inside a box to one outside meets its edge."""
    step = there - here
    shares = [
        (edge - start) / along
        for edges in (low, high)
        for edge, start, along in zip(edges, here, step, strict=True)
        if along and (edge - start) / along >= 0
    ]
    crossing: Floats = here + min(1.0, *shares, 1.0) * step
    return crossing
