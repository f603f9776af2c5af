"""What is published of the records' history, and what editors are told of the rest."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from atlas.cli.main import main
from tests import commits
from tests.checks.minimal import FOLDER
from tests.commits import NOON, git, header

TIE = "cooperations/hill-dale.yml"
SPAM = "Buy\u202e [x](javascript:x) @everyone ::error::x"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A few records in a repository, committed by Ada."""
    shutil.copytree(FOLDER, tmp_path / "data")
    data = commits.create(tmp_path)
    commits.commit(tmp_path)
    return data


def edit(data: Path, author: str, year: str) -> None:
    text = (data / TIE).read_text("utf-8")
    changed = re.sub("actual_start: [0-9]+", f"actual_start: {year}", text)
    (data / TIE).write_text(changed, "utf-8")
    when = b"%d +0000" % (NOON + 1)
    commits.commit(data.parent, header(f"{author} <a@town.example>".encode(), when, when))


def run(command: str, data: Path, *options: str) -> str:
    arguments = [command, "--data", str(data), *options]
    return CliRunner(env={"GITHUB_ACTIONS": "true"}).invoke(main, arguments).output


def test_a_name_left_out_is_told_once_and_inertly(data: Path) -> None:
    assert run("check", data) == "no problems\n"
    edit(data, SPAM, "2015")
    first, annotation, last = run("check", data).splitlines()
    assert first == (
        'data:1:1  warning: the author "Buy? [x](javascript:x) @everyone ::error::x" of a commit '
        "is not named: the character U+202E (right-to-left override) may not stand here. A line in "
        ".mailmap gives the author another name."
    )
    assert annotation.startswith("::warning file=data,line=1,col=1::the author ")
    assert last == "1 warning in 1 file"
    (data.parent / ".mailmap").write_text("Zoë <a@town.example>\n", "utf-8")
    assert run("check", data) == "no problems\n"


def test_many_names_left_out_are_counted(data: Path) -> None:
    tree = git(data.parent, "write-tree")
    (data / TIE).write_text("x", "utf-8")
    git(data.parent, "add", "--all")
    other = git(data.parent, "write-tree")
    texts = [header(b"a%d@town.example <a@b.example>" % number) for number in range(31)]
    head = git(data.parent, "rev-parse", "HEAD")
    last = commits.write_chain(data.parent, [other, tree], head, texts)
    git(data.parent, "update-ref", "HEAD", last)
    git(data.parent, "checkout", "--quiet", "--force", "HEAD~1")
    said = [line for line in run("check", data).splitlines() if line.startswith("data:")]
    assert len(said) == 11
    assert said[0].startswith("data:1:1  warning: 20 more authors are not named.")


def test_a_proposal_shows_whom_its_pages_will_name(data: Path) -> None:
    edit(data, "Zoë *bold* @everyone", "2015")
    edit(data, SPAM, "2016")
    edit(data, "dependabot[bot]", "2017")
    summary = run("review", data, "--before", str(FOLDER))
    assert "will name, from git's history: Ada, Zoë &#42;bold&#42; &#64;&#8203;everyone." in summary
    assert "U&#43;202E" in summary
    assert "\u202e" not in summary
    assert "[x]" not in summary
    assert "dependabot" not in summary
    assert "will name" not in run("review", data, "--before", str(data))


def test_a_history_that_git_does_not_tell_is_told(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    (data / TIE).unlink()
    said = [line for line in run("check", data).splitlines() if line.startswith("data:")]
    assert len(said) == 1
    assert "another user" in said[0]
    assert "none is missed that vanished" in said[0]


def test_a_record_is_missed_that_another_commit_than_the_last_had(data: Path) -> None:
    (data / "themes" / "well-being.yml").write_bytes((data / "themes" / "health.yml").read_bytes())
    commits.commit(data.parent)
    (data / "themes" / "well-being.yml").unlink()
    commits.commit(data.parent)
    assert "the record is gone" not in run("check", data)
    assert "well-being.yml:1:1  warning: the record is gone" in run(
        "check", data, "--since", "HEAD^1"
    )
    assert "Error: nowhere is no commit that git knows here." in run(
        "check", data, "--since", "nowhere"
    )
