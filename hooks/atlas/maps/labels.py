"""Where the names of pinned places go on a static map: on the map, and on nothing else."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from atlas.maps.viewports import HEIGHT, WIDTH, Floats

Anchor = Literal["start", "middle", "end"]
Box = tuple[float, float, float, float]

_MOST = 12
"""Names on a map."""

_SIZE = 250
_PER_LETTER = 0.58
_GAP = 130
_PIN = 95
_EDGE = 60
_DOUBT = 40
_BASELINE = 0.36
_MOST_SLID = 0.2
"""How much of its width a name above or below its pin may slide aside to stay on the map: on large
screens, where letters are smaller, the pin is under it still."""


@dataclass(frozen=True, slots=True)
class PlaceLabel:
    """A name and where it stands: its baseline, and which end of it (in SVG's sense) is at x. `of`
    is the number of its pin, counted from the first arrow."""

    text: str
    x: int
    y: int
    anchor: Anchor
    rtl: bool
    of: int


def place(
    names: Sequence[tuple[int, int, str]], arrows: Sequence[tuple[int, int, str]] = ()
) -> list[PlaceLabel]:
    """Labels for pins given as x, y and name, in map units, the foremost first.

    `arrows` are tips of arrows at the edge, whose names go first. A name that would be cut off or
    cover another name or pin in every position is left out, and so are those beyond twelve. The
    room reckoned with is that of small screens, on which the letters are largest.
    """
    spots = [*arrows, *names]
    dots = np.array([(x, y) for x, y, _ in spots], dtype=np.float64).reshape(-1, 2)
    taken = np.concatenate([dots - _PIN, dots + _PIN], axis=1)
    labels: list[PlaceLabel] = []
    for at, (x, y, name) in enumerate(spots):
        if not name or len(labels) >= _MOST:
            continue
        for label, box in _positions(x, y, name, at, is_arrow=at < len(arrows)):
            if _on_map(box) and not _is_taken(box, at, taken) and _is_nearest(box, at, dots):
                labels.append(label)
                taken = np.concatenate([taken, [box]])
                break
    return labels


def _positions(
    x: int, y: int, name: str, of: int, *, is_arrow: bool
) -> Iterator[tuple[PlaceLabel, Box]]:
    """The positions to try, best first: beside the pin towards the middle of the map, or above or
    below it; beside an arrow rather above or below its line."""
    width, rtl = _SIZE * _PER_LETTER * len(name), _is_rtl(name)
    right_first = x <= WIDTH / 2
    for lift in (-250, 250, -400, 400, 0) if is_arrow else (0, -185, 185, -330, 330):
        for right in (right_first, not right_first):
            left_edge = x + _GAP if right else x - _GAP - width
            anchor: Anchor = "start" if right != rtl else "end"
            at, middle = x + (_GAP if right else -_GAP), y + lift
            yield (
                PlaceLabel(name, at, _baseline(middle), anchor, rtl, of),
                _room(left_edge, middle, width),
            )
    left_edge = min(max(x - width / 2, _EDGE), WIDTH - _EDGE - width)
    if abs(left_edge - (x - width / 2)) <= width * _MOST_SLID:
        at = round(left_edge + width / 2)
        for middle in (y - 280, y + 280):
            yield (
                PlaceLabel(name, at, _baseline(middle), "middle", rtl, of),
                _room(left_edge, middle, width),
            )


def _baseline(middle: int) -> int:
    return round(middle + _SIZE * _BASELINE)


def _room(left: float, middle: int, width: float) -> Box:
    return left, middle - _SIZE * 0.6, left + width, middle + _SIZE * 0.6


def _on_map(box: Box) -> bool:
    return (
        box[0] >= _EDGE and box[1] >= _EDGE and box[2] <= WIDTH - _EDGE and box[3] <= HEIGHT - _EDGE
    )


def _is_taken(box: Box, at: int, taken: Floats) -> bool:
    """Whether a box lies over another than that of its own number."""
    left, top, right, bottom = taken.T
    covered = (box[0] < right) & (left < box[2]) & (box[1] < bottom) & (top < box[3])
    covered[at] = False
    return bool(covered.any())


def _is_nearest(box: Box, at: int, dots: Floats) -> bool:
    """Whether no other dot is so much nearer to a name that the name would seem to be its."""
    away = np.maximum(np.maximum(box[:2] - dots, dots - box[2:]), 0)
    lengths = np.hypot(*away.T)
    return bool(lengths[at] <= lengths.min() + _DOUBT)


def _is_rtl(text: str) -> bool:
    """Whether the first letter with a direction runs from right to left (Unicode rules P2, P3)."""
    kinds = (unicodedata.bidirectional(letter) for letter in text)
    return next((kind for kind in kinds if kind in {"L", "R", "AL"}), "L") != "L"
