"""Points are judged by the country they belong to: coasts, islands, borders, ±180 degrees."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from atlas.checks.borders import Borders
from atlas.files.outlines import read_borders, read_outlines

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def borders() -> Borders:
    return Borders(read_borders(ROOT / "data"))


@pytest.mark.parametrize(
    ("lat", "lon", "country"),
    [
        pytest.param(37.98376, 23.72784, "GR", id="Athens"),
        pytest.param(38.91222, 121.60222, "CN", id="Dalian, on a headland"),
        pytest.param(-33.92584, 18.42322, "ZA", id="Cape Town"),
        pytest.param(14.6937, -17.44406, "SN", id="Dakar, on a cape"),
        pytest.param(26.21719, 127.71922, "JP", id="Urasoe, on an island far off"),
        pytest.param(28.09973, -15.41343, "ES", id="Las Palmas, nearer to Africa"),
        pytest.param(35.88919, -5.31979, "ES", id="Ceuta, in Africa"),
        pytest.param(39.11, 26.55472, "GR", id="Mytilene, off the coast of Türkiye"),
        pytest.param(1.14937, 104.02491, "ID", id="Batam, off the coast of Singapore"),
        pytest.param(21.30694, -157.85833, "US", id="Honolulu"),
        pytest.param(36.13663, -5.35257, "GI", id="Gibraltar"),
        pytest.param(-16.78, 179.98, "FJ", id="Taveuni, to the west of 180"),
        pytest.param(-16.9, -179.97, "FJ", id="Taveuni, from the other side"),
        pytest.param(64.73, 177.5, "RU", id="Anadyr"),
        pytest.param(66.16, -169.81, "RU", id="Uelen, east of 180"),
        pytest.param(44.95, 34.1, "UA", id="Simferopol"),
        pytest.param(31.5, 34.46, "PS", id="Gaza"),
        pytest.param(27.15, -13.2, "EH", id="Laayoune"),
        pytest.param(42.66, 21.16, "XK", id="Pristina"),
        pytest.param(14.61, -61.06, "MQ", id="Fort-de-France"),
        pytest.param(51.9537, 14.7149, "DE", id="Guben, on a river that is a border"),
    ],
)
def test_a_right_point_belongs_to_its_country(
    borders: Borders, lat: float, lon: float, country: str
) -> None:
    assert borders.belongs((lon, lat), [country])


@pytest.mark.parametrize(
    ("lat", "lon", "country"),
    [
        pytest.param(23.72784, 37.98376, "GR", id="Athens, swapped"),
        pytest.param(37.98376, -23.72784, "GR", id="Athens, west for east"),
        pytest.param(35.6, 23.2, "CY", id="off the coast of another country"),
        pytest.param(37.1, 22.0, "TR", id="in another country"),
        pytest.param(36.5, 21.0, "GR", id="60 km out at sea"),
        pytest.param(0.0, 0.0, "GH", id="nowhere"),
        pytest.param(50.85, 4.35, "NL", id="Brussels"),
        pytest.param(48.08, 7.36, "DE", id="Colmar, 15 km across the border"),
        pytest.param(-18.14, -178.44, "FJ", id="Suva, with a minus"),
    ],
)
def test_a_wrong_point_does_not(borders: Borders, lat: float, lon: float, country: str) -> None:
    assert not borders.belongs((lon, lat), [country])


def test_off_a_coast_a_point_belongs_to_the_nearest_country_alone() -> None:
    square = [[[0, 0], [0, 1], [1, 1], [1, 0], [0, 0]]]
    east = [[[1.2, 0], [1.2, 1], [2, 1], [2, 0], [1.2, 0]]]
    borders = Borders({"features": [_feature("BE", square), _feature("NL", east)]})
    at_sea = (1.08, 0.5)  # 9 km from one, 13 from the other
    assert borders.belongs(at_sea, ["BE"])
    assert not borders.belongs(at_sea, ["NL"])
    assert borders.belongs((1.12, 0.5), ["NL"])
    assert not borders.belongs((-0.1, 0.5), ["BE"])  # 11 km


def test_a_folder_with_its_own_view_of_the_world_is_judged_by_it(tmp_path: Path) -> None:
    world = tmp_path / "world"
    world.mkdir()
    own = world / "countries.geo.json"
    own.write_text('{"type": "FeatureCollection", "features": []}', encoding="utf-8")
    assert (
        read_borders(tmp_path)
        == read_outlines(tmp_path)
        == {
            "type": "FeatureCollection",
            "features": [],
        }
    )


def test_every_country_that_is_drawn_can_be_judged(borders: Borders) -> None:
    drawn = {one["properties"]["iso2"] for one in read_outlines(ROOT / "data")["features"]}
    assert drawn
    assert all(code in borders for code in drawn)


def _feature(code: str, rings: list[Any]) -> dict[str, Any]:
    geometry = {"type": "Polygon", "coordinates": rings}
    return {"properties": {"iso2": code}, "geometry": geometry}
