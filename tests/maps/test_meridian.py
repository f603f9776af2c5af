"""Where the globe is cut: one rule for pictures and for maps that are moved."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atlas.maps import meridian
from atlas.maps.meridian import western_edge
from atlas.maps.viewports import cut, project

PACIFIC = [(174.76, -36.85), (-157.86, 21.31)]


@pytest.mark.parametrize(
    ("longitudes", "middle"),
    [
        ([174.76, -157.86], 180),
        ([178.4, -171.8, -175.2, 179.2], 180),
        ([139.7, -77.0], 180),
        ([4.4, -5.8, 121.0], 0),
        ([4.4, 178.4, -171.8], 0),
        ([179.9], 0),
        ([-100.0, 100.0], 180),
        ([-80.0, 100.0], 0),
        ([], 0),
    ],
)
def test_the_meridian_is_that_of_the_places(longitudes: list[float], middle: int) -> None:
    assert meridian.choose([(lon, 10.0) for lon in longitudes], []) == middle


def test_without_places_it_is_that_of_the_countries() -> None:
    fiji, samoa, belgium = (177, -19, 180, -16), (-173, -14, -171, -13), (2, 49, 6, 51)
    assert meridian.choose([], [fiji, samoa]) == 180
    assert meridian.choose([], [fiji, belgium]) == 0
    assert meridian.choose([(4.0, 50.0)], [fiji, samoa]) == 0


@given(st.lists(st.integers(-180, 180), min_size=1, max_size=9))
def test_places_are_never_farther_apart_than_they_lie(longitudes: list[int]) -> None:
    middle = meridian.choose([(lon, 0.0) for lon in longitudes], [])
    x = project([(lon, 0.0) for lon in longitudes], middle)[:, 0]
    other = project([(lon, 0.0) for lon in longitudes], 0)[:, 0]
    assert x.max() - x.min() <= other.max() - other.min() + 1e-6
    assert abs(x).max() <= 17_244


def test_a_line_is_cut_at_the_edge_of_its_own_globe() -> None:
    line = [(170.0, 0.0), (190.0, 10.0)]
    assert len(cut(line, 180)) == 1
    west, east = cut(line, 0)
    assert (west[-1], east[0]) == ((180.0, 5.0), (-180.0, 5.0))
    assert project([west[-1]])[0][0] == -project([east[0]])[0][0] > 0
    assert western_edge([lon for lon, _ in PACIFIC]) == pytest.approx(8.45)
