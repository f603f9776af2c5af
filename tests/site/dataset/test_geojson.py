"""Places and ties in GeoJSON, read by geojson-pydantic; lines are cut where RFC 7946 says so."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from geojson_pydantic import Feature, FeatureCollection
from geojson_pydantic.geometries import Geometry, LineString, MultiLineString, Point

from atlas.site.dataset import geojson
from atlas.site.dataset.table import TableSource
from atlas.site.dataset.tie_tables import TIES
from tests.pages import listed_atlas
from tests.site.dataset import made

Features = FeatureCollection[Feature[Geometry, dict[str, Any]]]


def read(content: bytes) -> Features:
    return Features.model_validate_json(content)


def positions(collection: Features) -> list[tuple[float, float]]:
    lines = []
    for feature in collection.features:
        geometry = feature.geometry
        assert isinstance(geometry, LineString | MultiLineString)
        lines += (
            [geometry.coordinates] if isinstance(geometry, LineString) else geometry.coordinates
        )
    return [(lon, lat) for line in lines for lon, lat, *_ in line]


def test_a_place_with_a_point_is_a_feature(folder: Path) -> None:
    collection = read((folder / "places.geojson").read_bytes())
    assert collection.features
    for feature in collection.features:
        assert isinstance(feature.geometry, Point)
        assert feature.properties
        assert feature.properties["tier"] in {"researched", "listed"}
        assert feature.id in feature.properties["page"] or "actors/" in feature.properties["page"]


def test_a_tie_is_a_line_over_the_globe(folder: Path) -> None:
    collection = read((folder / "ties.geojson").read_bytes())
    assert collection.features
    assert all(-180 <= lon <= 180 and -90 <= lat <= 90 for lon, lat in positions(collection))


def tie_of(a: tuple[float, float], b: tuple[float, float]) -> dict[str, object]:
    """The geometry of the tie of two places at these longitudes and latitudes."""
    towns = [
        listed_atlas.place(
            id_,
            coordinates={"lon": lon, "lat": lat, "exactness": "approximate", "source": "list"},
        )
        for id_, (lon, lat) in (("a-fj", a), ("b-ws", b))
    ]
    atlas = listed_atlas.atlas(towns, [listed_atlas.tie("a-fj", "b-ws")])
    source = TableSource.of(made.site_of(atlas).contexts[0])
    content = geojson.write_ties(TIES.flat_columns(source), TIES.flat_rows(source))
    read(content)
    [feature] = json.loads(content)["features"]
    geometry: dict[str, object] = feature["geometry"]
    return geometry


def test_a_line_over_the_antimeridian_is_cut_there() -> None:
    geometry = tie_of((178.44, -18.14), (-171.76, -13.83))
    assert geometry["type"] == "MultiLineString"
    pieces: Any = geometry["coordinates"]
    west, east = pieces
    assert (west[0], west[-1][0]) == ([178.44, -18.14], 180)
    assert (east[0][0], east[-1]) == (-180, [-171.76, -13.83])
    assert west[-1][1] == east[0][1]


@pytest.mark.parametrize("end", [(180.0, -16.0), (-180.0, -16.0)])
def test_a_line_that_ends_on_the_antimeridian_is_whole(end: tuple[float, float]) -> None:
    geometry = tie_of((170.0, -16.0), end)
    pieces: Any = geometry["coordinates"]
    lines = pieces if geometry["type"] == "MultiLineString" else [pieces]
    assert all(len({*map(tuple, line)}) > 1 for line in lines)


def test_two_places_at_one_point_have_a_line() -> None:
    assert tie_of((5.0, 50.0), (5.0, 50.0))["type"] == "LineString"
