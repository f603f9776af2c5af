"""Thousands of lines as fewer: those between the same two neighbourhoods become one."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from atlas.maps import arcs
from atlas.maps.arcs import Point
from atlas.maps.layout import CROWD, MapLine, Spot
from atlas.maps.viewports import Floats, Viewport
from atlas.model.vocabulary import State

_CELLS = (60, 120, 240, 480, 960, 1920)
"""Sides, in map units, of the neighbourhoods to try."""

_BOW = 0.05


@dataclass(frozen=True, slots=True)
class Bundle:
    """Lines of one form and state between two points (WGS 84 degrees), and how many they are."""

    form: str
    state: State
    path: tuple[Point, ...]
    count: int


def join(lines: Sequence[MapLine], spots: Sequence[Spot], viewport: Viewport) -> list[Bundle]:
    """The lines of a crowd, those between the same two neighbourhoods as one, which joins their
    foremost places.

    The neighbourhoods are as small as allows no more than CROWD bundles, or the largest.
    """
    at = {place: number for number, spot in enumerate(spots) for place in spot.places}
    ends = [((line.form, line.state), at[line.places[0]], at[line.places[1]]) for line in lines]
    units = viewport.locate([spot.at for spot in spots])
    found: Counter[tuple[tuple[str, State], int, int]] = Counter()
    for cell in _CELLS:
        lead = _leads(units, spots, cell)
        found = Counter(
            (look, min(lead[a], lead[b]), max(lead[a], lead[b]))
            for look, a, b in ends
            if lead[a] != lead[b]
        )
        if len(found) <= CROWD:
            break
    beside: Counter[tuple[int, int]] = Counter()
    bundles = []
    for (look, a, b), count in found.items():
        turn = beside[a, b]
        beside[a, b] += 1
        bow = _BOW * math.ceil(turn / 2) * (1 if turn % 2 else -1)
        bundles.append(Bundle(*look, arcs.bow_arc(spots[a].at, spots[b].at, bow), count))
    return bundles


def _leads(units: Floats, spots: Sequence[Spot], cell: int) -> list[int]:
    """For each spot the number of the foremost one in its neighbourhood."""
    first: dict[tuple[int, int], int] = {}
    cells = [(x, y) for x, y in (units // cell).astype(int).tolist()]
    ranked = sorted(range(len(spots)), key=lambda one: spots[one].rank)
    for one in ranked:
        first.setdefault(cells[one], one)
    return [first[each] for each in cells]
