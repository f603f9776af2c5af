"""Generated records are as good as real ones, and the same every time."""

from __future__ import annotations

from pathlib import Path

import pytest

from atlas.checks import load
from tests.bench import generated, network
from tests.bench.sizes import SIZES

RECORDS = 60


def test_they_pass_every_check(tmp_path: Path) -> None:
    generated.write(tmp_path / "data", RECORDS)
    loaded = load.read(tmp_path / "data")
    assert loaded.problems == []
    records = loaded.records
    assert len(records.cooperations) == RECORDS
    assert len(records.actors) == RECORDS // 3 + RECORDS // 50
    assert len(records.themes) == 12


def test_they_are_the_same_every_time(tmp_path: Path) -> None:
    for name in ("one", "other"):
        generated.write(tmp_path / name, RECORDS)
    one, other = (
        {path.relative_to(tmp_path / name): path.read_text("utf-8") for path in files}
        for name in ("one", "other")
        for files in [sorted((tmp_path / name).rglob("*.yml"))]
    )
    assert one == other


def test_a_network_of_many_passes_every_check_too(tmp_path: Path) -> None:
    generated.write(tmp_path / "data", RECORDS, members=40)
    loaded = load.read(tmp_path / "data")
    assert loaded.problems == []
    assert len(loaded.records.cooperations[network.ID].parties) == 41


def test_the_ties_of_a_register_lead_to_the_towns_of_records_too(tmp_path: Path) -> None:
    size = SIZES["tiny"]
    size.write(tmp_path / "data")
    loaded = load.read(tmp_path / "data")
    assert loaded.are_sound
    ties = loaded.records.ties.values()
    assert len(ties) == size.ties
    towns = {end for tie in ties for end in (tie.a, tie.b)}
    assert {town.split("-")[0] for town in towns} == {"listed", "town"}


def test_too_few_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="at least"):
        generated.write(tmp_path / "data", generated.FEWEST - 1)
