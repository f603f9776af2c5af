"""How much of a country its map shows: all of it, unless it is as large as a continent."""

from __future__ import annotations

from typing import Any

import pytest

from atlas.graph.scene import Pin, Scene
from atlas.maps import outlines as maps_outlines
from atlas.maps.extent import boxes
from atlas.maps.outlines import Bounds

GHENT = Pin("ghent", 51.05, 3.72, ())


@pytest.fixture(scope="module")
def bounds(outlines: dict[str, Any]) -> dict[str, Bounds]:
    return maps_outlines.bounds(outlines)


def scene(*pins: Pin, focus: tuple[str, ...]) -> Scene:
    return Scene("some", pins, (), focus, focus)


@pytest.mark.parametrize("code", ["CD", "MA", "BR", "CL", "AU", "IN", "GP"])
def test_a_country_is_shown_whole(bounds: dict[str, Bounds], code: str) -> None:
    assert boxes(scene(GHENT, focus=(code,)), bounds) == [pytest.approx(bounds[code])]


def test_only_countries_in_focus_count_and_those_without_an_outline_do_not(
    bounds: dict[str, Bounds],
) -> None:
    assert boxes(Scene("some", (GHENT,), (), ("BE",)), bounds) == []
    assert len(boxes(scene(GHENT, focus=("AQ", "FR", "MQ")), bounds)) == 2


@pytest.mark.parametrize(
    ("code", "lat", "lon"),
    [("RU", 55.75, 37.62), ("RU", 43.1, 131.9), ("US", 41.88, -87.63), ("CA", 45.5, -73.57)],
)
def test_of_a_continent_so_much_is_shown_as_lies_around_its_pins(
    bounds: dict[str, Bounds], code: str, lat: float, lon: float
) -> None:
    ((west, south, east, north),) = boxes(
        scene(GHENT, Pin("town", lat, lon, ()), focus=(code,)), bounds
    )
    assert west <= lon <= east
    assert south <= lat <= north
    assert east - west == pytest.approx(50)
    assert north < 72
    whole = bounds[code]
    assert whole[0] <= west
    assert whole[1] <= south + 1e-9
    assert east <= whole[2]
    assert north <= whole[3]


def test_without_a_pin_of_its_own_the_middle_of_a_continent_is_shown(
    bounds: dict[str, Bounds],
) -> None:
    ((west, _, east, _),) = boxes(scene(GHENT, focus=("US",)), bounds)
    assert (west + east) / 2 == pytest.approx((bounds["US"][0] + bounds["US"][2]) / 2)


def test_a_country_on_both_sides_of_180_is_whole(bounds: dict[str, Bounds]) -> None:
    assert bounds["RU"][2] == pytest.approx(190, abs=1)  # Chukotka
    assert 180 < bounds["FJ"][2] < 182  # Vanua Levu
    assert bounds["KI"] == pytest.approx((173, -11, 208, 4), abs=1)  # Tarawa to Kiritimati
    assert bounds["US"][0] == pytest.approx(-168, abs=1)
    assert bounds["NZ"][2] < 180


@pytest.mark.parametrize(
    ("code", "lat", "lon"),
    [("RU", 64.73, 177.51), ("RU", 64.42, -173.23), ("KI", 1.98, -157.36), ("FJ", -16.43, 179.36)],
)
def test_a_place_beyond_180_is_within_its_country(
    bounds: dict[str, Bounds], code: str, lat: float, lon: float
) -> None:
    ((west, south, east, north),) = boxes(scene(Pin("town", lat, lon, ()), focus=(code,)), bounds)
    assert (lon - west) % 360 <= east - west <= 50
    assert south <= lat <= north
