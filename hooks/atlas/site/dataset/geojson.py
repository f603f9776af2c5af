"""Places as points and ties as lines over the globe, in GeoJSON (RFC 7946)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence

from atlas.maps.arcs import Point, great_circle, split
from atlas.site.dataset.table import Column, Value

Feature = Mapping[str, object]

_PLACE = ("tier", "name", "countries", "type", "part_of", "wikidata", "page")
_TIE = (
    *("tier", "cooperation", "title", "pair", "a_id", "a_name", "a_country", "b_id", "b_name"),
    *("b_country", "form", "began", "actual_end", "state", "register", "licence", "page"),
)
"""The columns whose values a feature has; all else is in the tables, by its id."""

_DIGITS = 4
"""Decimals of degrees on a line: ten metres (RFC 7946, §11.2, advises no more than six)."""

_EVERY = 4
"""Of the points that a map has of a line, one in so many: some 400 km apart, between which the way
over the globe is 3 km from a straight line."""


def write_places(columns: Sequence[Column], rows: Iterable[Sequence[Value]]) -> bytes:
    """Every place that has a point."""
    return _write(_points(columns, rows))


def write_ties(columns: Sequence[Column], rows: Iterable[Sequence[Value]]) -> bytes:
    """Every tie whose two places have points, by the shortest way over the globe."""
    return _write(_lines(columns, rows))


def _points(columns: Sequence[Column], rows: Iterable[Sequence[Value]]) -> Iterator[Feature]:
    at = _places_of(columns)
    for row in rows:
        if (point := _point(row, at["lon"], at["lat"])) is not None:
            yield _feature(row, at, _PLACE, {"type": "Point", "coordinates": point})


def _lines(columns: Sequence[Column], rows: Iterable[Sequence[Value]]) -> Iterator[Feature]:
    at = _places_of(columns)
    for row in rows:
        a = _point(row, at["a_lon"], at["a_lat"])
        b = _point(row, at["b_lon"], at["b_lat"])
        if a is not None and b is not None:
            yield _feature(row, at, _TIE, _line(a, b))


def _line(a: Point, b: Point) -> Mapping[str, object]:
    """The line between two points, cut where it crosses the antimeridian (§3.1.9)."""
    pieces = [
        [(round(lon, _DIGITS), round(lat, _DIGITS)) for lon, lat in piece]
        for piece in split(_thin(great_circle(a, b)))
    ]
    whole = [piece for piece in pieces if len({*piece}) > 1] or pieces[:1]
    if len(whole) == 1:
        return {"type": "LineString", "coordinates": whole[0]}
    return {"type": "MultiLineString", "coordinates": whole}


def _thin(line: Sequence[Point]) -> Sequence[Point]:
    return (*line[:-1:_EVERY], line[-1])


def _places_of(columns: Sequence[Column]) -> dict[str, int]:
    return {column.name: at for at, column in enumerate(columns)}


def _point(row: Sequence[Value], lon: int, lat: int) -> Point | None:
    x, y = row[lon], row[lat]
    return (x, y) if isinstance(x, float) and isinstance(y, float) else None


def _feature(
    row: Sequence[Value], at: Mapping[str, int], names: Iterable[str], geometry: object
) -> Feature:
    known = {name: value for name in names if (value := row[at[name]]) is not None}
    return {"type": "Feature", "id": row[at["id"]], "geometry": geometry, "properties": known}


def _write(features: Iterable[Feature]) -> bytes:
    """A collection with a feature on each line."""
    lines = (json.dumps(one, ensure_ascii=False, separators=(",", ":")) for one in features)
    body = ",\n".join(lines)
    return f'{{"type":"FeatureCollection","features":[\n{body}\n]}}\n'.encode()
