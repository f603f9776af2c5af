"""Pictures of thousands: few paths, few bytes, and still where the lines and dots are."""

from __future__ import annotations

import re
from typing import Any

import numpy as np
import pytest

from atlas.graph.scene import Pin, Scene, Tie
from atlas.maps import bundles, svg_paths, svg_pins
from atlas.maps.layout import CROWD, Drawing, Spot, draw
from atlas.maps.line_paths import LinePaths
from atlas.maps.static import StaticMaps
from atlas.maps.viewports import Viewport, project

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


@pytest.mark.parametrize("count", [3, CROWD, CROWD + 1, bundles.MOST])
def test_every_line_is_drawn_in_one_path_for_each_form(count: int) -> None:
    markup, drawing = drawn(count)
    assert markup.count("<path") == 2
    starts = re.findall(r"M(-?\d+)[ ]?(-?\d+)", markup)
    assert len(starts) >= len(drawing.lines)
    ends = WORLD.units(project([line.path[0] for line in drawing.lines]))
    assert {tuple(map(int, start)) for start in starts} >= {
        (round(x), round(y)) for x, y in ends.tolist()
    }


def test_lines_beyond_the_most_are_joined_between_neighbourhoods() -> None:
    markup, drawing = drawn(6000)
    assert len(drawing.lines) > bundles.MOST
    assert markup.count("M") < 2 * bundles.MOST
    assert "atlas-form-twinning" in markup
    assert "atlas-form-mission" in markup
    assert "atlas-tie-strong" in markup


@pytest.mark.parametrize("count", [1000, 20_000])
def test_a_picture_of_thousands_is_small(outlines: dict[str, Any], count: int) -> None:
    svg = StaticMaps(outlines).svg(net(count), title="", description="", names={}, root="")
    assert svg
    assert len(svg) < 120_000


def test_a_line_is_as_fine_as_can_be_seen() -> None:
    """Points are left out of a long line, none farther from it than a third of a pixel."""
    scene = Scene(
        "one",
        (Pin("a", 50.0, -100.0, ("c",)), Pin("b", 35.0, 100.0, ("c",))),
        (Tie("c", "twinning", "a", "b"),),
        (),
    )
    drawing = draw(scene)
    markup = svg_paths.ties(drawing.lines, drawing.spots, WORLD, LinePaths())
    runs = re.findall(r"M([^M\"]*)", markup)
    assert runs
    for run in runs:
        start, moves = run.split("l")
        steps = np.array([list(map(int, re.findall(r"-?\d+", part))) for part in (start,)])
        steps = np.vstack([steps, np.array(re.findall(r"-?\d+", moves), int).reshape(-1, 2)])
        points = np.cumsum(steps, axis=0)
        assert len(points) < len(drawing.lines[0].path)
        path = WORLD.units(project(drawing.lines[0].path))
        within = [at for at in path if points[:, 0].min() <= at[0] <= points[:, 0].max()]
        assert within
        assert all(_apart(at, points) < 4 for at in within)


def _apart(at: np.ndarray, points: np.ndarray) -> float:
    """How far a point is from a row of straight lines."""
    before, along = points[:-1], np.diff(points, axis=0)
    share = np.clip(np.sum((at - before) * along, axis=1) / np.sum(along**2, axis=1), 0, 1)
    return float(np.min(np.hypot(*(at - before - share[:, None] * along).T)))


def test_a_few_dots_are_circles_and_a_crowd_of_them_one_path() -> None:
    units = np.array([[float(x), 10.0 * x] for x in range(CROWD + 1)])
    spots = [Spot((0.0, 0.0), (f"p{at}",), ("one",)) for at in range(CROWD + 1)]
    assert svg_pins.draw(spots[:-1], units[:-1]).count("<circle") == CROWD
    crowd = svg_pins.draw(spots, units)
    assert crowd.count("<path") == 1
    steps = np.array(re.findall(r"-?\d+", crowd.replace("h0", "")), int).reshape(-1, 2)
    dots = np.cumsum(steps, axis=0)
    for at in units:
        assert np.min(np.hypot(*(dots - at).T)) < 29
