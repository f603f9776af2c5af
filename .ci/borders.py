"""Makes `data/world/borders.geo.json`, by which points are judged, from Natural Earth.

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    .venv/bin/python .ci/borders.py package/countries-10m.json

Natural Earth's countries at 1:10m (public domain), as the package world-atlas holds them (ISC), are
brought to the view of `countries.geo.json` (about.md says which), simplified, and cut into tiles,
so that few corners are looked at for one point.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from math import floor
from pathlib import Path
from typing import Any

import shapely
from babel.core import get_global
from shapely.affinity import translate
from shapely.geometry import Polygon, box, mapping, shape

WORLD = Path(__file__).parents[1] / "data" / "world"
TOLERANCE = 0.04
"""Degrees by which a line may be moved; those of small islands less."""

SMALL = 0.002
"""Square degrees."""

TILE = 4
MOST_CORNERS = 100
UNNUMBERED = {
    "Kosovo": "XK",
    "N. Cyprus": "CY",
    "Cyprus U.N. Buffer Zone": "CY",
    "Dhekelia": "CY",
    "Akrotiri": "CY",
    "Somaliland": "SO",
    "USNB Guantanamo Bay": "CU",
    "Baikonur": "KZ",
    "Indian Ocean Ter.": "CC",
    "Coral Sea Is.": "AU",
}
"""What has no ISO 3166-1 number there. Reefs that several states claim are left out."""

TERRITORIES = {"FR": ("MQ", "GP", "GF", "RE", "YT"), "NL": ("BQ",), "NO": ("SJ",), "RU": ("UA",)}
"""Parts that Natural Earth draws with the first, and the outlines of the maps with the others."""

SAHARA_NORTH = 27 + 2 / 3
"""Degrees: the northern border of Western Sahara."""

Shapes = dict[str, list[Any]]


def main(topology: Path) -> None:
    """Write the borders anew."""
    drawn: Shapes = defaultdict(list)
    for feature in json.loads((WORLD / "countries.geo.json").read_text("utf-8"))["features"]:
        drawn[feature["properties"]["iso2"]].append(shapely.make_valid(shape(feature["geometry"])))
    found = _read(json.loads(topology.read_text("utf-8")), drawn)
    sahara = shapely.union_all(found["MA"] + found["EH"])
    south = box(-180, -90, 180, SAHARA_NORTH)
    found["EH"], found["MA"] = [sahara.intersection(south)], [sahara.difference(south)]
    found["PS"] += drawn["PS"]
    for code in drawn:
        found[code] = found[code] or drawn[code]
    lines = [_feature(code, shapely.union_all(found[code])) for code in sorted(found)]
    text = '{"type":"FeatureCollection","features":[\n' + ",\n".join(lines) + "\n]}\n"
    (WORLD / "borders.geo.json").write_text(text, encoding="utf-8")


def _read(topology: dict[str, Any], drawn: Shapes) -> Shapes:
    """Every part of every country, by ISO 3166-1 alpha-2 code."""
    numbers = {old: new[0] for old, new in get_global("territory_aliases").items() if old.isdigit()}
    arcs = list(_arcs(topology))
    found: Shapes = defaultdict(list)
    for geometry in topology["objects"]["countries"]["geometries"]:
        name = geometry["properties"]["name"]
        code: str = numbers.get(geometry.get("id")) or UNNUMBERED.get(name, "")
        for part in _parts(geometry, arcs) if code else ():
            found[_territory(code, part, drawn)].append(part)
    return found


def _territory(code: str, part: Polygon, drawn: Shapes) -> str:
    """The country that the outlines of the maps put a part with."""
    inside = part.representative_point()
    reach = 0 if code == "RU" else 1  # of UA only what lies in it: the Crimea
    for other in TERRITORIES.get(code, ()):
        if any(shapely.dwithin(one, inside, reach) for one in drawn[other]):
            return other
    return code


def _arcs(topology: dict[str, Any]) -> Iterator[list[tuple[float, float]]]:
    (east, north), (west, south) = (topology["transform"][key] for key in ("scale", "translate"))
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for step_x, step_y in arc:
            x, y = x + step_x, y + step_y
            points.append((x * east + west, y * north + south))
        yield points


def _parts(geometry: dict[str, Any], arcs: list[list[tuple[float, float]]]) -> Iterator[Polygon]:
    """The polygons of a country, cut at ±180 degrees."""
    polygons = [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry["arcs"]
    for polygon in polygons:
        outer, *holes = (_unwrap(_ring(ids, arcs)) for ids in polygon)
        if len(outer) < 4:
            continue
        whole = shapely.make_valid(Polygon(outer, [hole for hole in holes if len(hole) > 3]))
        for turn in (-360, 0, 360):
            part = whole.intersection(box(turn - 180, -90, turn + 180, 90))
            yield from _polygons(translate(part, xoff=-turn))


def _ring(ids: Iterable[int], arcs: list[list[tuple[float, float]]]) -> list[tuple[float, float]]:
    ring: list[tuple[float, float]] = []
    for id_ in ids:
        arc = arcs[id_] if id_ >= 0 else arcs[~id_][::-1]
        ring += arc[1:] if ring else arc
    return ring


def _unwrap(ring: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """The ring without leaps across ±180 degrees."""
    turn = 0
    found = ring[:1]
    for (before, _), (x, y) in pairwise(ring):
        turn += 360 if x - before < -180 else -360 if x - before > 180 else 0
        found.append((x + turn, y))
    return found


def _feature(code: str, country: Any) -> str:
    polygons = []
    for part in _polygons(country):
        is_small = part.area <= SMALL
        simple = part.simplify(TOLERANCE / 3 if is_small else TOLERANCE)
        holes = [hole for hole in simple.interiors if Polygon(hole).area > SMALL / 2]
        for tile in _tiles(shapely.make_valid(Polygon(simple.exterior, holes))):
            rounded = shapely.set_precision(tile, 0.001 if is_small else 0.01)
            polygons += [mapping(one)["coordinates"] for one in _polygons(rounded)]
    geometry = {"type": "MultiPolygon", "coordinates": polygons}
    feature = {"type": "Feature", "properties": {"iso2": code}, "geometry": geometry}
    return json.dumps(feature, separators=(",", ":")).replace(".0,", ",").replace(".0]", "]")


def _tiles(part: Any) -> Iterator[Any]:
    if shapely.get_num_coordinates(part) <= MOST_CORNERS:
        yield part
        return
    west, south, east, north = (floor(edge / TILE) * TILE for edge in part.bounds)
    for x in range(west, east + TILE, TILE):
        for y in range(south, north + TILE, TILE):
            yield part.intersection(box(x, y, x + TILE, y + TILE))


def _polygons(geometry: Any) -> Iterator[Any]:
    for one in getattr(geometry, "geoms", [geometry]):
        if one.geom_type == "Polygon" and not one.is_empty:
            yield one


if __name__ == "__main__":
    main(Path(sys.argv[1]))
