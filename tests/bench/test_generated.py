"""Generated records are as good as real ones, and the same every time."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from atlas.checks import load
from atlas.files import reader
from tests.bench import generated, measured, network, table
from tests.bench.measured import Cost, Measure
from tests.bench.sizes import SIZES
from tests.conftest import ROOT
from tests.site_languages import DIRECTIONS, PREFIXES

RECORDS = 60
HAND_WRITTEN = sum(1 for _ in (ROOT / "docs" / "en").rglob("*.md"))
GOALS = 17


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("bench")


Measuring = Callable[[Path, int, list[str]], Measure]


@pytest.fixture(scope="module")
def measuring() -> Measuring:
    """Builds a site of so many records, and measures it."""
    return measured.measure


@pytest.fixture(scope="module")
def measure(folder: Path, measuring: Measuring) -> Measure:
    return measuring(folder, RECORDS, [*DIRECTIONS])


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


@pytest.mark.languages("ar")
def test_every_record_gets_its_page_in_every_language(folder: Path, measure: Measure) -> None:
    site = folder / str(RECORDS) / "site"
    documents, _ = reader.read(folder / str(RECORDS) / "data")
    further = [path for path in site.glob("*/page-*") if path.is_dir()]
    assert [path.name for path in further] == ["page-2"], "the list of cooperations is cut"
    countries = [path for path in (site / "countries").iterdir() if path.is_dir()]
    lists = [path for path in (site / "explore").iterdir() if path.is_dir()]
    explore = 1  # leads on
    made = len(further) + len(countries) + len(lists) + GOALS + explore
    each = len(documents) + made + HAND_WRITTEN
    assert measure.pages == len(DIRECTIONS) * each
    assert documents
    for prefix in (PREFIXES[code] for code in DIRECTIONS):
        assert all(
            (site / prefix / one.folder / one.id / "index.html").is_file() for one in documents
        )


@pytest.mark.languages("ar")
def test_a_build_costs_time_and_memory(measure: Measure) -> None:
    assert measure.build.user > 0
    assert measure.build.memory > 10_000_000
    assert measure.size > measure.pages * 1_000


def test_a_build_that_fails_says_why(measuring: Measuring, tmp_path: Path) -> None:
    with pytest.raises(measured.FailedError, match="xx"):
        measuring(tmp_path, RECORDS, ["xx"])


def test_growth_is_told_from_the_line_before() -> None:
    few = Measure(100, Cost(1, 1, 1), Cost(2, 4.0, 10_000_000), 200, 5_000_000, 50_000)
    many = Measure(1_000, Cost(1, 1, 1), Cost(20, 50.0, 90_000_000), 2_000, 50_000_000, 60_000)
    _, first, second = table.lines([few, many])
    assert "records ×" not in first
    assert second.endswith("records ×10.0, CPU ×12.5")
