"""The dots of a static map: of cooperations, and of what is listed alone; of what is over, other
ones."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from markupsafe import Markup
from numpy.typing import NDArray

from atlas.maps import states
from atlas.maps.layout import CROWD, Spot, is_listed_alone
from atlas.maps.viewports import HEIGHT, WIDTH, Floats
from atlas.model.vocabulary import State

_PATH = '<path class="%s" d="%s"/>'
_DOT = '<circle class="atlas-dot%s" cx="%s" cy="%s" r="60"/>'
_CELL = 20
"""In a crowd, dots so near to each other are one."""
_RADIUS, _RADIUS_IN_CROWD = 40, 20

Stand = NDArray[np.object_]
"""How all that meets at each dot stands: its `State`."""

Points = NDArray[np.int_]
Offset = tuple[int, int]


def draw_ring(radius: int) -> str:
    """Path data of a circle from its northern point, but for a step too short to be seen."""
    return f"a{radius} {radius} 0 1 0 1 0"


def draw(spots: Sequence[Spot], units: Floats) -> Markup:
    """The dots of spots that lie at these units of the map, those that are listed alone below."""
    is_listed = np.array([is_listed_alone(spot) for spot in spots], dtype=bool)
    stand = np.array([spot.state for spot in spots], dtype=object)
    return _listed_pins(units[is_listed], stand[is_listed]) + _pins(
        units[~is_listed], stand[~is_listed]
    )


def _listed_pins(units: Floats, stand: Stand) -> Markup:
    """A path with a small mark for each place that is known from registers alone, but for those off
    the map; in a crowd, for each that is seen apart. It is a ring, or a cross where all is over."""
    seen = np.all((units > 0) & (units < (WIDTH, HEIGHT)), axis=1)
    is_crowd = int(np.count_nonzero(seen)) > CROWD
    r = _RADIUS_IN_CROWD if is_crowd else _RADIUS
    ring, cross = draw_ring(r), f"l{2 * r} {2 * r}m0-{2 * r}l-{2 * r} {2 * r}"
    paths = []
    for state, points in _by_state(units, stand, seen, is_crowd):
        look = f"atlas-listed-dots{' atlas-listed-crowd' if is_crowd else ''}{states.look(state)}"
        if state is State.ENDED:
            data = _repeat(cross, points, (-r, -r), (-r, r))
        else:
            data = _repeat(ring, points, (0, -r), (1, -r))
        paths.append(_PATH % (look, data))
    return Markup("".join(paths))  # noqa: S704 - states and numbers only


def _pins(units: Floats, stand: Stand) -> Markup:
    """A circle for each dot, given in map units; in a crowd a path for all that stand alike, and
    another that makes those hollow that are over or planned."""
    is_crowd = len(units) > CROWD
    drawn = []
    for state, points in _by_state(units, stand, np.ones(len(units), dtype=bool), is_crowd):
        look = states.look(state)
        if not is_crowd:
            drawn += [_DOT % (look, x, y) for x, y in points.tolist()]
            continue
        data = _repeat("h0", points, (0, 0), (0, 0))
        drawn.append(_PATH % (f"atlas-dots{look}", data))
        if state in (State.PLANNED, State.ENDED):
            drawn.append(_PATH % (f"atlas-dots-core{look}", data))
    return Markup("".join(drawn))  # noqa: S704 - states and numbers only


def _by_state(
    units: Floats, stand: Stand, seen: NDArray[np.bool_], is_crowd: bool
) -> Iterator[tuple[State, Points]]:
    """The points that stand in each state, in whole units, what is over first and so below."""
    for state in reversed(State):
        points = np.rint(units[seen & (stand == state)]).astype(int)
        if is_crowd:
            points = np.unique(points // _CELL * _CELL, axis=0)
        if len(points):
            yield state, points


def _repeat(mark: str, points: Points, start: Offset, end: Offset) -> str:
    """Path data of a mark at each point: it starts and ends so far from it."""
    before = np.concatenate([[(0, 0)], points[:-1] + end])
    steps = (points + start - before).tolist()
    return "".join(f"m{x} {y}{mark}" for x, y in steps).replace(" -", "-")
