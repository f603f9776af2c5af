"""Where the globe is cut for a map: not between places that lie close together across ±180.

One rule for maps that are moved and for pictures; for maps of visitors' own making,
`client/outliers.js` has it too.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

from atlas.maps.arcs import Point
from atlas.maps.outlines import Bounds

Meridian = Literal[0, 180]
"""What a picture has in its middle. Around 180 the Pacific is whole, and Africa is cut."""


def western_edge(longitudes: Iterable[float]) -> float:
    """Where the 360 degrees that a map shows begin.

    At -180, unless the places lie closer together across ±180 (Fiji and Samoa): then the middle
    of the widest stretch without a place.
    """
    around = sorted(set(longitudes))
    if len(around) < 2:
        return -180.0
    gaps = [(after - before, before) for before, after in zip(around, around[1:], strict=False)]
    widest, west = max(gaps)
    if around[-1] - around[0] < 180 or 360 - widest >= 180:
        return -180.0
    return west + widest / 2


def choose(points: Sequence[Point], boxes: Iterable[Bounds]) -> Meridian:
    """The meridian in the middle of a picture of these points or, if there are none, boxes."""
    longitudes = [lon for lon, _ in points] or [(west + east) / 2 for west, _, east, _ in boxes]
    return 0 if western_edge(longitudes) == -180 else 180
