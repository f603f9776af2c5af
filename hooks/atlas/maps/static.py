"""Static maps: an inline SVG that needs no script, prints well and takes its colours from CSS."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from markupsafe import Markup

from atlas.maps import arcs
from atlas.maps.basemaps import Basemaps
from atlas.maps.drawing import Drawing, draw
from atlas.maps.labels import Label, place
from atlas.maps.windows import HEIGHT, WIDTH, Floats, Window, around, project
from atlas.scene import Scene

_MOST_LABELS = 6

_MAP = Markup(
    '<svg class="atlas-still" role="img" aria-labelledby="%(name)s-title %(name)s-desc"'
    ' viewBox="0 0 %(width)s %(height)s" direction="ltr">'
    '<title id="%(name)s-title">%(title)s</title><desc id="%(name)s-desc">%(description)s</desc>'
    '<rect class="atlas-sea" width="%(width)s" height="%(height)s"/>'
    '<use class="atlas-land" href="%(base)s#land"/>%(shaded)s%(ties)s%(pins)s%(labels)s</svg>'
)
_SHADED = Markup('<use class="atlas-shaded" href="%s#c-%s"/>')
_DOT = Markup('<circle class="atlas-shaded atlas-shaded-dot" cx="%s" cy="%s" r="55"/>')
_TIE = Markup('<path class="atlas-tie atlas-form-%s" d="%s"/>')
_PIN = Markup('<circle class="atlas-dot" cx="%s" cy="%s" r="60"/>')
_LABEL = Markup('<text class="atlas-label" x="%s" y="%s" text-anchor="%s" direction="%s">%s</text>')


@dataclass(frozen=True, slots=True)
class _Still:
    """What a scene's map is in every language: its window, and its parts as markup."""

    window: Window
    shaded: tuple[str, ...]
    dots: Markup
    ties: Markup
    pins: Markup
    named: tuple[tuple[int, int, tuple[str, ...]], ...]


class StaticMaps:
    """Draws the static maps of a site, each scene's geometry once for all languages.

    `geojson` is the country outlines. After the last map, `files` gives the backgrounds.
    """

    def __init__(self, geojson: Mapping[str, Any]) -> None:
        self._basemaps = Basemaps(geojson)
        self._stills: dict[str, tuple[Scene, _Still | None]] = {}

    def svg(
        self, scene: Scene, *, title: str, description: str, names: Mapping[str, str], root: str
    ) -> Markup | None:
        """The map as markup to put into a page, or None if there is nothing to show.

        `title` and `description` are read out in its stead. `names` are the places' names by id;
        at most six pins are labelled. `root` leads from the page to the root of the site
        ("../../"), where the backgrounds lie.
        """
        still = self._still(scene)
        if still is None:
            return None
        base = root + self._basemaps.path(still.window)
        return _MAP % {
            "name": f"still-{scene.name}",
            "title": title,
            "description": description,
            "width": WIDTH,
            "height": HEIGHT,
            "base": base,
            "shaded": Markup("").join(_SHADED % (base, code) for code in still.shaded) + still.dots,
            "ties": still.ties,
            "pins": still.pins,
            "labels": Markup("").join(map(_label, place(_names(still, names)))),
        }

    def files(self) -> Iterator[tuple[str, str]]:
        """Path (from the root of the site) and text of every background the maps use."""
        return self._basemaps.files()

    def _still(self, scene: Scene) -> _Still | None:
        known = self._stills.get(scene.name)
        if known is None or known[0] != scene:
            known = self._stills[scene.name] = scene, self._drawn(scene)
        return known[1]

    def _drawn(self, scene: Scene) -> _Still | None:
        drawing = draw(scene)
        pins = project([spot.at for spot in drawing.spots])
        lines = _projected_lines(drawing)
        extents = [self._basemaps.extent(code) for code in scene.countries]
        shown = [pins, *(piece for _, piece in lines)] if len(pins) else extents
        points = [each for each in shown if each is not None]
        if not points:
            return None
        window = around(np.concatenate(points))
        spots = np.rint(window.units(pins)).astype(int).tolist()
        dots = [self._basemaps.dot(window, code) for code in scene.countries]
        return _Still(
            window,
            tuple(code for code in scene.countries if self._basemaps.shows(window, code)),
            Markup("").join(_DOT % dot for dot in dots if dot),
            Markup("").join(_TIE % (form, _path(window, line)) for form, line in lines),
            Markup("").join(_PIN % (x, y) for x, y in spots),
            tuple((x, y, spot.places) for (x, y), spot in zip(spots, drawing.spots, strict=True))
            if len(spots) <= _MOST_LABELS
            else (),
        )


def _projected_lines(drawing: Drawing) -> list[tuple[str, Floats]]:
    """Each line's form and its pieces, cut at ±180, in projected km."""
    pieces = [(line.form, piece) for line in drawing.lines for piece in arcs.split(line.path)]
    if not pieces:
        return []
    projected = project([point for _, piece in pieces for point in piece])
    ends = np.cumsum([len(piece) for _, piece in pieces])[:-1]
    parts = np.split(projected, ends)
    return [(form, part) for (form, _), part in zip(pieces, parts, strict=True)]


def _path(window: Window, line: Floats) -> str:
    """SVG path data in whole units."""
    points = np.rint(window.units(line)).astype(int).tolist()
    return "M" + "L".join(f"{x} {y}" for x, y in points)


def _names(still: _Still, names: Mapping[str, str]) -> list[tuple[int, int, str]]:
    """The pins that have a name; places at one point share a label."""
    labelled = (
        (x, y, ", ".join(names[place] for place in places if names.get(place)))
        for x, y, places in still.named
    )
    return [each for each in labelled if each[2]]


def _label(label: Label) -> Markup:
    direction = "rtl" if label.rtl else "ltr"
    return _LABEL % (label.x, label.y, label.anchor, direction, label.text)
