"""A tie that is paused, planned or over looks so, wherever it is drawn, and not by its colour."""

from __future__ import annotations

import itertools
import json
import re
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
import shapely

from atlas.graph.scene import ListedLine, Pin, Scene, Tie
from atlas.maps import interactive, legend_of_time, states
from atlas.maps.layout import CROWD, draw, join_pins
from atlas.maps.static import StaticMaps
from atlas.model.vocabulary import NOW, State
from tests.conftest import ROOT
from tests.maps.test_interactive import drawn

LINE = np.array([(0.0, 0.0), (300.0, 400.0), (300.0, 1000.0)])
LENGTH = 1100
TOWNS = {"ghent": (51.05, 3.72), "turin": (45.07, 7.69), "porto": (41.15, -8.61)}
OTHERS = [state for state in State if state is not State.ONGOING]


@pytest.fixture(scope="module")
def maps(outlines: dict[str, Any]) -> StaticMaps:
    return StaticMaps(outlines)


def between(*ties: tuple[str, str, State], gone: str = "") -> Scene:
    """A cooperation for each tie, which stands so at both of its ends."""
    states_at: dict[str, list[tuple[str, State]]] = {town: [] for town in TOWNS}
    for number, (a, b, state) in enumerate(ties):
        for town in (a, b):
            states_at[town].append((f"tie-{number}", state))
    pins = tuple(
        Pin(
            town,
            *TOWNS[town],
            tuple(id_ for id_, _ in found),
            is_gone=town == gone,
            states=tuple(one for one in found if one[1] is not State.ONGOING),
        )
        for town, found in states_at.items()
        if found
    )
    lines = tuple(
        Tie(f"tie-{number}", "twinning", a, b, state) for number, (a, b, state) in enumerate(ties)
    )
    return Scene("some", pins, lines, ())


def picture(maps: StaticMaps, scene: Scene) -> str:
    names = {pin.place: pin.place.title() for pin in scene.pins}
    svg = maps.svg(scene, title="A map", description="Of towns.", names=names, root="")
    assert svg is not None
    return svg


# What is drawn of a line


@pytest.mark.parametrize("state", State)
def test_of_a_line_so_much_is_drawn_as_its_state_says(state: State) -> None:
    whole = shapely.LineString(LINE)
    parts = [shapely.LineString(part) for part in states.cut(LINE, state)]
    shares = [(whole.project(shapely.Point(p.coords[0])) / LENGTH, p) for p in parts]
    assert [start for start, _ in shares] == pytest.approx([a for a, _ in states.PARTS[state]])
    lengths = [part.length / LENGTH for part in parts]
    assert lengths == pytest.approx([b - a for a, b in states.PARTS[state]])
    assert all(part.within(whole.buffer(0.01)) for part in parts)


def test_no_two_states_look_alike_and_only_what_is_ongoing_is_whole() -> None:
    looks = {(states.PARTS[one], len(states.sign(LINE, one, 10))) for one in State}
    assert len(looks) == len(State)
    drawn_shares = {one: sum(b - a for a, b in states.PARTS[one]) for one in State}
    assert max(drawn_shares, key=drawn_shares.__getitem__) is State.ONGOING
    assert all(drawn_shares[one] < 0.9 for one in OTHERS)
    assert not states.sign(LINE, State.ONGOING, 10)


@pytest.mark.parametrize("state", OTHERS)
def test_a_sign_lies_in_the_middle_of_the_gap(state: State) -> None:
    points = np.concatenate(states.sign(LINE, state, 10))
    assert points.mean(axis=0) == pytest.approx([300, 450], abs=1)
    assert np.hypot(*(points - [300, 450]).T).max() <= 10
    middle = shapely.Point(300, 450)
    assert min(shapely.LineString(part).distance(middle) for part in states.cut(LINE, state)) > 10


def test_a_cross_is_upright_on_every_line_and_two_bars_lie_across_theirs() -> None:
    for climb in (-1.0, 0.0, 0.5, 1.0):
        line = np.array([(0.0, 0.0), (100.0, 100 * climb)])
        for (x, y), (right, down) in states.sign(line, State.ENDED, 10):
            assert abs(right - x) == pytest.approx(abs(down - y)), "a plus on a line that climbs"
        for start, end in states.sign(line, State.PAUSED, 10):
            assert np.dot(end - start, line[1]) == pytest.approx(0)


def test_a_line_without_length_has_its_parts_and_sign_at_its_point() -> None:
    point = np.array([(5.0, 5.0), (5.0, 5.0)])
    assert len(states.cut(point, State.ENDED)) == 2
    assert all(np.isfinite(stroke).all() for stroke in states.sign(point, State.PAUSED, 3))


