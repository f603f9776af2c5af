"""Interactive maps: the JavaScript file of one map, the same for every language (folium)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

from atlas.graph.scene import Scene
from atlas.maps import extent, meridian
from atlas.maps.arcs import Point, split
from atlas.maps.layout import (
    Drawing,
    MapLine,
    Spot,
    draw,
    is_blank,
    join_pins,
    listed_lines,
    shows_listed,
)
from atlas.maps.legend import LISTED
from atlas.maps.outliers import frame, lines_between
from atlas.maps.outlines import Bounds
from atlas.model.scalars import ID_PATTERN
from atlas.model.vocabulary import State

_NAME = re.compile(ID_PATTERN)
_MAX_ZOOM = 12
_SOUTH, _NORTH = -56.0, 78.0
"""Latitudes beyond which a line need not be in view: there the map makes all too large."""


def element_id(scene: Scene) -> str:
    """The id of the element that the map is drawn in: "map_country_ma" for "country-ma".

    folium names the JavaScript variable the same, hence no hyphens. Raises ValueError for a name
    that is not made like an id (small letters, digits, single hyphens).
    """
    if not _NAME.fullmatch(scene.name):
        raise ValueError(f"{scene.name!r} is not a name for a map")
    return "map_" + scene.name.replace("-", "_")


def script(scene: Scene, bounds: Mapping[str, Bounds]) -> str:
    """The file that draws `scene` in the element `element_id(scene)` of the page that loads it.

    `bounds` are the countries' (`outlines.bounds`); those in focus are in view with the pins.
    The file holds ids and coordinates, never a text: `client/texts.js` reads those from the page.
    The same scene gives the same bytes. Raises ValueError if there is nothing to draw.
    """
    if is_blank(scene):
        raise ValueError(f"the map {scene.name!r} has nothing to draw")
    drawing, boxes = draw(scene), extent.boxes(scene, bounds)
    framed = frame(drawing, boxes)
    near = [spot for at, spot in enumerate(drawing.spots) if at not in framed.outside]
    lines = lines_between(drawing, framed.outside)
    west = meridian.choose([spot.at for spot in near], [line.path for line in lines], boxes) - 180
    name = element_id(scene)
    body = _folium(scene, _view(near, lines, boxes, west), name)
    content = _compact(drawing, _number(pairs(scene)), west)
    if shows_listed(scene):
        content |= {"listed": _compact_listed(scene, content["places"])}
    if ended := _find_ended(scene):
        content["ended"] = ended
    if gone := [at for at, spot in enumerate(drawing.spots) if spot.is_gone]:
        content["gone"] = gone
    if framed.outside:
        whole = _view(drawing.spots, drawing.lines, boxes, west)
        content |= {"far": sorted(framed.far), "whole": whole}
    data = json.dumps(content, separators=(",", ":")).replace("<", "\\u003c")
    return f"(() => {{\n{body}\nAtlas.ready({name}, {data});\n}})();\n"


def _folium(scene: Scene, view: list[list[float]] | None, name: str) -> str:
    """folium's script for a map, under a name given instead of by chance."""
    import folium  # half a second, which a build without maps need not spend
    from branca.element import Figure

    class Chart(folium.Map):
        default_js: list[tuple[str, str]] = []
        default_css: list[tuple[str, str]] = []

        def get_name(self) -> str:
            return name

    chart = Chart(
        tiles=None,
        zoom_control=False,
        attribution_control=False,
        scroll_wheel_zoom=False,
        zoom_snap=0.25,
        minZoom=0,
        maxZoom=_MAX_ZOOM,
        atlas_bounds=view,
        atlas_countries=list(scene.countries),
    )
    figure = Figure()
    chart.add_to(figure)
    figure.render()
    return figure.script.render()


