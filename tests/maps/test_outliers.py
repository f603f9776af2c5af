"""Which dots a map is framed without: a few that lie far off, by a rule for any data."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from atlas.graph.scene import Pin, Scene, Tie
from atlas.maps.arrows import leave
from atlas.maps.layout import draw
from atlas.maps.outliers import frame, lines_between, lines_out
from atlas.maps.outlines import Bounds

EUROPE = {
    **{"ghent": (51.05, 3.72), "lille": (50.63, 3.06), "rome": (41.9, 12.5), "sofia": (42.7, 23.3)},
    **{"tangier": (35.76, -5.83), "ankara": (39.93, 32.86), "oslo": (59.91, 10.75)},
}
PACIFIC = {
    **{"suva": (-18.14, 178.44), "apia": (-13.83, -171.77), "nukualofa": (-21.14, -175.2)},
    **{"funafuti": (-8.52, 179.2), "auckland": (-36.85, 174.76)},
}
MANILA, QUITO = (14.6, 120.98), (-0.18, -78.47)


def scene(towns: dict[str, tuple[float, float]], ties: Iterable[tuple[str, str]] = ()) -> Scene:
    pins = tuple(Pin(id_, lat, lon, ()) for id_, (lat, lon) in sorted(towns.items()))
    return Scene("some", pins, tuple(Tie(f"{a}-{b}", "twinning", a, b) for a, b in ties), (), ())


def far(
    towns: dict[str, tuple[float, float]],
    ties: Iterable[tuple[str, str]] = (),
    boxes: Sequence[Bounds] = (),
) -> set[str]:
    drawing = draw(scene(towns, ties))
    return {place for at in frame(drawing, boxes).far for place in drawing.spots[at].places}


@pytest.mark.parametrize(
    ("bulk", "there"),
    [(EUROPE, MANILA), (EUROPE, QUITO), (EUROPE, PACIFIC["apia"]), (PACIFIC, EUROPE["ghent"])],
    ids=["Asia", "America", "over the pole", "from both sides of 180"],
)
def test_one_far_tie_is_far(
    bulk: dict[str, tuple[float, float]], there: tuple[float, float]
) -> None:
    first, *others = bulk
    ties = [(first, other) for other in others]
    assert far({**bulk, "there": there}, [*ties, (first, "there")]) == {"there"}
    assert far({**bulk, "there": there}) == {"there"}


def test_two_far_ends_in_different_directions_are_far() -> None:
    towns = {**EUROPE, "dakar": (14.7, -17.4), "manila": MANILA, "quito": QUITO}
    assert far(towns) == {"manila", "quito"}


@pytest.mark.parametrize(
    "towns",
    [
        {"ghent": (51.05, 3.72), "manila": MANILA},
        {"ghent": (51.05, 3.72), "lille": (50.63, 3.06), "manila": MANILA},
        EUROPE,
        PACIFIC,
        {**EUROPE, "manila": MANILA, "quito": QUITO, "jakarta": (-6.2, 106.8)},
        {"ghent": (51.05, 3.72), "lille": (50.6, 3.1), "mons": (50.45, 3.95), "bonn": (50.7, 7.1)},
        {"a": (0.0, 0.0), "b": (0.0, 180.0), "c": (0.0, 90.0), "d": (0.0, -90.0)},
        {},
    ],
    ids=["two", "three", "Europe", "Pacific", "too many", "neighbours", "all around", "none"],
)
def test_where_the_far_ones_are_no_few_or_not_far_nothing_is(
    towns: dict[str, tuple[float, float]],
) -> None:
    assert far(towns) == set()


def test_what_most_lines_lead_to_is_not_far() -> None:
    towns = {**EUROPE, "manila": MANILA}
    assert far(towns, [(town, "manila") for town in EUROPE]) == set()


def test_what_the_page_is_about_is_not_far_nor_what_lies_nearer() -> None:
    towns = {**EUROPE, "manila": MANILA}
    assert far(towns, boxes=[(2.5, 49.5, 6.4, 51.5)]) == {"manila"}
    assert far(towns, boxes=[(116.9, 5.6, 126.6, 18.6)]) == set()


def test_lines_lead_out_or_stay() -> None:
    drawing = draw(
        scene(
            {**EUROPE, "manila": MANILA},
            [("ghent", "rome"), ("ghent", "oslo"), ("ghent", "manila")],
        )
    )
    away = frame(drawing, ()).far
    stay = [line.places for line in lines_between(drawing, away)]
    assert sorted(stay) == [("ghent", "oslo"), ("ghent", "rome")]
    assert [(drawing.spots[at].places, line.places) for at, line in lines_out(drawing, away)] == [
        (("manila",), ("ghent", "manila"))
    ]


SOMEWHERE = st.tuples(st.integers(-90, 90), st.integers(-180, 180))


@given(st.lists(SOMEWHERE, min_size=1, max_size=12, unique=True))
def test_far_ones_are_few_and_the_same_on_either_half_of_the_globe(
    points: list[tuple[int, int]],
) -> None:
    towns = {f"t{number:02}": (float(lat), float(lon)) for number, (lat, lon) in enumerate(points)}
    found = far(towns)
    assert len(found) <= min(6, len(towns) / 4)
    assert far({id_: (-lat, lon) for id_, (lat, lon) in towns.items()}) == found


def test_an_arrow_stands_where_its_line_leaves_the_box() -> None:
    line = np.array([(10.0, 10.0), (40.0, 20.0), (120.0, 60.0), (50.0, 50.0)])
    arrow = leave(line, (0, 0), (100, 100))
    assert arrow.tip == pytest.approx((100, 50))
    assert arrow.line.tolist()[:2] == [[10, 10], [40, 20]]
    assert arrow.ahead == pytest.approx((0.894427, 0.447214))
    head = arrow.head(10)
    assert head[0].tolist() == pytest.approx([100, 50])
    assert np.all(head[1:, 0] < 100)


def test_an_arrow_of_a_line_that_breaks_off_stands_at_its_end() -> None:
    assert leave(np.array([(10.0, 10.0), (40.0, 20.0)]), (0, 0), (100, 100)).tip == (40, 20)
