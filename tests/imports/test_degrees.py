"""Degrees in the many ways in which lists write them."""

from __future__ import annotations

from pathlib import Path

import pytest

from atlas.imports.degrees import EAST, NORTH, read_degrees
from tests.imports.lists import Atlas, write

READ = {
    "50.85": 50.85,
    "50,85": 50.85,
    "-1.9": -1.9,
    "\u22121.9": -1.9,
    "\u20131,9": -1.9,
    "+4": 4,
    ".5": 0.5,
    "2.5e-1": 0.25,
    "50.85°": 50.85,
    "50.85° N": 50.85,
    "1.9S": -1.9,
    "S 1.9": -1.9,
    "13°31'S": -13.51667,
    "13° 31′ 12″ S": -13.52,
    "13º31\u201912''": 13.52,
}


@pytest.mark.parametrize("written", READ)
def test_degrees_are_read(written: str) -> None:
    assert read_degrees(written, NORTH) == pytest.approx(READ[written], abs=1e-5)


def test_west_is_below_zero_and_lies_not_on_the_other_axis() -> None:
    assert read_degrees("71°30'W", EAST) == -71.5
    assert read_degrees("71.5 e", EAST) == 71.5
    assert read_degrees("71.5 W", NORTH) is None


@pytest.mark.parametrize(
    "written",
    ["", "?", "n/a", "nan", "inf", "1_0", "5.61.2", "4 O", "-4 S", "N 4 S", "4 5", "° N", "0x10"],
)
def test_what_may_mean_two_things_or_none_is_not_read(written: str) -> None:
    assert read_degrees(written, NORTH) is None


def test_points_that_cannot_be_read_are_told(atlas: Atlas, tmp_path: Path) -> None:
    rows = [
        ("Lyon", "France", "45,76° N", "4,84 E", "Lima", "Peru", "12°3'S", "77°3′W"),
        ("Genk", "Belgium", "?", "", "Kiel", "Germany", "154.32", "10.14"),
        ("Aalst", "Belgium", "0", "0", "Ghent", "Belgium", "", ""),
    ]
    said = atlas.bring_in(write(tmp_path / "list.csv", rows))
    points = {id_: (row["lat"], row["lon"]) for id_, row in atlas.rows("places").items()}
    assert points == {
        "lyon-fr": ("45.76", "4.84"),
        "lima-pe": ("-12.05", "-77.05"),
        **dict.fromkeys(("genk-be", "kiel-de", "aalst-be", "ghent-be"), ("", "")),
    }
    assert "2 points left out" in said
    refused = [(row["row"], row["reason"]) for row in atlas.listed("refused")]
    assert refused == [("3", "point-unreadable")]
    assert atlas.check() == "no problems\n"
