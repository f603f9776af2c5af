"""Windows: few, named apart, and always large enough."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from atlas.maps.viewports import HEIGHT, WIDTH, Viewport, around, project

points = st.lists(st.tuples(st.floats(-180, 180), st.floats(-90, 90)), min_size=1, max_size=5)


@given(points)
def test_every_point_lies_within_the_window(degrees: list[tuple[float, float]]) -> None:
    projected = project(degrees)
    units = around(projected).units(projected)
    assert np.all(units >= 0)
    assert np.all(units <= [WIDTH, HEIGHT])


def test_equal_earth_is_as_wide_and_high_as_published() -> None:
    assert project([(180, 0), (0, 90)]) == pytest.approx(
        np.array([[17_243.959, 0], [0, 8_392.928]]), abs=0.01
    )


def test_neighbouring_towns_share_a_window() -> None:
    ghent, lille = around(project([(3.72, 51.05)])), around(project([(3.06, 50.63)]))
    assert ghent == lille
    assert ghent.width == pytest.approx(1_591, abs=1)


def test_the_whole_globe_is_the_widest_window() -> None:
    assert around(project([(-170, 60), (170, -50)])) == Viewport(0, 0, 0)
    assert Viewport(0, 0, 0).name == "00-100-100"
