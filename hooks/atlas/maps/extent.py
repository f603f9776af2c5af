"""What a map must show of the countries that its page is about: all, or what is near the pins."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from atlas.graph.scene import Pin, Scene
from atlas.maps.outlines import Bounds

_WIDEST = 50.0
"""Degrees of longitude. Brazil and Chile are shown whole; Russia, Canada and Greenland are not."""


def boxes(scene: Scene, bounds: Mapping[str, Bounds]) -> list[Bounds]:
    """What must be in view of each country in the scene's focus, in WGS 84 degrees.

    `bounds` are the countries' own (`outlines.bounds`); one that has none is passed over. A
    country wider or higher than 50 degrees of longitude, as the Mercator projection draws it, is
    cut to so much of it, around the middle of the pins within its bounds, or its own.
    """
    return [_box(bounds[code], scene.pins) for code in scene.focus if code in bounds]


def _box(bounds: Bounds, pins: Sequence[Pin]) -> Bounds:
    west, south, east, north = bounds
    turned = [(west + (pin.lon - west) % 360, pin.lat) for pin in pins]
    own = [(lon, lat) for lon, lat in turned if lon <= east and south <= lat <= north]
    west, east = _cut(west, east, [lon for lon, _ in own])
    low, high = _cut(_rise(south), _rise(north), [_rise(lat) for _, lat in own])
    return west, _latitude(low), east, _latitude(high)


def _cut(start: float, end: float, pins: Sequence[float]) -> tuple[float, float]:
    """At most _WIDEST of the stretch from `start` to `end`, around the middle of the pins."""
    half = _WIDEST / 2
    if end - start <= 2 * half:
        return start, end
    middle = (min(pins) + max(pins)) / 2 if pins else (start + end) / 2
    middle = max(start + half, min(end - half, middle))
    return middle - half, middle + half


def _rise(latitude: float) -> float:
    """How far from the equator a latitude is drawn, in degrees of longitude (Mercator)."""
    return math.degrees(math.asinh(math.tan(math.radians(latitude))))


def _latitude(rise: float) -> float:
    return math.degrees(math.atan(math.sinh(math.radians(rise))))
