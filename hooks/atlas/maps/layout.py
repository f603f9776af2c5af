"""From a scene to what is drawn: dots and lines, those that would lie upon each other joined."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from atlas.graph.scene import ListedLine, Pin, Scene, Tie
from atlas.graph.states import States, combine, find_liveliest
from atlas.maps.arcs import Point, bow_arc, great_circle
from atlas.maps.legend import LISTED, group_of
from atlas.model.vocabulary import NOW, State

_BOW, _WIDEST_BOW = 0.06, 0.3
CROWD = 400
"""Of more lines than this no eye follows one on its own: a picture draws them with less care."""

_EVERY = 4
"""In a crowd, every fourth point of a line is enough."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A dot: a point (WGS 84 degrees), the places that lie there, the cooperations that meet, and
    the listed pairs; how those stand there that are not ongoing, and whether the places are no
    more."""

    at: Point
    places: tuple[str, ...]
    cooperations: tuple[str, ...]
    listed: tuple[str, ...] = ()
    states: States = ()
    is_gone: bool = False

    @property
    def is_past(self) -> bool:
        """Whether nothing goes on here: all is over or planned, or the places are no more."""
        return self.is_gone or self.state not in NOW

    @property
    def state(self) -> State:
        """How all that meets here stands; it has ended only if all of it has."""
        return combine((*self.cooperations, *self.listed), self.states)

    @property
    def rank(self) -> tuple[int, int]:
        """What sorts the foremost first: by how many cooperations meet, then by what is listed."""
        return -len(self.cooperations), -len(self.listed)


@dataclass(frozen=True, slots=True)
class MapLine:
    """A line: its points with longitudes that run on, its two places, the cooperations it is.

    The points run from the first place to the second; `bow` says how far they are bent aside (see
    `arcs.bow_arc`). All the cooperations belong to one group of the legend; `form` is the first
    one's form. A line of the form LISTED is no cooperation but a pair that registers list. `state`
    is how the tie of the two places stands in all of them.
    """

    form: str
    path: tuple[Point, ...]
    places: tuple[str, str]
    cooperations: tuple[str, ...]
    bow: float = 0.0
    state: State = State.ONGOING


@dataclass(frozen=True, slots=True)
class Drawing:
    """The dots and lines of a map, those of listed pairs first, so that they lie below all others.
    Nothing here depends on a language."""

    spots: tuple[Spot, ...]
    lines: tuple[MapLine, ...]


def is_listed_alone(place: Pin | Spot) -> bool:
    """Whether a place is known from registers, and from no cooperation."""
    return bool(place.listed) and not place.cooperations


def shows_listed(scene: Scene) -> bool:
    """Whether a map shows anything that registers list."""
    return any(pin.listed for pin in scene.pins)


def is_blank(scene: Scene) -> bool:
    """True if there is nothing to draw: no pinned place and no country to shade."""
    return not scene.pins and not scene.countries


def drawn_as_lines(scene: Scene) -> set[str]:
    """The cooperations that are lines on the map: those with a tie between two points."""
    points = {pin.place: _at(pin) for pin in scene.pins}
    return {tie.cooperation for tie in scene.ties if points[tie.a] != points[tie.b]}


def listed_lines(scene: Scene) -> list[ListedLine]:
    """The listed pairs that are lines on the map."""
    points = {pin.place: _at(pin) for pin in scene.pins}
    return [line for line in scene.listed if points[line.a] != points[line.b]]


def draw(scene: Scene) -> Drawing:
    """Work out the dots and lines of `scene`. Raises KeyError if a tie's place is not pinned."""
    return Drawing(join_pins(scene.pins), (*_listed_lines(scene), *_lines(scene)))


