"""Static maps: an inline SVG that needs no script, prints well and takes its colours from CSS."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from markupsafe import Markup

from atlas.graph.scene import Scene
from atlas.maps import extent, meridian, states, svg_paths, svg_pins
from atlas.maps.arcs import great_circle
from atlas.maps.arrows import Arrow, leave
from atlas.maps.basemaps import Basemaps
from atlas.maps.countries import trace_edge
from atlas.maps.labels import PlaceLabel, place
from atlas.maps.layout import CROWD, Drawing, Spot, draw, is_listed_alone
from atlas.maps.line_paths import LinePaths
from atlas.maps.outliers import frame, lines_between, lines_out
from atlas.maps.outlines import Bounds
from atlas.maps.viewports import HEIGHT, WIDTH, Floats, Viewport, around, cut, project
from atlas.model.vocabulary import State

_EDGE = 70
"""Map units between an arrow and the edge of the map."""

_MAP = Markup(
    '<svg class="atlas-still" role="img" aria-labelledby="%(name)s-title %(name)s-desc"'
    ' viewBox="0 0 %(width)s %(height)s" direction="ltr">'
    '<title id="%(name)s-title">%(title)s</title><desc id="%(name)s-desc">%(description)s</desc>'
    '<rect class="atlas-sea" width="%(width)s" height="%(height)s"/>'
    '<use class="atlas-land" href="%(base)s#land"/>'
    "%(shaded)s%(dots)s%(ties)s%(pins)s%(labels)s</svg>"
)
_SHADED = Markup('<g class="atlas-shaded">%s</g>')
_COUNTRY = Markup('<use href="%s#c-%s"/>')
_DOT = Markup('<circle class="atlas-shaded atlas-shaded-dot" cx="%s" cy="%s" r="55"/>')
_LABELS = Markup('<g class="%s">%s</g>')
_LABEL = Markup('<text x="%s" y="%s"%s%s>%s</text>')
_ANCHORS = {
    "start": "",
    "middle": Markup(' text-anchor="middle"'),
    "end": Markup(' text-anchor="end"'),
}
_RTL = Markup(' direction="rtl"')
_LISTED = "atlas-listed"
"""The class of what stands on a map for what is listed alone."""

_KEPT = 16
"""Drawings that are kept: a page asks for its own several times, and in each language."""

_Out = tuple[int, str, State, Arrow]


@dataclass(frozen=True, slots=True)
class _StaticMap:
    """What a scene's map is in every language: its viewport, and its parts as markup."""

    viewport: Viewport
    shaded: tuple[str, ...]
    dots: Markup
    ties: Markup
    pins: Markup
    arrows: tuple[_Named, ...]
    named: tuple[_Named, ...]


@dataclass(frozen=True, slots=True)
class _Named:
    """A point of the map that may bear the names of its places, and the classes of its label."""

    x: int
    y: int
    places: tuple[str, ...]
    look: str

    @classmethod
    def at(cls, point: Floats, spot: Spot) -> _Named:
        """That of a spot, wherever its name is to go."""
        x, y = np.rint(point).astype(int).tolist()
        listed = f" {_LISTED}" if is_listed_alone(spot) else ""
        return cls(x, y, spot.places, f"atlas-label{listed}{states.look(spot.state)}")


class StaticMaps:
    """Draws the static maps of a site, each scene's geometry once for all languages.

    `geojson` is the country outlines. `take_backgrounds` gives what the
    maps lie on.
    """

    def __init__(self, geojson: Mapping[str, Any]) -> None:
        self._basemaps = Basemaps(geojson)
        self._lines = LinePaths()
        self._maps: dict[Scene, _StaticMap | None] = {}

    def svg(
        self, scene: Scene, *, title: str, description: str, names: Mapping[str, str], root: str
    ) -> Markup | None:
        """The map as markup to put into a page, or None if there is nothing to show.

        `title` and `description` are read out in its stead. `names` are the places' names by id;
        those with the most cooperations are labelled, where there is room. `root` leads from the
        page to the root of the site ("../../"), where the backgrounds lie.
        """
        still = self._map_of(scene)
        if still is None:
            return None
        base = root + self._basemaps.path(still.viewport)
        return _MAP % {
            "name": f"still-{scene.name}",
            "title": title,
            "description": description,
            "width": WIDTH,
            "height": HEIGHT,
            "base": base,
            "shaded": _shade(base, still.shaded),
            "dots": still.dots,
            "ties": still.ties,
            "pins": still.pins,
            "labels": _labels(still, names),
        }

    def marks_tiny_countries(self, scene: Scene) -> bool:
        """Whether the map marks countries too small to be seen, which its legend must explain."""
        still = self._map_of(scene)
        return still is not None and bool(still.dots)

    def take_backgrounds(self) -> Iterator[tuple[str, str]]:
        """Path (from the root of the site) and text of every background that the maps drawn since
        the last time use."""
        return self._basemaps.take()

    def _map_of(self, scene: Scene) -> _StaticMap | None:
        """What the scene is drawn as. A town and its council are two scenes with one drawing."""
        unnamed = replace(scene, name="")
        if unnamed not in self._maps:
            if len(self._maps) >= _KEPT:
                del self._maps[next(iter(self._maps))]
            self._maps[unnamed] = self._render(scene)
        return self._maps[unnamed]

    def _render(self, scene: Scene) -> _StaticMap | None:
        drawing, boxes = draw(scene), self._boxes(scene)
        framed = frame(drawing, boxes)
        viewport = _viewport(drawing, framed.outside, boxes)
        if viewport is None:
            return None
        near = [spot for at, spot in enumerate(drawing.spots) if at not in framed.far]
        units = viewport.locate([spot.at for spot in near])
        lines = lines_between(drawing, framed.far)
        arrows = _arrows(drawing, framed.far, viewport)
        dots = [self._basemaps.dot(viewport, code) for code in scene.countries]
        ranked = sorted(zip(units, near, strict=True), key=lambda one: one[1].rank)
        if len(ranked) > CROWD:
            ranked = [one for one in ranked if not is_listed_alone(one[1])]
        return _StaticMap(
            viewport,
            tuple(code for code in scene.countries if self._basemaps.shows(viewport, code)),
            Markup("").join(_DOT % dot for dot in dots if dot),
            svg_paths.ties(lines, drawing.spots, viewport, self._lines)
            + svg_paths.arrows([(form, state, arrow) for _, form, state, arrow in arrows]),
            svg_pins.draw(near, units),
            _first_arrows(drawing, arrows),
            tuple(_Named.at(*one) for one in ranked) if len(ranked) <= CROWD else (),
        )

    def _boxes(self, scene: Scene) -> list[Bounds]:
        """The countries to show with the pins; those that are shaded, if nothing is pinned."""
        bounds = self._basemaps.bounds
        if scene.pins:
            return extent.boxes(scene, bounds)
        return [bounds[code] for code in scene.countries if code in bounds]


