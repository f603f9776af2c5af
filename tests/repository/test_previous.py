"""The list of facts of the version before is that of the newest release that has one."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT
from tests.repository import gh_stand_in
from tests.repository.gh_stand_in import REPOSITORY

pytestmark = pytest.mark.workflow

FACTS = {"name": "facts.json"}
RELEASES = f"repos/{REPOSITORY}/releases?per_page=20"


def tag(name: str, **different: Any) -> dict[str, Any]:
    return {"tag_name": name, "draft": False, "prerelease": False, "assets": [FACTS], **different}


def fetch(
    tmp_path: Path, releases: list[dict[str, Any]] | None, *with_facts: str, passed_over: str = ""
) -> tuple[int, str]:
    """The exit code, and the file that was fetched; there is no answer without `releases`."""
    api: dict[str, list[Any]] = {} if releases is None else {RELEASES: [releases]}
    files = {}
    for name in with_facts:
        folder = tmp_path / name
        folder.mkdir()
        (folder / "facts.json").write_text(name)
        files[f"{name}/facts.json"] = folder
    given = gh_stand_in.install(tmp_path, api, files)
    folder = tmp_path / "previous"
    done = subprocess.run(
        [str(ROOT / ".ci/previous"), str(folder), *filter(None, [passed_over])],
        capture_output=True,
        text=True,
        check=False,
        env={"PATH": f"{tmp_path / 'bin'}:{os.environ['PATH']}", **given},
    )
    file = folder / "facts.json"
    return done.returncode, file.read_text() if file.is_file() else ""


def test_it_is_that_of_the_newest_release(tmp_path: Path) -> None:
    assert fetch(tmp_path, [tag("3"), tag("2")], "3", "2") == (0, "3")


def test_drafts_and_trials_are_passed_over(tmp_path: Path) -> None:
    releases = [tag("4", draft=True), tag("3", prerelease=True), tag("2")]
    assert fetch(tmp_path, releases, "4", "3", "2") == (0, "2")


def test_a_release_without_the_list_is_passed_over(tmp_path: Path) -> None:
    releases = [tag("4", assets=[]), tag("3", assets=[{"name": "SHA256SUMS"}]), tag("2")]
    assert fetch(tmp_path, releases, "2") == (0, "2")


def test_an_older_list_never_stands_for_one_that_cannot_be_fetched(tmp_path: Path) -> None:
    code, text = fetch(tmp_path, [tag("3"), tag("2")], "2")
    assert (code != 0, text) == (True, "")


def test_a_version_is_not_compared_with_itself(tmp_path: Path) -> None:
    assert fetch(tmp_path, [tag("3"), tag("2")], "3", "2", passed_over="3") == (0, "2")


def test_before_the_first_release_there_is_none(tmp_path: Path) -> None:
    assert fetch(tmp_path, []) == (0, "")


def test_that_github_gives_no_answer_is_a_failure(tmp_path: Path) -> None:
    code, text = fetch(tmp_path, None)
    assert (code != 0, text) == (True, "")