@lru_cache(maxsize=16)  # those of a map are asked for by each thing it says, in each language
def join_pins(pins: tuple[Pin, ...]) -> tuple[Spot, ...]:
    """A dot for each point, in the order of the first pin there."""
    together: defaultdict[Point, list[Pin]] = defaultdict(list)
    for pin in pins:
        together[_at(pin)].append(pin)
    return tuple(
        Spot(
            at,
            tuple(pin.place for pin in there),
            tuple(dict.fromkeys(each for pin in there for each in pin.cooperations)),
            tuple(dict.fromkeys(each for pin in there for each in pin.listed)),
            _join_states(there),
            all(pin.is_gone for pin in there),
        )
        for at, there in together.items()
    )


def _join_states(pins: Sequence[Pin]) -> States:
    """How what meets at several places at one point stands there: as it does at the liveliest."""
    if not any(pin.states for pin in pins):
        return ()
    found: defaultdict[str, list[State]] = defaultdict(list)
    for pin in pins:
        known = dict(pin.states)
        for id_ in (*pin.cooperations, *pin.listed):
            found[id_].append(known.get(id_, State.ONGOING))
    liveliest = {id_: find_liveliest(states) for id_, states in found.items()}
    return tuple((id_, state) for id_, state in liveliest.items() if state is not State.ONGOING)


def _listed_lines(scene: Scene) -> Iterator[MapLine]:
    """A line for each listed pair, never bent: no two of them join the same places."""
    points = {pin.place: _at(pin) for pin in scene.pins}
    for line in listed_lines(scene):
        path = great_circle(points[line.a], points[line.b])
        path = _thinned(path, len(scene.listed))
        yield MapLine(LISTED, path, (line.a, line.b), (), state=line.state)


def _thinned(path: tuple[Point, ...], lines: int) -> tuple[Point, ...]:
    """A path with the points that it needs on a map of so many lines."""
    return (*path[:-1:_EVERY], path[-1]) if lines > CROWD else path


def _lines(scene: Scene) -> Iterator[MapLine]:
    """One line for each pair of places, group of forms, and way in which ties stand.

    Lines with nearly the same ends (the communes of one town and one partner) would hide each
    other, so all but the first of such a bundle are bent.
    """
    points = {pin.place: _at(pin) for pin in scene.pins}
    strands: defaultdict[tuple[str, str, int, State], list[Tie]] = defaultdict(list)
    for tie in scene.ties:
        a, b = sorted((tie.a, tie.b))
        if points[a] != points[b]:
            strands[a, b, group_of(tie.form), tie.state].append(tie)
    bundles: defaultdict[object, list[tuple[str, str, list[Tie]]]] = defaultdict(list)
    for (a, b, *_), ties in strands.items():
        bundles[_bundle(points[a], points[b])].append((a, b, ties))
    for bundle in bundles.values():
        for turn, (a, b, ties) in enumerate(bundle):
            places = a, b = ties[0].a, ties[0].b
            flip = 1 if points[a] < points[b] else -1
            bow = flip * _bow(turn, len(bundle))
            path = _thinned(bow_arc(points[a], points[b], bow), len(strands))
            cooperations = tuple(dict.fromkeys(tie.cooperation for tie in ties))
            yield MapLine(ties[0].form, path, places, cooperations, bow, ties[0].state)


def _bundle(a: Point, b: Point) -> object:
    """The same for lines whose ends lie within about a fortieth of their length."""
    length = math.dist(a, b)
    cell = 2.0 ** round(math.log2(length)) / 40
    return cell, frozenset((round(lon / cell), round(lat / cell)) for lon, lat in (a, b))


def _bow(turn: int, count: int) -> float:
    """0, then a bend to one side, to the other, and wider, up to three tenths of the length."""
    step = min(_BOW, _WIDEST_BOW / max(1, count // 2))
    return step * ((turn + 1) // 2) * (1 if turn % 2 else -1)


def _at(pin: Pin) -> Point:
    """A pin's point to 4 decimals (about 11 m)."""
    return round(pin.lon, 4), round(pin.lat, 4)
