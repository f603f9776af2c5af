"""What a scene becomes before any format: dots and lines that can be told apart."""

from __future__ import annotations

import pytest

from atlas.graph.scene import Pin, Scene, Tie
from atlas.maps.layout import draw, is_blank


def scene(*ties: Tie) -> Scene:
    pins = (
        Pin("ghent", 51.05, 3.72, ("a",)),
        Pin("ghent-province", 51.05, 3.72, ("b", "a")),
        Pin("lille", 50.63, 3.06, ("a", "b")),
    )
    return Scene("some", pins, ties, ())


def test_places_at_one_point_are_one_dot() -> None:
    spots = draw(scene()).spots
    assert [spot.places for spot in spots] == [("ghent", "ghent-province"), ("lille",)]
    assert spots[0].cooperations == ("a", "b")


def test_cooperations_of_one_group_between_two_places_are_one_line() -> None:
    ties = Tie("a", "twinning", "ghent", "lille"), Tie("b", "friendship", "lille", "ghent")
    (line,) = draw(scene(*ties)).lines
    assert line.cooperations == ("a", "b")
    assert line.places == ("ghent", "lille")


def test_lines_of_two_groups_do_not_cover_each_other() -> None:
    ties = Tie("a", "twinning", "ghent", "lille"), Tie("b", "mission", "ghent", "lille")
    first, second = draw(scene(*ties)).lines
    assert first.path[len(first.path) // 2] not in second.path
    assert first.path[0] == second.path[0]
    assert first.path[-1] == pytest.approx(second.path[-1])


def test_lines_from_neighbours_to_one_town_do_not_cover_each_other(morocco: Scene) -> None:
    bends = {round(line.path[len(line.path) // 2][0], 1) for line in draw(morocco).lines}
    assert len(bends) == 2


def test_a_tie_within_one_point_draws_no_line() -> None:
    assert draw(scene(Tie("a", "twinning", "ghent", "ghent-province"))).lines == ()


def test_a_tie_to_a_place_without_a_pin_is_a_fault() -> None:
    with pytest.raises(KeyError, match="nowhere"):
        draw(scene(Tie("a", "twinning", "ghent", "nowhere")))


@pytest.mark.parametrize(
    ("blank", "pins", "countries"),
    [(True, (), ()), (False, (), ("BE",)), (False, (Pin("ghent", 51.05, 3.72, ()),), ())],
)
def test_a_scene_is_blank_without_pins_and_countries(
    blank: bool, pins: tuple[Pin, ...], countries: tuple[str, ...]
) -> None:
    assert is_blank(Scene("some", pins, (), countries)) is blank
