"""The lines of static maps as path data, each worked out once for all viewports of a level.

Neighbouring viewports of one level lie whole map units apart (`Viewport.home`): a line has the same
path data in all of them, but for where it starts.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from atlas.maps import curves, states
from atlas.maps.arcs import Point
from atlas.maps.layout import MapLine
from atlas.maps.viewports import Floats, Viewport
from atlas.model.vocabulary import State

_SIGN = 58
"""Half the width of a sign on a line."""
_ROOM_FOR_SIGN = 400
"""Of a shorter line, its two ends would cover the sign."""

_KEPT = 10_000
"""Paths that are kept: of the largest country all, with which a page of it draws them."""

Piece = tuple[int, int, str]
"""Where a piece of a line starts, and its path data from there, relative."""


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign on a line: its middle, and its strokes."""

    x: int
    y: int
    strokes: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class LinePath:
    """What is drawn of a line: its pieces, and its signs."""

    pieces: tuple[Piece, ...]
    signs: tuple[Sign, ...]

    def moved(self, x: int, y: int) -> LinePath:
        """The same, so far to the right and down."""
        return LinePath(
            _moved(self.pieces, x, y),
            tuple(Sign(one.x + x, one.y + y, _moved(one.strokes, x, y)) for one in self.signs),
        )


class LinePaths:
    """The paths of lines in viewports; what it has worked out once it keeps."""

    def __init__(self) -> None:
        self._at_home: dict[Hashable, LinePath] = {}

    def draw(self, line: MapLine, viewport: Viewport) -> LinePath:
        """The path of a line in a viewport, in pieces where the globe is cut."""
        home = viewport.home
        key = (line.path[0], line.path[-1], len(line.path), line.bow, line.state, home)
        if key not in self._at_home:
            if len(self._at_home) >= _KEPT:
                del self._at_home[next(iter(self._at_home))]
            pieces = [home.locate(one) for one in cut(line.path, home)]
            self._at_home[key] = trace(pieces, line.state)
        return self._at_home[key].moved(*viewport.away_from_home)


def trace(pieces: Iterable[Floats], state: State) -> LinePath:
    """What is drawn of a line whose tie stands so, in `pieces` of (n, 2) map units."""
    drawn: list[Piece] = []
    signs: list[Sign] = []
    for points in pieces:
        drawn += map(curves.path_data, states.cut(points, state))
        sign = states.sign(points, state, _SIGN)
        if sign and _length(points) >= _ROOM_FOR_SIGN:
            x, y = np.rint(np.mean([stroke.mean(axis=0) for stroke in sign], axis=0)).tolist()
            signs.append(Sign(int(x), int(y), tuple(map(straight, sign))))
    return LinePath(tuple(drawn), tuple(signs))


def path_data(pieces: Iterable[Piece]) -> str:
    """The path data of pieces where they stand."""
    return "".join(f"M{x} {y}{data}" for x, y, data in pieces).replace(" -", "-")


def straight(points: Floats) -> Piece:
    """Straight lines through points, in whole units."""
    whole = np.rint(points).astype(int)
    moves = " ".join(f"{x} {y}" for x, y in np.diff(whole, axis=0).tolist())
    x, y = whole[0].tolist()
    return x, y, f"l{moves}".replace(" -", "-")


def _length(points: Floats) -> float:
    return float(np.hypot(*np.diff(points, axis=0).T).sum())


def cut(path: Sequence[Point], viewport: Viewport) -> list[list[Point]]:
    """The pieces of a line that can be drawn as one."""
    return [piece for piece in viewport.cut(path) if len(piece) > 1]


def _moved(pieces: Iterable[Piece], x: int, y: int) -> tuple[Piece, ...]:
    return tuple((at_x + x, at_y + y, data) for at_x, at_y, data in pieces)