# Pictures


@pytest.mark.parametrize("state", State)
def test_a_picture_says_how_each_line_stands(maps: StaticMaps, state: State) -> None:
    svg = picture(maps, between(("ghent", "turin", state)))
    (look, data) = re.findall(r'class="atlas-tie ([^"]*)" d="([^"]*)"', svg)[0]
    assert look == f"atlas-form-twinning{states.look(state)}"
    assert data.count("M") == len(states.PARTS[state])
    signs = re.findall(r'class="atlas-sign(-back)? atlas-state-(\w+)"', svg)
    assert signs == ([] if state is State.ONGOING else [("-back", state), ("", state)])


def test_ties_of_two_places_that_stand_otherwise_are_lines_apart(maps: StaticMaps) -> None:
    scene = between(("ghent", "turin", State.ONGOING), ("ghent", "turin", State.ENDED))
    lines = draw(scene).lines
    assert [line.state for line in lines] == [State.ONGOING, State.ENDED]
    assert lines[0].path != lines[1].path
    same = between(("ghent", "turin", State.ENDED), ("ghent", "turin", State.ENDED))
    assert len(draw(same).lines) == 1


def test_a_place_where_nothing_goes_on_is_hollow_and_named_so(maps: StaticMaps) -> None:
    scene = between(("ghent", "turin", State.ENDED), ("ghent", "porto", State.PAUSED), gone="porto")
    svg = picture(maps, scene)
    dots = re.findall(r'<g class="atlas-dot([^"]*)"><circle', svg)
    paused = " atlas-state-paused"
    assert sorted(dots) == [" atlas-state-ended", paused, f"{paused} atlas-gone"]
    assert re.search(r'class="atlas-label atlas-state-ended"><text [^>]*>Turin<', svg)
    assert [spot.is_past for spot in join_pins(scene.pins)] == [False, True, True]


def test_a_place_is_as_alive_as_the_liveliest_of_its_ties() -> None:
    both = between(("ghent", "turin", State.ENDED), ("ghent", "porto", State.ONGOING))
    assert {spot.places[0]: spot.state for spot in join_pins(both.pins)} == {
        "ghent": State.ONGOING,
        "turin": State.ENDED,
        "porto": State.ONGOING,
    }
    hall = Pin("hall", *TOWNS["turin"], ("tie-0",))
    (spot,) = join_pins((both.pins[1], hall))
    assert spot.state is State.ONGOING


def test_a_line_that_is_too_short_has_no_sign_but_its_gap(maps: StaticMaps) -> None:
    scene = between(("ghent", "turin", State.ENDED), ("ghent", "porto", State.ONGOING))
    near = (replace(scene.pins[0]), replace(scene.pins[1], lat=51.0, lon=3.9), scene.pins[2])
    svg = picture(maps, replace(scene, pins=near))
    assert "atlas-form-twinning atlas-state-ended" in svg
    assert "atlas-sign" not in svg


@pytest.mark.parametrize("listed", [False, True])
def test_a_crowd_has_gaps_without_signs_in_few_bytes(maps: StaticMaps, *, listed: bool) -> None:
    def crowd(state: State) -> str:
        met, others = ((), ("x",)) if listed else (("x",), ())
        stand = (("x", state),) if state is not State.ONGOING else ()
        towns = [
            Pin(f"p{n}", 30 + n % 23, n % 37, met, others, states=stand) for n in range(CROWD + 40)
        ]
        pairs = itertools.pairwise(pin.place for pin in towns)
        if listed:
            lines = tuple(ListedLine(f"{a}-{b}", a, b, state) for a, b in pairs)
            return picture(maps, Scene("crowd", tuple(towns), (), (), (), lines))
        ties = tuple(Tie("x", "twinning", a, b, state) for a, b in pairs)
        return picture(maps, Scene("crowd", tuple(towns), ties, ()))

    ongoing, ended = crowd(State.ONGOING), crowd(State.ENDED)
    assert "atlas-sign" not in ended
    assert len(re.findall(r'class="atlas-tie [^"]*atlas-state-ended"', ended)) == 1
    paths = [re.findall(r'class="atlas-tie [^"]*" d="([^"]*)"', svg)[0] for svg in (ongoing, ended)]
    assert paths[1].count("M") == 2 * paths[0].count("M")
    assert len(ended) < 2.2 * len(ongoing)


# Legend and choice


