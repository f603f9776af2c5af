"""The command line of the bench: what it measures, writes and refuses."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.bench import results
from tests.bench.__main__ import bench
from tests.bench.stage_list import STAGES
from tests.bench.write import write

SIZE = ("--size", "tiny", "--languages", "en")


def test_the_stages_that_are_named_are_measured(tmp_path: Path) -> None:
    said = CliRunner().invoke(bench, [*SIZE, "--stage", "check", "--keep", str(tmp_path)])
    assert said.exit_code == 0, said.output
    for row in ("| check, cold ", "| check, again ", "| check of one file "):
        assert f"\n{row}" in said.stdout
    assert "build" not in said.stdout
    assert (tmp_path / "tiny" / "data" / "cooperations").is_dir()


def test_the_tables_are_written_where_they_are_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(results, "FILE", tmp_path / "RESULTS.md")
    said = CliRunner().invoke(bench, [*SIZE, "--stage", "check", "--write"])
    assert said.exit_code == 0, said.output
    assert (tmp_path / "RESULTS.md").read_text("utf-8") in said.stdout
    assert str(tmp_path) not in said.stdout


def test_a_stage_is_profiled_function_by_function(tmp_path: Path) -> None:
    said = CliRunner().invoke(bench, [*SIZE, "--profile", "check", "--keep", str(tmp_path)])
    assert said.exit_code == 0, said.output
    assert "tottime" in said.stdout
    assert "load.py" in said.stdout
    assert (tmp_path / "tiny" / "check.prof").stat().st_size > 1_000


def test_records_that_are_there_are_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "tiny" / "data").mkdir(parents=True)
    said = CliRunner().invoke(bench, [*SIZE, "--stage", "check", "--keep", str(tmp_path)])
    assert said.exit_code == 1
    assert "Error: " in said.output
    said = CliRunner().invoke(write, ["tiny", str(tmp_path / "tiny" / "data")])
    assert said.exit_code == 1
    assert "is there already. Name another folder." in said.output


def test_every_stage_says_what_it_measures() -> None:
    assert all(stage.__doc__ for stage in STAGES.values())
