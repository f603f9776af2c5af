"""Commands that write records while an editor saves them, or that are killed."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from atlas.cli.main import main
from atlas.files import exchange, formatter, journal
from atlas.i18n.problem import COMMAND
from tests.conftest import ROOT

WHOLE = ROOT / "tests" / "cases" / "whole" / "data"
HILL = "actors/hill"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Records that git has, in a repository that passes over what this one does."""
    data = Path(shutil.copytree(WHOLE, tmp_path / "data"))
    shutil.copy(ROOT / ".gitignore", tmp_path)
    _git(tmp_path, "init", "--quiet")
    _git(tmp_path, "add", ".")
    return data


def _git(folder: Path, *command: str) -> str:
    return subprocess.run(
        ["git", *command], cwd=folder, capture_output=True, text=True, check=True
    ).stdout


def _changed(data: Path) -> str:
    """What git would show of the folder that it does not have yet."""
    return _git(data.parent, "diff", "--name-only") + _git(
        data.parent, "ls-files", "--others", "--exclude-standard"
    )


def _atlas(data: Path, *arguments: str) -> Result:
    command = [*arguments, "--data", str(data)]
    result = CliRunner().invoke(main, command, env={"LC_ALL": "C", "GITHUB_ACTIONS": ""})
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


def _kill(data: Path, *arguments: str, at: int) -> None:
    """Run a command that is killed as it is about to change a file, the one of that number."""
    child = os.fork()
    if child:
        _, status = os.waitpid(child, 0)
        assert os.WTERMSIG(status) == signal.SIGKILL
        return
    numbers = iter(range(1_000))
    real = exchange._rename

    def rename(old: Path, new: Path, way: int) -> bool:
        if next(numbers) == at:
            os.kill(os.getpid(), signal.SIGKILL)
        return real(old, new, way)

    exchange._rename = rename
    _atlas(data, *arguments)
    os._exit(0)


def test_fmt_overwrites_nothing_that_is_saved_while_it_runs(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = sorted(data.rglob("places/*.yml")) + sorted(data.rglob("actors/*.yml"))
    for file in files:
        file.write_text(file.read_text("utf-8") + "\n\n", "utf-8")
    texts = {file.read_text("utf-8"): file for file in files}
    reformat = formatter.reformat

    def saving(text: str, folder: str, depth: int) -> str:
        if file := texts.get(text):
            file.write_text(f"{text}# mine\n", "utf-8")
        return reformat(text, folder, depth)

    monkeypatch.setattr(formatter, "reformat", saving)
    result = _atlas(data, "fmt")
    assert result.exit_code == 1
    assert len(files) > 3
    for file in files:
        assert file.read_text("utf-8").endswith("# mine\n")
        name = file.relative_to(data.parent).as_posix()
        assert f"{name}:1:1  saved by somebody in the meantime" in result.output


@pytest.mark.parametrize("at", range(4))
def test_rename_that_was_killed_is_undone_and_said(at: int, data: Path) -> None:
    _kill(data, "rename", HILL, "mount", at=at)
    assert (data / journal.FOLDER).is_dir()
    assert ".unfinished" not in _changed(data)
    assert f"interrupted: {COMMAND} rename actors/hill mount. All is as it was" in (
        _atlas(data, "check").output
    )
    assert _changed(data) == ""
    assert "interrupted" not in _atlas(data, "check").output
    assert _atlas(data, "rename", HILL, "mount").exit_code == 0
    assert "data/actors/mount.yml" in _changed(data)


def test_what_was_saved_between_a_kill_and_the_next_command_stays(data: Path) -> None:
    _kill(data, "rename", HILL, "mount", at=1)
    mine = (data / "actors/mount.yml").read_text("utf-8") + "# mine\n"
    (data / "actors/mount.yml").write_text(mine, "utf-8")
    assert "so it is now finished" in _atlas(data, "check").output
    assert (data / "actors/mount.yml").read_text("utf-8") == mine
    assert not (data / "actors/hill.yml").exists()
    assert _atlas(data, "check").exit_code == 0


def test_new_files_of_a_kind_that_are_made_again_are_written_by_the_same_rule(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The schemas of records: what is saved while they are written stays."""
    assert _atlas(data, "schema", "--write").exit_code == 0
    schemas = sorted((data / "schema").iterdir())
    before = {file: file.read_text("utf-8") for file in schemas}
    for file in schemas[:2]:
        file.write_text("{}", "utf-8")
    real = exchange.exchange

    def saving(one: Path, other: Path) -> bool:
        if other == schemas[1]:
            other.write_text("mine", "utf-8")
        return real(one, other)

    with monkeypatch.context() as patch:
        patch.setattr(exchange, "exchange", saving)
        result = _atlas(data, "schema", "--write")
    assert result.exit_code == 1
    assert f"{schemas[1]}: saved by somebody in the meantime." in result.output
    after = {file: file.read_text("utf-8") for file in schemas}
    assert after == {**before, schemas[0]: "{}", schemas[1]: "{}"} | {schemas[1]: "mine"}
