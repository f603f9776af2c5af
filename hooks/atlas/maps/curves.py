"""Rows of points as few Bézier curves, for paths that are as short as they can be."""

from __future__ import annotations

import math
from functools import lru_cache

import numpy as np

from atlas.maps.viewports import Floats

_UNSEEN = 4.0
"""Map units, half a pixel or so: a curve passes no point farther off."""

_COMMANDS = {1: "l", 2: "q", 3: "c"}
"""What SVG calls a curve of each degree, relative to its start."""

Curve = Floats
"""The control points of one piece but for its start, which is the end of the one before: one for a
straight line, two for a quadratic curve, three for a cubic; the last is its end."""


def fit(points: Floats) -> list[Curve]:
    """The curves through a row of (n, 2) map units, at least two points about as far from each
    other; one curve if one will do."""
    most = max(1, min(3, len(points) - 2))  # else it has all points on it, and swings in between
    for degree in range(1, most + 1):
        curve, farthest = _fit(points, degree)
        if farthest <= _UNSEEN:
            return [curve]
    middle = len(points) // 2
    return [*fit(points[: middle + 1]), *fit(points[middle:])]


def _fit(points: Floats, degree: int) -> tuple[Curve, float]:
    """The curve of a degree with the ends of a row that passes its points as near as can be, and
    how far it passes the farthest."""
    weights, solve = _weights(len(points), degree)
    ends = weights[:, [0, -1]] @ points[[0, -1]]
    controls = solve @ (points - ends)
    off = ends + weights[:, 1:-1] @ controls - points
    farthest = float(np.hypot(*off.T).max())
    return np.concatenate([controls, points[-1:]]), farthest


@lru_cache(maxsize=256)
def _weights(count: int, degree: int) -> tuple[Floats, Floats]:
    """How much each control point counts at each of so many points of a curve (Bernstein's
    polynomials), and what makes the inner control points of what the ends leave of the points."""
    share, at = np.linspace(0, 1, count)[:, None], np.arange(degree + 1)
    choices = np.array([math.comb(degree, one) for one in at.tolist()])
    weights: Floats = choices * share**at * (1 - share) ** (degree - at)
    return weights, np.asarray(np.linalg.pinv(weights[:, 1:-1]), dtype=np.float64)


def path_data(points: Floats) -> tuple[int, int, str]:
    """Where the path through a row of points starts, in whole units, and its data from there."""
    start = at = np.rint(points[0]).astype(int)
    data = []
    for curve in fit(points):
        whole = np.rint(curve).astype(int)
        steps = " ".join(f"{x} {y}" for x, y in (whole - at).tolist())
        data.append(_COMMANDS[len(curve)] + steps)
        at = whole[-1]
    x, y = start.tolist()
    return x, y, "".join(data).replace(" -", "-")
