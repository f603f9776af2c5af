"""Country outlines: their bounds, their tiny ones, and world.js, which all maps share.

The outlines are a GeoJSON FeatureCollection whose features have an ISO 3166-1 alpha-2 code in
`properties.iso2` (data/world/countries.geo.json). The file can be swapped for another view.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

Bounds = tuple[float, float, float, float]
"""West, south, east, north. Across ±180 the east runs on beyond 180."""

Shapes = NDArray[np.object_]

NOT_OUTLINED: Mapping[str, tuple[float, float]] = {
    "CC": (96.83, -12.19),
    "GI": (-5.35, 36.14),
    "TK": (-171.81, -9.17),
    "TV": (179.2, -8.52),
}
"""Longitude and latitude of territories too small to be in the outlines; shown as a dot."""

_DECIMALS = 2
_TINY = 2.5
_MAIN_SHARE = 0.05


def read(geojson: Mapping[str, Any]) -> dict[str, BaseGeometry]:
    """Each country's outline by its code, with those of NOT_OUTLINED as points.

    Raises KeyError if the GeoJSON is not of the shape this module's docstring gives.
    """
    codes = [feature["properties"]["iso2"] for feature in geojson["features"]]
    shapes = shapely.from_geojson(
        [json.dumps(feature["geometry"]) for feature in geojson["features"]]
    )
    mended = shapely.make_valid(shapes, method="structure", keep_collapsed=False)  # areas only
    shapes = np.where(shapely.is_valid(shapes), shapes, mended)
    outlines = dict(zip(codes, shapes, strict=True))
    dots = {code: shapely.Point(at) for code, at in NOT_OUTLINED.items() if code not in outlines}
    return outlines | dots


def main_bounds(outline: BaseGeometry) -> Bounds:
    """The bounds of a country's larger parts, not of its far islands.

    A part counts if it has a twentieth of the area of the largest; the two halves of one that ±180
    cuts are one part. The bounds reach across ±180 where the parts lie closer together there.
    """
    whole = _join(outline)
    around = [outline, _turn_one(outline)] if whole is outline else [whole]
    found = [shapely.total_bounds(_larger_parts(one)) for one in around]
    west, south, east, north = min(found, key=lambda bounds: bounds[2] - bounds[0])
    turned = -360 if west >= 180 else 0
    return float(west) + turned, float(south), float(east) + turned, float(north)


def _join(outline: BaseGeometry) -> BaseGeometry:
    """A country that ±180 cuts as one, with longitudes that run on beyond 180."""
    return _turn_one(outline) if outline.bounds[::2] == (-180, 180) else outline


def _turn_one(outline: BaseGeometry) -> BaseGeometry:
    turned: BaseGeometry = turn(np.array([outline]), 180)[0]
    return turned


def _larger_parts(outline: BaseGeometry) -> Shapes:
    parts = shapely.get_parts(outline)
    areas = shapely.area(parts)
    larger: Shapes = parts[areas >= _MAIN_SHARE * areas.max()]
    return larger


def turn(shapes: Shapes, middle: int) -> Shapes:
    """Outlines of the globe unrolled around a meridian other than 0: whole across ±180, where the
    longitudes run on, and cut on the other side of the globe."""
    west = middle - 180
    here = shapely.clip_by_rect(shapes, west, -90, 180, 90)
    there = shapely.clip_by_rect(shapes, -180, -90, west, 90)
    there = shapely.transform(there, lambda degrees: degrees + [360, 0])
    is_point = shapely.get_type_id(shapes) == shapely.GeometryType.POINT
    turned: Shapes = np.where(is_point, shapes, shapely.union(here, there))
    return turned


def bounds(geojson: Mapping[str, Any]) -> dict[str, Bounds]:
    """The main_bounds of every country by its code."""
    return {code: main_bounds(outline) for code, outline in read(geojson).items()}


def largest_part(outline: BaseGeometry) -> BaseGeometry:
    """The part of a country with the largest area."""
    parts = shapely.get_parts(outline)
    part: BaseGeometry = parts[int(np.argmax(shapely.area(parts)))]
    return part


def world_script(geojson: Mapping[str, Any]) -> str:
    """world.js: sets `AtlasWorld`, the outlines as GeoJSON, for every map page to load once.

    Each feature has a `bbox` (main_bounds) and, but for points, a `middle`, where its name goes.
    A country that ±180 cuts is whole on the eastern side.
    Those whose largest part is under 2.5 degrees across also have `dot`, a point in that part, and
    `across`, its size in degrees, so that a map can mark them where their outline is too small to
    see.
    """
    features = [_feature(code, outline) for code, outline in sorted(read(geojson).items())]
    world = {"type": "FeatureCollection", "features": features}
    text = json.dumps(world, ensure_ascii=True, separators=(",", ":"), sort_keys=True)
    return f"window.AtlasWorld = {text};\n"


def _feature(code: str, outline: BaseGeometry) -> dict[str, Any]:
    properties: dict[str, Any] = {"iso2": code}
    part = largest_part(outline)
    west, south, east, north = part.bounds
    across = max(east - west, north - south)
    if across:
        middle = shapely.point_on_surface(part)
        properties["middle"] = [_round(middle.x), _round(middle.y)]
    if across < _TINY:
        dot = shapely.point_on_surface(part)
        properties |= {"dot": [_round(dot.x), _round(dot.y)], "across": _round(across)}
    return {
        "type": "Feature",
        "properties": properties,
        "bbox": [_round(value) for value in main_bounds(outline)],
        "geometry": json.loads(shapely.to_geojson(shapely.transform(_join(outline), _round_all))),
    }


def _round(value: float) -> float:
    return round(float(value), _DECIMALS)


def _round_all(coordinates: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.round(coordinates, _DECIMALS)
