"""What the legend of a map says of time: how lines show that their ties are paused, planned or
over, which places are so, and what a map is without what is not of now."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

import numpy as np
from markupsafe import Markup

from atlas.graph.scene import Scene
from atlas.graph.states import States, find_liveliest
from atlas.maps import states
from atlas.maps.layout import is_listed_alone, join_pins
from atlas.maps.svg_pins import draw_ring
from atlas.maps.viewports import Floats
from atlas.model.vocabulary import NOW, State

_SVG = Markup(
    '<svg class="%s" viewBox="0 0 %s 12" width="%s" height="12" aria-hidden="true"'
    ' focusable="false">%s</svg>'
)
_PATH = Markup('<path class="%s" d="%s"/>')
_LINE = np.array([(2.0, 6.0), (46.0, 6.0)])
_SIGN, _BACK = 3.6, 5
_HOLLOW = Markup('<circle class="atlas-dot%s" cx="6" cy="6" r="4"/>') % states.look(State.ENDED)
_CROSS = _PATH % (f"atlas-listed-dots{states.look(State.ENDED)}", "M2.5 2.5l7 7m0-7l-7 7")
_PLACES = {
    is_listed: _SVG % ("atlas-legend-dot", 12, 12, mark)
    for is_listed, mark in ((False, _HOLLOW), (True, _CROSS))
}
"""The mark of a place where nothing goes on, and of one that is listed alone."""


@dataclass(frozen=True, slots=True)
class StateCounts:
    """How many cooperations, or listed pairs, of a map stand in each state."""

    states: Counter[State]

    @property
    def ever(self) -> int:
        """All of them."""
        return self.states.total()

    @property
    def now(self) -> int:
        """Those that are shown of today."""
        return sum(self.states[state] for state in NOW)

    def __add__(self, other: StateCounts) -> StateCounts:
        return StateCounts(self.states + other.states)


def entries(scene: Scene, others: Iterable[State] = ()) -> tuple[tuple[State, Markup], ...]:
    """The states of the lines and places on a map, and of `others`, each with a sample; none if all
    is ongoing."""
    lines = {tie.state for tie in scene.ties} | {line.state for line in scene.listed}
    places = {spot.state for spot in join_pins(scene.pins)}
    shown = [state for state in State if state in {*lines, *places, *others}]
    return tuple((state, _draw_line(state)) for state in shown) if shown != [State.ONGOING] else ()


def past_places(scene: Scene) -> Markup:
    """A sample of the places where nothing goes on, of either tier; empty if there are none."""
    past = {is_listed_alone(spot) for spot in join_pins(scene.pins) if spot.is_past}
    return Markup(" ").join(_PLACES[is_listed] for is_listed in sorted(past))


@lru_cache(maxsize=16)
def count_cooperations(scene: Scene) -> StateCounts:
    """The cooperations of a map, each as it stands at the liveliest of its places there."""
    return _count((pin.cooperations, pin.states) for pin in scene.pins)


@lru_cache(maxsize=16)
def count_listed(scene: Scene) -> StateCounts:
    """The pairs of a map that registers list."""
    return _count((pin.listed, pin.states) for pin in scene.pins)


def stylesheet() -> str:
    """What a map is without where only «now» is chosen: also a picture, without a script."""
    past = ", ".join(f".atlas-state-{state}" for state in State if state not in NOW)
    return (
        ':is(.atlas-map-block, .atlas-picture):has(.atlas-time[value="now"]:checked)\n'
        f"  .atlas-still :is({past}) {{\n  display: none;\n}}\n"
    )


def _count(found: Iterable[tuple[Iterable[str], States]]) -> StateCounts:
    stands: dict[str, State] = {}
    for ids, others in found:
        known = dict(others)
        for id_ in ids:
            state = known.get(id_, State.ONGOING)
            stands[id_] = find_liveliest((state, stands.get(id_, state)))
    return StateCounts(Counter(stands.values()))


@cache
def _draw_line(state: State) -> Markup:
    look = states.look(state)
    line = _path_data(states.cut(_LINE, state))
    drawn = _PATH % (f"atlas-tie atlas-tie-any{look}", line)
    if signs := states.sign(_LINE, state, _SIGN):
        drawn += _PATH % (f"atlas-sign-back{look}", f"M24 {6 - _BACK}{draw_ring(_BACK)}")
        drawn += _PATH % (f"atlas-sign{look}", _path_data(signs))
    return _SVG % ("atlas-legend-line", 48, 48, drawn)


def _path_data(lines: Iterable[Floats]) -> str:
    return "".join(
        "M" + "L".join(f"{x:g} {y:g}" for x, y in np.round(line, 1).tolist()) for line in lines
    )
