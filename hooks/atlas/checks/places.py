"""Does a point lie in the country that its place is said to lie in?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import shapely
from shapely.geometry import Point, shape
from shapely.geometry.base import BaseGeometry

from atlas.checks.case import Case
from atlas.model import Coordinates, Place
from atlas.problem import Problem

_TOLERANCE = 0.1
"""Degrees. The outlines are simplified; coasts and borders are that rough at most."""


def points_lie_in_their_countries(case: Case) -> Iterator[Problem]:
    """A place's point lies in one of its countries, or within a tenth of a degree of it."""
    countries, outlines = _outlines(case)
    pinned = [
        (place, place.coordinates, Point(place.coordinates.lon, place.coordinates.lat))
        for place in case.records.places.values()
        if place.coordinates is not None and not countries.isdisjoint(place.countries)
    ]
    if not pinned:
        return
    around = _around([point for _, _, point in pinned], outlines)
    for index, (place, coordinates, _) in enumerate(pinned):
        if around[index].isdisjoint(place.countries):
            found = _where(sorted(around[index]))
            message = (
                f"the point {coordinates.lat}, {coordinates.lon} does not lie in "
                f"{' or '.join(place.countries)} but {found}."
            )
            hint = _hint(place, coordinates, outlines)
            yield case.problem(place, ("coordinates",), message, hint, "warning")


def _where(codes: list[str]) -> str:
    return f"in {' or '.join(codes)}" if codes else "in no country"


def _hint(place: Place, coordinates: Coordinates, outlines: list[tuple[str, BaseGeometry]]) -> str:
    swapped = Point(coordinates.lat, coordinates.lon)
    for code, outline in outlines:
        if code in place.countries and shapely.dwithin(outline, swapped, _TOLERANCE):
            return "Swap lat and lon."
    return "Check lat, lon (minus for south and west) and countries."


def _outlines(case: Case) -> tuple[set[str], list[tuple[str, BaseGeometry]]]:
    outlines = [
        (feature["properties"]["iso2"], shape(feature["geometry"]))
        for feature in case.outlines["features"]
    ]
    return {code for code, _ in outlines}, outlines


def _around(
    points: list[Point], outlines: list[tuple[str, BaseGeometry]]
) -> defaultdict[int, set[str]]:
    """For each point, by its index, the countries it lies in or near."""
    tree = shapely.STRtree([outline for _, outline in outlines])
    pairs = tree.query(points, predicate="dwithin", distance=_TOLERANCE)
    found: defaultdict[int, set[str]] = defaultdict(set)
    for point, outline in pairs.T.tolist():
        found[point].add(outlines[outline][0])
    return found
