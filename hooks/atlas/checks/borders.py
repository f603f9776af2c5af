"""Which countries a point lies in or near, to go by their borders."""

from __future__ import annotations

from collections.abc import Collection
from math import cos, radians
from typing import Any, ClassVar

import shapely
from shapely.geometry import Point

NEAR = 5.0
"""Kilometres from a country within which a point still counts as in it: borders and coasts are
simplified by less."""

OFFSHORE = 10.0
"""Kilometres from its coast within which a point belongs to the country that is the nearest:
islets, harbours and reclaimed land lie outside the outlines."""

_KM_PER_DEGREE = 111.2
_NEAR_180 = 179


class Borders:
    """The borders of countries (GeoJSON, MultiPolygons in small tiles, `iso2` on every feature)."""

    _last: ClassVar[tuple[dict[str, Any], Borders] | None] = None

    def __init__(self, outlines: dict[str, Any]) -> None:
        tiles = [
            (feature["properties"]["iso2"], shapely.Polygon(rings[0], rings[1:]))
            for feature in outlines["features"]
            for rings in _polygons(feature["geometry"])
        ]
        self._codes = [code for code, _ in tiles]
        self._tiles = [tile for _, tile in tiles]
        self._tree = shapely.STRtree(self._tiles)
        self._known = frozenset(self._codes)

    @classmethod
    def of(cls, outlines: dict[str, Any]) -> Borders:
        """The borders of these outlines; those that were asked for last are kept."""
        if not cls._last or cls._last[0] is not outlines:
            cls._last = outlines, cls(outlines)
        return cls._last[1]

    def __contains__(self, country: str) -> bool:
        """Whether the borders of a country are known."""
        return country in self._known

    def belongs(self, point: tuple[float, float], countries: Collection[str]) -> bool:
        """Whether a point, as longitude and latitude, belongs to one of these countries: it lies in
        or NEAR it, or off every coast, and this one is the nearest within OFFSHORE."""
        if not self._holding(point).isdisjoint(countries):
            return True
        found = self._distances(point, OFFSHORE)
        own = min((found[code] for code in countries if code in found), default=None)
        return own is not None and (own <= NEAR or own == min(found.values()))

    def hold(self, country: str, point: tuple[float, float], km: float = NEAR) -> bool:
        """Whether a point lies in a country, or within `km` of it."""
        return country in self._holding(point) or country in self._distances(point, km)

    def around(self, point: tuple[float, float], km: float = NEAR) -> set[str]:
        """The countries that a point lies in, or within `km` of."""
        return set(self._distances(point, km))

    def _holding(self, point: tuple[float, float]) -> set[str]:
        return {
            self._codes[index] for index in self._tree.query(Point(point), predicate="intersects")
        }

    def _distances(self, point: tuple[float, float], km: float) -> dict[str, float]:
        """How far off, in kilometres, each country is that lies within `km` of a point.

        Around a point a degree of longitude is as long as one of latitude times the cosine of the
        latter. Countries across ±180 degrees are found too.
        """
        lon, lat = point
        narrowed = max(cos(radians(lat)), 0.01)
        found: dict[str, float] = {}
        for x in _both_sides(lon):
            reach = km / _KM_PER_DEGREE
            near = shapely.box(x - reach / narrowed, lat - reach, x + reach / narrowed, lat + reach)
            for index in self._tree.query(near):
                tile = shapely.transform(self._tiles[index], lambda at: at * [narrowed, 1])
                away = shapely.distance(tile, Point(x * narrowed, lat)) * _KM_PER_DEGREE
                if away <= km:
                    code = self._codes[index]
                    found[code] = min(away, found.get(code, away))
        return found


def _both_sides(lon: float) -> tuple[float, ...]:
    """A longitude, and near ±180 degrees the same one as it is written from the other side."""
    return (lon, lon - 360 if lon > 0 else lon + 360) if abs(lon) > _NEAR_180 else (lon,)


def _polygons(geometry: dict[str, Any]) -> list[Any]:
    rings = geometry["coordinates"]
    return [rings] if geometry["type"] == "Polygon" else list(rings)
