"""How a line shows that its tie is paused, planned or over: by what is missing of it, and by a sign
in the gap, so that neither its colour nor its dashes, which tell the forms apart, are needed.

A tie that has ended lacks its middle, one that is paused has a gap there, and one that is planned
reaches neither of its ends. `client/states.js` does the same for maps that are moved.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from atlas.maps.viewports import Floats
from atlas.model.vocabulary import State

PARTS: dict[State, tuple[tuple[float, float], ...]] = {
    State.ONGOING: ((0.0, 1.0),),
    State.PAUSED: ((0.0, 0.42), (0.58, 1.0)),
    State.PLANNED: ((0.15, 0.42), (0.58, 0.85)),
    State.ENDED: ((0.0, 0.3), (0.7, 1.0)),
}
"""What is drawn of a line, from and to which share of its length."""

_ROUND = np.linspace(0, 2 * np.pi, 13)
_SIGNS: dict[State, tuple[Sequence[tuple[float, float]], ...]] = {
    State.ONGOING: (),
    State.PAUSED: (((-0.4, -0.8), (-0.4, 0.8)), ((0.4, -0.8), (0.4, 0.8))),
    State.PLANNED: (tuple(zip(0.75 * np.cos(_ROUND), 0.75 * np.sin(_ROUND), strict=True)),),
    State.ENDED: (((-0.7, -0.7), (0.7, 0.7)), ((-0.7, 0.7), (0.7, -0.7))),
}
"""Two bars, a ring or a cross, of strokes within a circle that is 1 in radius; a line that they are
on runs from left to right."""


def look(state: State) -> str:
    """The class of what is drawn of a tie or a place that is not ongoing, after a blank."""
    return "" if state is State.ONGOING else f" atlas-state-{state}"


def cut(line: Floats, state: State) -> list[Floats]:
    """What is drawn of a line, (n, 2) points, whose tie stands so."""
    if state is State.ONGOING:
        return [line]
    lengths = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(line, axis=0), axis=1))])
    return [_between(line, lengths, *part) for part in PARTS[state]]


def sign(line: Floats, state: State, size: float) -> list[Floats]:
    """The strokes of the sign in the middle of a line, which turns with it; none if it is ongoing.
    A cross stays upright: on a line that climbs it would be a plus.

    `size` is half the width of the sign, in the units of the line.
    """
    lengths = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(line, axis=0), axis=1))])
    before, middle, after = (_at(line, lengths, share) for share in (0.45, 0.5, 0.55))
    along = after - before
    length = float(np.linalg.norm(along))
    dx, dy = along / length if length and state is not State.ENDED else (1.0, 0.0)
    turn = np.array([[dx, dy], [-dy, dx]]) * size
    return [middle + np.array(stroke) @ turn for stroke in _SIGNS[state]]


def _between(line: Floats, lengths: Floats, start: float, end: float) -> Floats:
    """The part of a line from one share of its length to another, in as many points or fewer, all
    as far from each other."""
    inner = (lengths > start * lengths[-1]) & (lengths < end * lengths[-1])
    shares = np.linspace(start, end, np.count_nonzero(inner) + 2) * lengths[-1]
    return np.column_stack([np.interp(shares, lengths, axis) for axis in line.T])


def _at(line: Floats, lengths: Floats, share: float) -> Floats:
    x, y = (np.interp(share * lengths[-1], lengths, axis) for axis in line.T)
    return np.array([x, y])