def _viewport(
    drawing: Drawing, outside: frozenset[int], boxes: Sequence[Bounds]
) -> Viewport | None:
    """What shows the boxes, and all that is drawn but what may lie outside; None if there is
    neither."""
    held = [spot.at for at, spot in enumerate(drawing.spots) if at not in outside]
    lines = lines_between(drawing, outside)
    middle = meridian.choose(held, [line.path for line in lines], boxes)
    path = [at for one in lines for at in itertools.chain(*cut(one.path, middle))]
    shown = [*(trace_edge(box, middle) for box in boxes), project([*path, *held], middle)]
    return around(np.concatenate(shown), middle) if any(map(len, shown)) else None


def _arrows(drawing: Drawing, far: frozenset[int], viewport: Viewport) -> list[_Out]:
    """An arrow for each line that leads out, with the far dot's number and the line's form ("" for
    a dot without a line, to which an arrow points from the foremost of the others) and state."""
    out = []
    for number, line in lines_out(drawing, far):
        turned = line.path if line.places[1] in drawing.spots[number].places else line.path[::-1]
        out.append((number, line.form, line.state, turned))
    near = [spot for at, spot in enumerate(drawing.spots) if at not in far]
    for number in sorted(far.difference(number for number, *_ in out)):
        first = min(near, key=lambda spot: spot.rank)
        spot = drawing.spots[number]
        out.append((number, "", spot.state, great_circle(first.at, spot.at)))
    edge = (_EDGE, _EDGE), (WIDTH - _EDGE, HEIGHT - _EDGE)
    return [
        (number, form, state, leave(viewport.locate(viewport.cut(path)[0]), *edge))
        for number, form, state, path in out
    ]


def _first_arrows(drawing: Drawing, arrows: Sequence[_Out]) -> tuple[_Named, ...]:
    """Where the names of far places go: at the first arrow of each."""
    first = {number: arrow for number, *_, arrow in reversed(arrows)}
    return tuple(
        _Named.at(np.array(arrow.tip), drawing.spots[number])
        for number, arrow in sorted(first.items())
    )


def _shade(base: str, countries: Sequence[str]) -> Markup:
    shapes = Markup("").join(_COUNTRY % (base, code) for code in countries)
    return _SHADED % shapes if shapes else shapes


def _labels(still: _StaticMap, names: Mapping[str, str]) -> Markup:
    """The names, those of one look together."""
    spots = [*still.arrows, *still.named]
    by_look: defaultdict[str, list[Markup]] = defaultdict(list)
    for one in place(_names(still.named, names), _names(still.arrows, names)):
        by_look[spots[one.of].look].append(_label(one))
    return Markup("").join(
        _LABELS % (look, Markup("").join(labels)) for look, labels in by_look.items()
    )


def _names(spots: Sequence[_Named], names: Mapping[str, str]) -> list[tuple[int, int, str]]:
    """Dots with their names, empty if they have none; places at one point share a label."""
    return [
        (spot.x, spot.y, ", ".join(names[one] for one in spot.places if names.get(one)))
        for spot in spots
    ]


def _label(label: PlaceLabel) -> Markup:
    direction = _RTL if label.rtl else ""
    return _LABEL % (label.x, label.y, _ANCHORS[label.anchor], direction, label.text)
