"""Where the globe is cut for a map: not through what the map shows, and not close beside it.

One rule for maps that are moved and for pictures; for maps of visitors' own making,
`client/framing.js` has it too.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from atlas.maps.arcs import Point
from atlas.maps.outlines import Bounds

Meridian = int
"""What a map has in its middle: 0 or another multiple of 30, up to 330. Around 180 the Pacific is
whole, and Africa is cut."""

Span = tuple[float, float]
"""Longitudes from west to east, running on beyond 180."""

_STEP = 30
_MERIDIANS = np.arange(0, 360, _STEP)
_CLEAR = 20.0
"""Degrees between the cut and what is shown, so that the land around it is whole as well."""


def choose(
    points: Iterable[Point], lines: Iterable[Sequence[Point]] = (), boxes: Iterable[Bounds] = ()
) -> Meridian:
    """The meridian in the middle of a map of these points, lines and boxes.

    Its cut, on the other side of the globe, goes through as few lines and boxes as can be, and not
    between what lies on one half of the globe; of such meridians it is one whose cut lies clear of
    all. 0 is chosen if it is one of these, else what is nearest to the middle of the map, or to 0
    if the map goes more than half around the globe.
    """
    longitudes = [(line[0][0], line[-1][0]) for line in lines]
    spans = [(min(ends), max(ends)) for ends in longitudes]
    spans += [(west, east) for west, _, east, _ in boxes]
    around = _unite([*spans, *((lon, lon) for lon, _ in points)])
    if not around:
        return 0
    west, east = _find_whole(around)
    if east - west <= 180:
        spans.append((west, east))
    middle = (west + east) / 2 if east - west <= 180 else 0.0
    cut = _count(spans, _MERIDIANS - 180, 0)
    near = _count(around, _MERIDIANS - 180, _CLEAR) > 0
    away = np.abs((_MERIDIANS - middle + 180) % 360 - 180)
    return int(_MERIDIANS[np.lexsort((away, _MERIDIANS != 0, near, cut))[0]])


def _count(spans: Sequence[Span], cuts: NDArray[np.int_], margin: float) -> NDArray[np.int_]:
    """How many of the spans, wider by a margin, each cut goes through."""
    west, east = np.array(spans, dtype=float).reshape(-1, 2).T
    beyond = (cuts[:, np.newaxis] - (west - margin)) % 360
    through = (beyond > 0) & (beyond < east - west + 2 * margin)
    many: NDArray[np.int_] = np.count_nonzero(through, axis=1)
    return many


def _unite(spans: Iterable[Span]) -> list[Span]:
    """The spans with those joined that meet, in their order from -180 eastwards."""
    turned = sorted(
        (west - turn, min(east, west + 360) - turn)
        for west, east in spans
        for turn in (360 * np.floor((west + 180) / 360),)
    )
    united: list[Span] = []
    for west, east in turned:
        if united and west <= united[-1][1]:
            united[-1] = united[-1][0], max(united[-1][1], east)
        else:
            united.append((west, east))
    while len(united) > 1 and united[-1][1] - 360 >= united[0][0]:  # meets the first from behind
        (_, first), (west, east) = united.pop(0), united.pop()
        united.append((west, max(east, first + 360)))
    return united


def _find_whole(around: Sequence[Span]) -> Span:
    """From one side of the widest empty stretch to the other."""
    starts = [west for west, _ in around[1:]] + [around[0][0] + 360]
    gap, west = max((start - east, start) for (_, east), start in zip(around, starts, strict=True))
    return west, west + 360 - gap
