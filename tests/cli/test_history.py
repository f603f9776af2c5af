"""What editors are told of the records' history."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from atlas.cli.main import main
from tests import commits
from tests.checks.minimal import FOLDER

TIE = "cooperations/hill-dale.yml"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A few records in a repository."""
    shutil.copytree(FOLDER, tmp_path / "data")
    data = commits.create(tmp_path)
    commits.commit(tmp_path)
    return data


def check(data: Path, *options: str) -> str:
    return CliRunner().invoke(main, ["check", "--data", str(data), *options]).output


def test_a_history_that_git_does_not_tell_is_told(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    (data / TIE).unlink()
    said = [line for line in check(data).splitlines() if line.startswith("data:")]
    assert len(said) == 1
    assert "another user" in said[0]
    assert "none is missed that vanished" in said[0]


def test_a_record_is_missed_that_another_commit_than_the_last_had(data: Path) -> None:
    (data / "themes" / "well-being.yml").write_bytes((data / "themes" / "health.yml").read_bytes())
    commits.commit(data.parent)
    (data / "themes" / "well-being.yml").unlink()
    commits.commit(data.parent)
    assert "the record is gone" not in check(data)
    assert "well-being.yml:1:1  warning: the record is gone" in check(data, "--since", "HEAD^1")
    assert "Error: nowhere is no commit that git knows here." in check(data, "--since", "nowhere")