def _compact(drawing: Drawing, listed: Mapping[str, int], west: float) -> dict[str, Any]:
    """What is drawn, in plain lists, each id once: thousands of lines have the same ends.

    - `west`: where the 360 degrees that the map shows begin.
    - `cooperations`, `places`: their ids. All below are numbers of these.
    - `spots`: longitude, latitude, [places], [cooperations] and, if any, [listed pairs] and, of
      the cooperations that are not ongoing there, {state: [cooperations]}.
    - `lines`: form, place, place, how far it is bent (see `arcs.bow_arc`), [cooperations] and, if
      it is not ongoing, its state.
    - `ended`: numbers of the listed pairs that have ended, if any.
    - `gone`: numbers of the spots whose places are no more, if any.
    - `far`: numbers of the spots that the first view leaves out, if any (see `outliers`); then
      `whole`: the corners of a view with them.
    """
    places = _number(place for spot in drawing.spots for place in spot.places)
    cooperations = _number(one for spot in drawing.spots for one in spot.cooperations)
    spots = [
        [
            *_at(spot.at, west),
            [places[one] for one in spot.places],
            [cooperations[one] for one in spot.cooperations],
            *_compact_rest(spot, cooperations, listed),
        ]
        for spot in drawing.spots
    ]
    lines = [
        [
            str(line.form),
            *(places[one] for one in line.places),
            round(line.bow, 4),
            [cooperations[one] for one in line.cooperations],
            *([] if line.state is State.ONGOING else [line.state]),
        ]
        for line in drawing.lines
        if line.form != LISTED
    ]
    return {
        "west": west,
        "cooperations": list(cooperations),
        "places": list(places),
        "spots": spots,
        "lines": lines,
    }


def _compact_rest(
    spot: Spot, cooperations: Mapping[str, int], listed: Mapping[str, int]
) -> list[Any]:
    """What is said of a spot only where there is something to say."""
    states: dict[str, list[int]] = {}
    for one, state in spot.states:
        if one in cooperations:
            states.setdefault(state, []).append(cooperations[one])
    numbers = [listed[one] for one in spot.listed]
    return [numbers, states] if states else [numbers] if numbers else []


def _compact_listed(scene: Scene, places: Iterable[str]) -> list[int]:
    """The places of listed pairs that are lines, by the numbers of the pairs: place, place, …"""
    number = {id_: at for at, id_ in enumerate(places)}
    return [number[end] for line in listed_lines(scene) for end in (line.a, line.b)]


def _find_ended(scene: Scene) -> list[int]:
    """The numbers of the listed pairs that have ended."""
    number = _number(pairs(scene))
    return sorted({number[one] for pin in scene.pins for one, _ in pin.states if one in number})


def places(scene: Scene) -> list[str]:
    """The ids of the places on a map, in the order of their numbers in its script."""
    return [place for spot in join_pins(scene.pins) for place in spot.places]


def pairs(scene: Scene) -> list[str]:
    """The ids of the listed pairs on a map, in the order of their numbers: the lines first."""
    of_pins = (pair for pin in scene.pins for pair in pin.listed)
    return list(dict.fromkeys([*(line.pair for line in listed_lines(scene)), *of_pins]))


def _number(ids: Iterable[str]) -> dict[str, int]:
    return {id_: at for at, id_ in enumerate(dict.fromkeys(ids))}


def _at(point: Point, west: float) -> tuple[float, float]:
    """A point where the map shows it."""
    lon, lat = split([point], west)[0][0]
    return round(lon, 4), lat


def _view(
    spots: Iterable[Spot], lines: Iterable[MapLine], boxes: Iterable[Bounds], west: float
) -> list[list[float]] | None:
    """South-west and north-east corners of all to show, in Leaflet's order (latitude first).

    None if nothing is pinned: then the page shows all that is shaded.
    """
    points = [_at(spot.at, west) for spot in spots]
    if not points:
        return None
    points += [
        (lon, max(_SOUTH, min(_NORTH, lat)))
        for line in lines
        for piece in split(line.path, west)
        for lon, lat in piece
    ]
    points += [corner for box in boxes for corner in _corners(box, west)]
    lons, lats = zip(*points, strict=True)
    return [
        [round(min(lats), 4), round(min(lons), 4)],
        [round(max(lats), 4), round(max(lons), 4)],
    ]


def _corners(box: Bounds, west: float) -> list[Point]:
    """The south-west and north-east of a box that is turned to where the map shows its middle."""
    middle = (box[0] + box[2]) / 2
    turned = split([(middle, 0.0)], west)[0][0][0] - middle
    return [(box[0] + turned, box[1]), (box[2] + turned, box[3])]
