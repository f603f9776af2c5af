"""The dots of a static map: of cooperations, and of what is listed alone; of what is over, other
ones."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

import numpy as np
from markupsafe import Markup
from numpy.typing import NDArray

from atlas.maps import states
from atlas.maps.layout import CROWD, Spot, is_listed_alone
from atlas.maps.viewports import HEIGHT, WIDTH, Floats

_PATH = '<path class="%s" d="%s"/>'
_DOTS = '<g class="atlas-dot%s">%s</g>'
_DOT = '<circle cx="%s" cy="%s" r="60"/>'
_CELL = 20
"""In a crowd, dots so near to each other are one."""
_RADIUS, _RADIUS_IN_CROWD = 40, 20

Points = NDArray[np.int_]
_Located = tuple[Spot, Floats]
Offset = tuple[int, int]


def draw_ring(radius: int) -> str:
    """Path data of a circle from its northern point, but for a step too short to be seen."""
    return f"a{radius} {radius} 0 101 0"


def draw(spots: Sequence[Spot], units: Floats) -> Markup:
    """The dots of spots that lie at these units of the map, those that are listed alone below."""
    located = list(zip(spots, units, strict=True))
    listed = [one for one in located if is_listed_alone(one[0]) and _is_on_map(one[1])]
    others = [one for one in located if not is_listed_alone(one[0])]
    return Markup("".join([*_listed_pins(listed), *_pins(others)]))  # noqa: S704 - numbers only


def _listed_pins(located: Sequence[_Located]) -> Iterator[str]:
    """A path with a small mark for each place that is known from registers alone; in a crowd, for
    each that is seen apart. It is a ring, or a cross where nothing goes on."""
    is_crowd = len(located) > CROWD
    r = _RADIUS_IN_CROWD if is_crowd else _RADIUS
    ring, cross = draw_ring(r), f"l{2 * r} {2 * r}m0-{2 * r}l-{2 * r} {2 * r}"
    for look, is_past, points in _alike(located, is_crowd=is_crowd):
        if is_past:
            data = _repeat(cross, points, (-r, -r), (-r, r))
        else:
            data = _repeat(ring, points, (0, -r), (1, -r))
        crowd = " atlas-listed-crowd" if is_crowd else ""
        yield _PATH % (f"atlas-listed-dots{crowd}{look}", data)


def _pins(located: Sequence[_Located]) -> Iterator[str]:
    """A circle for each dot; in a crowd a path for all that stand alike, and another that makes
    those hollow where nothing goes on."""
    is_crowd = len(located) > CROWD
    for look, is_past, points in _alike(located, is_crowd=is_crowd):
        if not is_crowd:
            yield _DOTS % (look, "".join(_DOT % (x, y) for x, y in points.tolist()))
            continue
        data = _repeat("h0", points, (0, 0), (0, 0))
        yield _PATH % (f"atlas-dots{look}", data)
        if is_past:
            yield _PATH % (f"atlas-dots-core{look}", data)


def _is_on_map(at: Floats) -> bool:
    return bool(np.all((at > 0) & (at < (WIDTH, HEIGHT))))


def _alike(located: Sequence[_Located], *, is_crowd: bool) -> Iterator[tuple[str, bool, Points]]:
    """The points in whole units of those dots that look alike, where nothing goes on first and so
    below: their further classes, and whether they are of that kind."""
    alike: defaultdict[tuple[bool, str], list[Floats]] = defaultdict(list)
    for spot, at in located:
        look = states.look(spot.state) + (" atlas-gone" if spot.is_gone else "")
        alike[not spot.is_past, look].append(at)
    for (goes_on, look), found in sorted(alike.items(), key=lambda one: one[0]):
        points = np.rint(np.array(found)).astype(int)
        if is_crowd:
            points = np.unique(points // _CELL * _CELL, axis=0)
        yield look, not goes_on, points


def _repeat(mark: str, points: Points, start: Offset, end: Offset) -> str:
    """Path data of a mark at each point: it starts and ends so far from it."""
    before = np.concatenate([[(0, 0)], points[:-1] + end])
    steps = (points + start - before).tolist()
    return "".join(f"m{x} {y}{mark}" for x, y in steps).replace(" -", "-")
