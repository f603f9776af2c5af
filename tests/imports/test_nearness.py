"""Points that are near each other are found wherever they lie, and however many there are."""

from __future__ import annotations

import random

import pytest

from atlas.imports.nearness import distance, geohash, near_pairs


@pytest.mark.parametrize(
    ("point", "letters"),
    [((57.64911, 10.40744), "u4pru"), ((-25.382708, -49.265506), "6gkzw"), ((0, 0), "s0000")],
)
def test_a_geohash_is_what_others_make_of_it(point: tuple[float, float], letters: str) -> None:
    assert geohash(point) == letters


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ((50.8, 4.3), (50.85, 4.35)),
        ((-16.8, 179.98), (-16.8, -179.98)),
        ((89.99, 10.0), (89.99, -170.0)),
        ((0.01, -0.01), (-0.01, 0.01)),
    ],
)
def test_two_points_are_near(one: tuple[float, float], other: tuple[float, float]) -> None:
    [(first, second, far)] = near_pairs([one, other], 10)
    assert (first, second) == (0, 1)
    assert 0 < far == distance(one, other) < 10


def test_all_near_points_are_found() -> None:
    chance = random.Random(7)  # noqa: S311 - any points do
    points = [(chance.uniform(50, 51), chance.uniform(-1, 1)) for _ in range(200)]
    expected = {
        (first, second)
        for second in range(len(points))
        for first in range(second)
        if distance(points[first], points[second]) <= 10
    }
    assert len(expected) > 100
    assert {(first, second) for first, second, _ in near_pairs(points, 10)} == expected


def test_a_crowd_is_not_measured_one_against_one() -> None:
    crowd = [(50 + number / 1_000_000, 4.0) for number in range(2_000)]
    found = list(near_pairs(crowd, 10))
    assert {index for pair in found for index in pair[:2]} == set(range(2_000))
    assert len(found) <= 50 * len(crowd)