def test_the_legend_explains_only_the_states_that_are_there() -> None:
    assert legend_of_time.entries(between(("ghent", "turin", State.ONGOING))) == ()
    shown = legend_of_time.entries(
        between(("ghent", "turin", State.ENDED), ("ghent", "porto", State.ONGOING))
    )
    assert [state for state, _ in shown] == [State.ONGOING, State.ENDED]
    assert "atlas-sign" not in shown[0][1]
    assert "atlas-sign atlas-state-ended" in shown[1][1]
    later = legend_of_time.entries(between(("ghent", "turin", State.ONGOING)), [State.ENDED])
    assert [state for state, _ in later] == [State.ONGOING, State.ENDED]


def test_hollow_places_are_explained_where_there_are_some() -> None:
    assert not legend_of_time.past_places(between(("ghent", "turin", State.PAUSED)))
    assert "atlas-dot" in legend_of_time.past_places(between(("ghent", "turin", State.PLANNED)))
    gone = between(("ghent", "turin", State.ONGOING), gone="turin")
    assert "atlas-dot" in legend_of_time.past_places(gone)
    listed = Pin("ghent", *TOWNS["ghent"], (), ("x",), states=(("x", State.ENDED),))
    sample = legend_of_time.past_places(Scene("some", (listed,), (), ()))
    assert "atlas-listed-dots" in sample
    assert "atlas-dot " not in sample


def test_what_is_shown_of_now_is_counted_by_cooperations() -> None:
    scene = between(
        ("ghent", "turin", State.ENDED),
        ("ghent", "turin", State.PAUSED),
        ("ghent", "porto", State.PLANNED),
        ("porto", "turin", State.ONGOING),
    )
    found = legend_of_time.count_cooperations(scene)
    assert (found.ever, found.now) == (4, 2)
    left = replace(scene, pins=(*scene.pins, Pin("x", 0, 0, ("tie-0",))))
    assert legend_of_time.count_cooperations(left).now == 3
    assert legend_of_time.count_listed(scene).ever == 0


def test_the_choice_takes_away_what_is_not_of_now_and_nothing_else() -> None:
    hidden = re.findall(r"\.atlas-state-(\w+)", legend_of_time.stylesheet())
    assert hidden == [state for state in State if state not in NOW]


# Interactive maps


def test_a_script_says_how_lines_and_places_stand_where_they_are_not_ongoing() -> None:
    ongoing = drawn(between(("ghent", "turin", State.ONGOING)))
    assert [len(line) for line in ongoing["lines"]] == [5]
    assert [len(spot) for spot in ongoing["spots"]] == [4, 4]
    assert {"ended", "gone"}.isdisjoint(ongoing)
    data = drawn(
        between(("ghent", "turin", State.ENDED), ("ghent", "porto", State.ONGOING), gone="turin")
    )
    assert [line[5:] for line in data["lines"]] == [["ended"], []]
    assert [spot[4:] for spot in data["spots"]] == [[[], {"ended": [0]}], [[], {"ended": [0]}], []]
    assert data["gone"] == [1]


def test_a_script_numbers_the_listed_pairs_that_have_ended() -> None:
    over = (("b-c", State.ENDED),)
    pins = (
        Pin("a", 50.0, 4.0, (), ("a-b",)),
        Pin("b", 51.0, 5.0, (), ("a-b", "b-c"), states=over),
        Pin("c", 52.0, 6.0, (), ("b-c",), states=over),
    )
    lines = ListedLine("a-b", "a", "b"), ListedLine("b-c", "b", "c", State.ENDED)
    scene = Scene("some", pins, (), (), (), lines)
    assert drawn(scene)["ended"] == [1]
    assert interactive.pairs(scene)[1] == "b-c"


def test_the_browser_draws_and_chooses_by_the_same_rule() -> None:
    script = (ROOT / "hooks/atlas/maps/client/states.js").read_text("utf-8")
    order = re.search(r"ORDER = \[(.*?)\]", script)
    now = re.search(r"NOW = new Set\(\[(.*?)\]\)", script)
    assert order
    assert now
    assert re.findall(r'"(\w+)"', order[1]) == list(State)
    assert set(re.findall(r'"(\w+)"', now[1])) == NOW
    parts = re.search(r"PARTS = \{(.*?)\};", script, re.DOTALL)
    assert parts
    for state in State:
        (found,) = re.findall(rf"{state}: (\[\[.*\]\]),", parts[1])
        assert tuple(map(tuple, json.loads(found))) == states.PARTS[state]
    asked = (ROOT / "overrides/assets/javascripts/atlas-explore-question.js").read_text("utf-8")
    (chosen,) = re.findall(r"NOW = \[(.*?)\];", asked)
    assert set(re.findall(r'"(\w+)"', chosen)) == NOW
