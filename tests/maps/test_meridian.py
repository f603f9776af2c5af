"""Where the globe is cut: one rule for pictures and for maps that are moved."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atlas.maps import meridian
from atlas.maps.arcs import Point, great_circle
from atlas.maps.viewports import cut, project

ELSEWHERE = [4.4, 2.3, 13.4, -5.8]
"""Brussels, Paris, Berlin, Tangier."""


@pytest.mark.parametrize(
    ("longitudes", "middle"),
    [
        ([178.4, -171.8], 180),  # Suva, Apia
        ([177.5, -165.4], 180),  # Anadyr, Nome
        ([174.8, -157.9], 180),  # Auckland, Honolulu
        ([178.4, -171.8, -175.2], 180),
        ([179.9], 180),
        ([139.7, -77.0], 210),
        ([131.9, 4.4], 0),
        ([4.4, -5.8, 121.0], 0),
        ([174.8, 4.4], 90),
        ([178.4, -171.8, *ELSEWHERE], 30),
        ([-80.0, 100.0], 0),
        ([], 0),
    ],
)
def test_the_meridian_is_that_of_the_places(longitudes: list[float], middle: int) -> None:
    assert meridian.choose([(lon, 10.0) for lon in longitudes]) == middle


SUVA, APIA, BRUSSELS, DAKAR = (178.44, -18.14), (-171.77, -13.83), (4.35, 50.85), (-17.45, 14.69)
LIMA, TOKYO = (-77.04, -12.05), (139.69, 35.68)


@pytest.mark.parametrize(
    "ends",
    [
        [(SUVA, APIA)],
        [(SUVA, BRUSSELS)],
        [(SUVA, DAKAR)],
        [(SUVA, APIA), (SUVA, BRUSSELS)],
        [(SUVA, BRUSSELS), (SUVA, DAKAR)],
        [(TOKYO, LIMA), (TOKYO, BRUSSELS), (SUVA, APIA)],
        [((179.9, -17.0), (-179.9, -16.5)), (BRUSSELS, LIMA)],
    ],
)
def test_every_line_is_one_piece_where_that_can_be(ends: list[tuple[Point, Point]]) -> None:
    lines = [great_circle(*pair) for pair in ends]
    middle = meridian.choose([at for pair in ends for at in pair], lines)
    assert [len(cut(line, middle)) for line in lines] == [1] * len(lines)


def test_where_lines_go_all_around_few_are_cut() -> None:
    around = [great_circle(*pair) for pair in ((TOKYO, LIMA), (LIMA, BRUSSELS), (BRUSSELS, TOKYO))]
    pacific = [great_circle(SUVA, APIA), great_circle((174.8, -36.9), (-157.9, 21.3))]
    middle = meridian.choose([], [*around, *pacific])
    assert sum(len(cut(line, middle)) - 1 for line in (*around, *pacific)) == 1
    assert meridian.choose([], around) == 0


def test_without_places_it_is_that_of_the_countries() -> None:
    fiji, samoa, belgium = (177, -19, 180, -16), (-173, -14, -171, -13), (2, 49, 6, 51)
    assert meridian.choose([], boxes=[fiji, samoa]) == 180
    assert meridian.choose([], boxes=[belgium]) == 0
    assert meridian.choose([(4.0, 50.0)], boxes=[(27, 41, 190, 78)]) == 30
    assert meridian.choose([], boxes=[(-180, -90, 180, 90)]) == 0


@given(st.integers(-180, 180), st.lists(st.integers(0, 180), min_size=1, max_size=9))
def test_places_on_half_the_globe_are_as_far_apart_as_they_lie(west: int, steps: list[int]) -> None:
    points = [((west + step + 180) % 360 - 180.0, 0.0) for step in steps]
    x = project(points, meridian.choose(points))[:, 0]
    whole = 17_244 * (max(steps) - min(steps)) / 180
    assert x.max() - x.min() == pytest.approx(whole, abs=1)
    assert abs(x).max() <= 17_244


def test_a_line_is_cut_at_the_edge_of_its_own_globe() -> None:
    line = [(170.0, 0.0), (190.0, 10.0)]
    assert len(cut(line, 180)) == 1
    west, east = cut(line, 0)
    assert (west[-1], east[0]) == ((180.0, 5.0), (-180.0, 5.0))
    assert project([west[-1]])[0][0] == -project([east[0]])[0][0] > 0
