"""What a run of Publish has kept is of use to the next, and what else bears its name to none."""

from __future__ import annotations

import os
import subprocess
import tarfile
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import ROOT
from tests.repository import gh_stand_in, workflow_steps
from tests.repository.gh_stand_in import REPOSITORY

pytestmark = pytest.mark.workflow

RUNS = (
    f"repos/{REPOSITORY}/actions/workflows/publish.yml/runs?branch=main&status=success&per_page=10"
)
JOBS = yaml.safe_load((workflow_steps.WORKFLOWS / "publish.yml").read_text("utf-8"))["jobs"]


def run(number: int, **different: Any) -> dict[str, Any]:
    """A run that published main, but for what is different."""
    return {
        "id": number,
        "path": ".github/workflows/publish.yml",
        "head_branch": "main",
        "head_repository": {"full_name": REPOSITORY},
        "repository": {"full_name": REPOSITORY},
        "event": "push",
        "conclusion": "success",
        **different,
    }


def archive(folder: Path, **files: str) -> Path:
    """An artifact with what was kept."""
    for name, text in files.items():
        file = folder / ".cache/units" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    with tarfile.open(folder / "kept.tar", "w") as tar:
        tar.add(folder / ".cache", ".cache")
    return folder


def fetch(
    tmp_path: Path, runs: list[dict[str, Any]] | None, artifacts: dict[str, Path], shares: str = ""
) -> dict[str, str]:
    """What lies in .cache afterwards; there is no answer without `runs`."""
    api: dict[str, list[Any]] = {} if runs is None else {RUNS: [{"workflow_runs": runs}]}
    given = gh_stand_in.install(tmp_path, api, artifacts)
    work = tmp_path / "work"
    work.mkdir()
    path = f"{tmp_path / 'bin'}:{os.environ['PATH']}"
    done = subprocess.run(
        [str(ROOT / ".ci/kept")],
        cwd=work,
        capture_output=True,
        text=True,
        check=False,
        env={"PATH": path, "GITHUB_RUN_ID": "99", "SHARES": shares, **given},
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return {file.name: file.read_text() for file in work.rglob("*") if file.is_file()}


def test_what_the_newest_run_kept_is_fetched(tmp_path: Path) -> None:
    kept = {
        f"{number}/kept": archive(tmp_path / str(number), index=str(number)) for number in (7, 6)
    }
    assert fetch(tmp_path, [run(8), run(7), run(6)], kept) == {"index": "7"}


@pytest.mark.parametrize(
    "different",
    [
        {"event": "pull_request"},
        {"head_branch": "other"},
        {"head_repository": {"full_name": "stranger/atlas"}},
        {"path": ".github/workflows/check.yml"},
        {"conclusion": "failure"},
    ],
)
def test_what_others_kept_is_not_fetched(different: dict[str, Any], tmp_path: Path) -> None:
    kept = {"7/kept": archive(tmp_path / "kept", index="poisoned")}
    assert fetch(tmp_path, [run(7, **different)], kept) == {}
    assert gh_stand_in.asked(tmp_path) == [RUNS]


@pytest.mark.parametrize("runs", [None, [], [run(7)]])
def test_where_nothing_is_kept_the_build_goes_on(
    runs: list[dict[str, Any]] | None, tmp_path: Path
) -> None:
    assert fetch(tmp_path, runs, {}, "[]") == {}


def test_what_is_no_archive_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept/kept.tar").write_text("no archive")
    assert fetch(tmp_path, [run(7)], {"7/kept": tmp_path / "kept"}) == {}


def test_shares_of_this_run_are_laid_together(tmp_path: Path) -> None:
    kept = {
        "7/kept": archive(tmp_path / "kept", index="whole"),
        "99/share-0": archive(tmp_path / "one", one="1"),
        "99/share-1": archive(tmp_path / "two", two="2"),
        "98/share-2": archive(tmp_path / "other", other="3"),
    }
    shares = '["1/2", "2/2"]'
    assert fetch(tmp_path, [run(7)], kept, shares) == {"index": "whole", "one": "1", "two": "2"}


def test_a_share_packs_what_it_made_and_not_what_was_fetched(tmp_path: Path) -> None:
    (tmp_path / ".cache").mkdir()
    (tmp_path / ".cache/old").touch()
    os.utime(tmp_path / ".cache/old", (0, 0))
    step = workflow_steps.script("publish", "Make and pack a share")
    make = 'sleep 0.05; test "$*" = share; echo "$SHARE" >.cache/new'
    done = workflow_steps.run(step, tmp_path, {"make": make}, SHARE="2/4", ATLAS_PREVIOUS="")
    assert done.returncode == 0, done.stderr
    with tarfile.open(tmp_path / "runner/kept.tar") as tar:
        assert [one.name for one in tar if one.isfile()] == [".cache/new"]


def test_without_a_variable_there_are_no_shares_and_the_build_waits_for_none() -> None:
    assert JOBS["share"]["if"].endswith(" && vars.ATLAS_SHARES")
    assert JOBS["build"]["needs"] == ["share"]
    assert "!cancelled()" in JOBS["build"]["if"]
    assert JOBS["share"]["permissions"] == {"actions": "read", "contents": "read"}
