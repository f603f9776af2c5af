"""The backgrounds of static maps are sound pictures, at whatever scale."""

from __future__ import annotations

import re
from typing import Any

import pytest
import shapely

from atlas.maps.basemaps import Basemaps
from atlas.maps.viewports import around, project

_RING = re.compile(r"M-?\d+[ -]\d+l-?\d+[ -]\d+(?:[ -]\d+[ -]\d+)*z")


@pytest.mark.parametrize("width", [0.001, 0.005, 0.02, 0.05, 0.5])
def test_a_hole_is_drawn_or_left_out_but_is_never_a_point(width: float) -> None:
    land = shapely.box(5, 40, 20, 50).difference(shapely.box(12, 45, 12 + width, 45 + width))
    geometry: dict[str, Any] = shapely.geometry.mapping(land)
    feature = {"type": "Feature", "properties": {"iso2": "IT"}, "geometry": geometry}
    maps = Basemaps({"type": "FeatureCollection", "features": [feature]})
    viewport = around(project([(-10, 30), (40, 60)]))
    assert maps.shows(viewport, "IT")
    path = maps.path(viewport)
    [(taken, text)] = maps.take()
    assert taken == path
    assert [*maps.take()] == []
    data = re.search(r' d="([^"]+)"', text)
    assert data
    assert re.sub(_RING, "", data[1]) == ""
    assert len(_RING.findall(data[1])) in {1, 2}
