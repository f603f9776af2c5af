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
"""West, south, east, north."""

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
    """The bounds of a country's larger parts: not its far islands, nor what lies past ±180.

    A part counts if it has a twentieth of the area of the largest.
    """
    parts = shapely.get_parts(outline)
    areas = shapely.area(parts)
    west, south, east, north = shapely.total_bounds(parts[areas >= _MAIN_SHARE * areas.max()])
    return float(west), float(south), float(east), float(north)


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
        "geometry": json.loads(shapely.to_geojson(shapely.transform(outline, _round_all))),
    }


def _round(value: float) -> float:
    return round(float(value), _DECIMALS)


def _round_all(coordinates: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.round(coordinates, _DECIMALS)
