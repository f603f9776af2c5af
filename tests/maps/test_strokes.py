"""Pictures of thousands: few paths, few bytes, and still where the lines and dots are."""

from __future__ import annotations

import math
import re
from typing import Any

import numpy as np
import pytest
import shapely
from pyproj import Geod

from atlas.graph.scene import Pin, Scene, Tie
from atlas.maps import svg_paths, svg_pins
from atlas.maps.layout import CROWD, Drawing, Spot, draw
from atlas.maps.line_paths import LinePaths
from atlas.maps.static import StaticMaps
from atlas.maps.viewports import Viewport, project
from atlas.model.vocabulary import State

WORLD = Viewport(0, 0, 0)


def net(count: int, *, hubs: int = 40) -> Scene:
    """`count` ties, each from a town of its own to one of the hubs, of two forms."""
    pins = [
        Pin(f"hub-{one:02}", -40 + 2.1 * one, 4.0 * one - 80, tuple(f"t{one}" for _ in range(9)))
        for one in range(hubs)
    ]
    pins += [
        Pin(f"town-{one}", (one * 37) % 100 - 40, (one * 91.7) % 340 - 170, (f"c{one}",))
        for one in range(count)
    ]
    ties = tuple(
        Tie(f"c{one}", ("twinning", "mission")[one % 2], f"hub-{one % hubs:02}", f"town-{one}")
        for one in range(count)
    )
    return Scene("net", tuple(sorted(pins, key=lambda pin: pin.place)), ties, ())


def drawn(count: int) -> tuple[str, Drawing]:
    drawing = draw(net(count))
    return svg_paths.ties(drawing.lines, drawing.spots, WORLD, LinePaths()), drawing


@pytest.mark.parametrize("count", [3, CROWD])
def test_every_line_is_drawn_in_one_path_for_each_form(count: int) -> None:
    markup, drawing = drawn(count)
    assert markup.count("<path") == 2
    starts = re.findall(r"M(-?\d+)[ ]?(-?\d+)", markup)
    assert len(starts) >= len(drawing.lines)
    ends = WORLD.units(project([line.path[0] for line in drawing.lines]))
    assert {tuple(map(int, start)) for start in starts} >= {
        (round(x), round(y)) for x, y in ends.tolist()
    }


@pytest.mark.parametrize("count", [1000, 6000])
def test_lines_of_a_crowd_are_joined_between_neighbourhoods(count: int) -> None:
    markup, drawing = drawn(count)
    assert len(drawing.lines) > CROWD
    assert markup.count("M") < 2 * CROWD
    assert "atlas-form-twinning" in markup
    assert "atlas-form-mission" in markup
    assert "atlas-tie-strong" in markup


@pytest.mark.parametrize("count", [1000, 20_000])
def test_a_picture_of_thousands_is_small(outlines: dict[str, Any], count: int) -> None:
    svg = StaticMaps(outlines).svg(net(count), title="", description="", names={}, root="")
    assert svg
    assert len(svg) < 60_000


@pytest.mark.parametrize("state", [State.ONGOING, State.ENDED])
def test_a_line_is_few_curves_that_lie_where_it_runs(state: State) -> None:
    """No point of a long line is farther from its curves than a pixel is wide."""
    scene = Scene(
        "one",
        (Pin("a", 50.0, -100.0, ("c",)), Pin("b", 35.0, 100.0, ("c",))),
        (Tie("c", "twinning", "a", "b", state),),
        (),
    )
    drawing = draw(scene)
    markup = svg_paths.ties(drawing.lines, drawing.spots, WORLD, LinePaths())
    (data,) = re.findall(r'class="atlas-tie [^"]*" d="([^"]*)"', markup)
    runs = [np.concatenate(_points(run)) for run in data.split("M")[1:]]
    assert len(re.findall("[lqc]", data)) < len(drawing.lines[0].path) / 2
    truth = [(-100.0, 50.0), *Geod(ellps="WGS84").npts(-100, 50, 100, 35, 2000), (100.0, 35.0)]
    truth = [(lon - 360 if lon > 0 else lon, lat) for lon, lat in truth]
    path = shapely.MultiLineString([WORLD.locate(one) for one in WORLD.cut(truth)])
    for run in runs:
        assert np.all(shapely.distance(path, shapely.points(run)) < 6)
    drawn = sum(shapely.LineString(run).length for run in runs)
    whole = path.length if state is State.ONGOING else 0.6 * path.length
    assert abs(drawn - whole) < 0.3 * whole, "all of it is there"


def _points(run: str) -> list[np.ndarray]:
    """Points along a run of path data, many on each of its curves."""
    start, *curves = re.split("(?=[lqc])", run)
    at = np.array(re.findall(r"-?\d+", start), float)
    points, share = [at[None]], np.linspace(0, 1, 50)[:, None]
    for curve in curves:
        steps = np.array(re.findall(r"-?\d+", curve), float).reshape(-1, 2)
        controls, degree = [np.zeros(2), *steps], len(steps)
        along = sum(
            math.comb(degree, n) * share**n * (1 - share) ** (degree - n) * control
            for n, control in enumerate(controls)
        )
        points.append(at + along)
        at = at + steps[-1]
    return points


def test_a_few_dots_are_circles_and_a_crowd_of_them_one_path() -> None:
    units = np.array([[float(x), 10.0 * x] for x in range(CROWD + 1)])
    spots = [Spot((0.0, 0.0), (f"p{at}",), ("one",)) for at in range(CROWD + 1)]
    few = svg_pins.draw(spots[:-1], units[:-1])
    assert few.count("<circle") == CROWD
    assert few.count("atlas-dot") == 1
    crowd = svg_pins.draw(spots, units)
    assert crowd.count("<path") == 1
    steps = np.array(re.findall(r"-?\d+", crowd.replace("h0", "")), int).reshape(-1, 2)
    dots = np.cumsum(steps, axis=0)
    for at in units:
        assert np.min(np.hypot(*(dots - at).T)) < 29
