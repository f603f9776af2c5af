"""Interactive maps: the JavaScript file of one map, the same for every language (folium)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from atlas.maps import framing
from atlas.maps.arcs import Point, split
from atlas.maps.drawing import Drawing, Line, Spot, draw, is_blank
from atlas.maps.outlines import Bounds
from atlas.scene import Scene

_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_MAX_ZOOM = 12
_LONG = 12
"""Points of a line from which on hundredths of a degree are fine enough."""


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
    The file holds ids and coordinates, never a text: `atlas-map.js` reads texts from the page.
    The same scene gives the same bytes. Raises ValueError if there is nothing to draw.
    """
    if is_blank(scene):
        raise ValueError(f"the map {scene.name!r} has nothing to draw")
    drawing = draw(scene)
    west = _western_edge(spot.at[0] for spot in drawing.spots)
    features = list(_features(drawing, west))
    view = _view(features, framing.boxes(scene, bounds), west)
    name = element_id(scene)
    body = _folium(scene, features, view, name)
    return f"(() => {{\n{body}\nAtlas.ready({name}, {name}_layer);\n}})();\n"


def _folium(
    scene: Scene, features: Sequence[dict[str, Any]], view: list[list[float]] | None, name: str
) -> str:
    """folium's script for a map with one layer, under names given instead of by chance."""
    import folium  # half a second, which a build without maps need not spend
    from branca.element import Figure
    from folium.utilities import JsCode

    class Chart(folium.Map):
        default_js: list[tuple[str, str]] = []
        default_css: list[tuple[str, str]] = []

        def get_name(self) -> str:
            return name

    class Layer(folium.GeoJson):
        def get_name(self) -> str:
            return name + "_layer"

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
    layer = Layer(
        {"type": "FeatureCollection", "features": features},
        style=JsCode("Atlas.style"),
        smooth_factor=0.8,
        point_to_layer=JsCode("Atlas.pointToLayer"),
    )
    layer.add_to(chart)
    figure = Figure()
    chart.add_to(figure)
    figure.render()
    return figure.script.render()


def _features(drawing: Drawing, west: float) -> Iterable[dict[str, Any]]:
    for line in drawing.lines:
        yield _line_feature(line, west)
    for spot in drawing.spots:
        yield _spot_feature(spot, west)


def _line_feature(line: Line, west: float) -> dict[str, Any]:
    """A line, cut where it leaves the map on one side and comes back on the other."""
    decimals = 2 if len(line.path) > _LONG else 4
    pieces = [
        [[round(lon, decimals), round(lat, decimals)] for lon, lat in piece]
        for piece in split(line.path, west)
    ]
    return _feature(
        {"type": "LineString", "coordinates": pieces[0]}
        if len(pieces) == 1
        else {"type": "MultiLineString", "coordinates": pieces},
        {
            "cooperations": list(line.cooperations),
            "form": str(line.form),
            "places": list(line.places),
        },
    )


def _spot_feature(spot: Spot, west: float) -> dict[str, Any]:
    lon, lat = split([spot.at], west)[0][0]
    return _feature(
        {"type": "Point", "coordinates": [round(lon, 4), lat]},
        {"cooperations": list(spot.cooperations), "places": list(spot.places)},
    )


def _feature(geometry: dict[str, Any], properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "Feature", "geometry": geometry, "properties": properties}


def _western_edge(longitudes: Iterable[float]) -> float:
    """Where the 360 degrees that the map shows begin.

    At -180, unless the places lie closer together across ±180 (Fiji and Samoa): then the middle
    of the widest stretch without a place.
    """
    around = sorted(set(longitudes))
    if len(around) < 2:
        return -180.0
    gaps = [(after - before, before) for before, after in zip(around, around[1:], strict=False)]
    widest, west = max(gaps)
    if around[-1] - around[0] < 180 or 360 - widest >= 180:
        return -180.0
    return west + widest / 2


def _view(
    features: Iterable[dict[str, Any]], boxes: Iterable[Bounds], west: float
) -> list[list[float]] | None:
    """South-west and north-east corners of all to show, in Leaflet's order (latitude first).

    None if nothing is pinned: then the page shows all that is shaded.
    """
    points = [point for feature in features for point in _points(feature["geometry"])]
    if not points:
        return None
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


def _points(geometry: dict[str, Any]) -> list[Point]:
    coordinates: Any = geometry["coordinates"]
    if geometry["type"] == "Point":
        return [coordinates]
    if geometry["type"] == "LineString":
        return list(coordinates)
    return [point for line in coordinates for point in line]
