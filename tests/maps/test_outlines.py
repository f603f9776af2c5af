"""The outlines that maps shade: who lies where, and how the small ones stay visible."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
import shapely

from atlas.maps.outlines import largest_part, main_bounds, read, world_script


def world(geojson: dict[str, Any]) -> dict[str, dict[str, Any]]:
    before, _, text = world_script(geojson).partition(" = ")
    assert before == "window.AtlasWorld"
    features = json.loads(text.strip().removesuffix(";"))["features"]
    return {feature["properties"]["iso2"]: feature for feature in features}


def test_every_probe_point_lies_in_its_territory_alone(
    outlines: dict[str, Any], probes: list[dict[str, Any]]
) -> None:
    countries = read(outlines)
    found = {
        probe["name"]: [
            code for code, outline in countries.items() if outline.covers(_point(probe))
        ]
        for probe in probes
    }
    assert found == {probe["name"]: [probe["iso2_un_view"]] for probe in probes}


def test_every_probe_point_lies_in_its_territory_as_published(
    outlines: dict[str, Any], probes: list[dict[str, Any]]
) -> None:
    published = world(outlines)
    assert probes
    for probe in probes:
        outline = shapely.from_geojson(json.dumps(published[probe["iso2_un_view"]]["geometry"]))
        assert outline.covers(_point(probe)), probe["name"]


def _point(probe: dict[str, Any]) -> shapely.Point:
    return shapely.Point(probe["lon"], probe["lat"])


@pytest.mark.parametrize("code", ["GP", "MQ", "PS", "MT", "GI", "TV"])
def test_a_small_territory_has_a_dot_within_its_bounds(outlines: dict[str, Any], code: str) -> None:
    feature = world(outlines)[code]
    west, south, east, north = feature["bbox"]
    lon, lat = feature["properties"]["dot"]
    assert west - 0.01 <= lon <= east + 0.01
    assert south - 0.01 <= lat <= north + 0.01
    assert feature["properties"]["across"] < 2.5


def test_a_large_country_has_no_dot_and_a_middle_within_it(outlines: dict[str, Any]) -> None:
    france = world(outlines)["FR"]["properties"]
    assert france.keys() == {"iso2", "middle"}
    assert read(outlines)["FR"].covers(shapely.Point(france["middle"]))


def test_the_bounds_of_a_country_leave_out_what_lies_past_180(outlines: dict[str, Any]) -> None:
    west, _, east, _ = main_bounds(read(outlines)["US"])
    assert (west, east) == pytest.approx((-168, -67), abs=1)


def test_coordinates_have_two_decimals_at_most(outlines: dict[str, Any]) -> None:
    decimals = re.findall(r"\d\.(\d+)", world_script(outlines))
    assert max(map(len, decimals)) == 2


def test_every_outline_is_made_of_areas_alone(outlines: dict[str, Any]) -> None:
    """Of Kiribati one was mended into a line and a heap of islands, and no map showed it."""
    shapes = read(outlines)
    assert {shape.geom_type for shape in shapes.values()} <= {"Polygon", "MultiPolygon", "Point"}
    west, _, east, _ = largest_part(shapes["KI"]).bounds
    assert east - west < 1
