"""Great circles: the way an aeroplane takes, also over the Pacific."""

from __future__ import annotations

import pytest
from pyproj import Geod

from atlas.maps.arcs import Point, bow_arc, great_circle, split

MADRID, NEW_YORK = (-3.7, 40.42), (-74.0, 40.71)
TOKYO, SAN_FRANCISCO = (139.69, 35.69), (-122.42, 37.77)


def test_the_way_from_madrid_to_new_york_leads_north_of_both() -> None:
    line = great_circle(MADRID, NEW_YORK)
    assert (line[0], line[-1]) == (MADRID, NEW_YORK)
    assert max(lat for _, lat in line) == pytest.approx(46.3, abs=0.1)


def test_the_points_lie_on_the_geodesic() -> None:
    globe = Geod(ellps="WGS84")
    lons, lats = zip(*great_circle(TOKYO, SAN_FRANCISCO), strict=True)
    whole = globe.inv(*TOKYO, *SAN_FRANCISCO)[2]
    assert globe.line_length(lons, lats) == pytest.approx(whole, rel=1e-9)


@pytest.mark.parametrize(
    ("ends", "points"), [(((4.35, 50.85), (4.37, 50.86)), 4), ((MADRID, NEW_YORK), 34)]
)
def test_a_long_line_has_more_points_than_a_short_one(
    ends: tuple[Point, Point], points: int
) -> None:
    assert len(great_circle(*ends)) == points


def test_longitudes_run_on_past_180() -> None:
    lons = [lon for lon, _ in great_circle(TOKYO, SAN_FRANCISCO)]
    assert lons == sorted(lons)
    assert lons[-1] == pytest.approx(360 - 122.42)


@pytest.mark.parametrize("ends", [(TOKYO, SAN_FRANCISCO), (SAN_FRANCISCO, TOKYO)])
def test_a_line_over_the_pacific_is_cut_in_two(ends: tuple[Point, Point]) -> None:
    first, second = split(great_circle(*ends))
    assert all(-180 <= lon <= 180 for lon, _ in first + second)
    assert {first[-1][0], second[0][0]} == {180, -180}
    assert first[-1][1] == second[0][1]
    assert first[0] == pytest.approx(ends[0])
    assert second[-1] == pytest.approx(ends[1])


def test_a_line_that_stays_within_180_is_left_whole() -> None:
    assert split(great_circle(MADRID, NEW_YORK)) == [list(great_circle(MADRID, NEW_YORK))]


def test_a_bowed_line_keeps_its_ends_and_stands_aside() -> None:
    straight, bent = great_circle(MADRID, NEW_YORK), bow_arc(MADRID, NEW_YORK, 0.1)
    assert bent[0] == MADRID
    assert bent[-1] == pytest.approx(NEW_YORK)
    middle = len(bent) // 2
    assert abs(bent[middle][1] - straight[middle][1]) == pytest.approx(5.3, abs=0.3)
    assert bow_arc(MADRID, NEW_YORK, 0) == straight


@pytest.mark.parametrize(
    "a",
    [(-3.7, 40.42), (175.28, -37.79), (0.0, 0.0), (-180.0, 12.0), (106.8, -6.2), (-58.4, -34.6)],
)
def test_between_opposite_points_the_line_nears_neither_a_pole_nor_the_edge_of_the_map(
    a: Point,
) -> None:
    """Once straight over the pole, which lies along the whole upper edge of a map."""
    b = (a[0] + 180 if a[0] <= 0 else a[0] - 180, -a[1])
    line = great_circle(a, b)
    assert line[0] == a
    assert line[-1] == pytest.approx(b)
    assert max(abs(lat) for _, lat in line) <= abs(a[1]) + 1e-6
    steps = [abs(after[0] - before[0]) for before, after in zip(line, line[1:], strict=False)]
    assert max(steps) < 12
    if a[0] % 180:  # at 0 and 180 one end lies on the edge, and either way is as good
        assert len(split(line)) == 1
        assert great_circle(b, a)[len(line) // 2] == pytest.approx(line[len(line) // 2], abs=1e-6)
