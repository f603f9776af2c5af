"""The last step, with a real git and a stand-in for GitHub's `gh` that notes what it is told."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

from tests.conftest import ROOT

GH = """\
#!/usr/bin/env python3
import json, os, pathlib, sys
with open(os.environ["SAID"], "a") as said:
    said.write(json.dumps(sys.argv[1:]) + "\\n")
if sys.argv[1:3] == ["pr", "list"]:
    print(os.environ.get("OPEN", ""))
"""
TITLE = "Form: $(touch stolen) `touch stolen` \"a\" 'b'"


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A clone of a small repository, with `gh` beside it."""
    origin = tmp_path / "origin"
    git(tmp_path, "init", "--quiet", "--initial-branch", "main", "origin")
    (origin / "data" / "actors").mkdir(parents=True)
    (origin / "data" / "actors" / "a.yml").write_text("old\n")
    git(origin, "add", "--all")
    git(origin, "commit", "--quiet", "--message", "first")
    git(tmp_path, "clone", "--quiet", "origin", "clone")
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "gh").write_text(GH)
    (tmp_path / "bin" / "gh").chmod(0o755)
    return tmp_path / "clone"


def git(folder: Path, *arguments: str) -> str:
    who = ["-c", "user.name=a", "-c", "user.email=a@town.example"]
    command = ["git", *who, "-C", str(folder), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def proposal(folder: Path, files: dict[str, str]) -> Path:
    written = {"title": f"{TITLE}\n", "body.md": "body\n", "answer.md": "answer\n", **files}
    for name, text in written.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    return folder


def run(clone: Path, proposed: Path, *, issue: str = "7", pull: str = "") -> list[list[str]]:
    """What `gh` was told."""
    said = clone.parent / "said"
    said.write_text("")
    who = {f"GIT_{role}_{what}": "a" for role in ("AUTHOR", "COMMITTER") for what in ("NAME",)}
    mail = {f"GIT_{role}_EMAIL": "a@town.example" for role in ("AUTHOR", "COMMITTER")}
    path = f"{clone.parent / 'bin'}:{os.environ['PATH']}"
    environment = {**os.environ, **who, **mail, "PATH": path, "SAID": str(said)}
    subprocess.run(
        [ROOT / ".ci" / "propose", proposed],
        cwd=clone,
        env={**environment, "ISSUE": issue, "OPEN": pull},
        check=True,
        capture_output=True,
    )
    return [json.loads(line) for line in said.read_text().splitlines()]


def test_records_become_a_branch_and_a_pull_request(clone: Path, tmp_path: Path) -> None:
    files = {"data/actors/a.yml": "new\n", "data/places/p.yml": "place\n"}
    said = run(clone, proposal(tmp_path / "proposal", files))
    origin = tmp_path / "origin"
    assert git(origin, "show", "form/issue-7:data/actors/a.yml") == "new\n"
    assert git(origin, "show", "form/issue-7:data/places/p.yml") == "place\n"
    assert git(origin, "show", "main:data/actors/a.yml") == "old\n"
    message = git(origin, "log", "-1", "--format=%B", "form/issue-7")
    assert message.splitlines()[0] == TITLE
    assert "Proposed-in: #7" in message
    assert [words[:2] for words in said] == [["pr", "list"], ["pr", "create"], ["issue", "comment"]]
    assert TITLE in said[1]
    assert "from-a-form" in said[1]


def test_an_issue_that_is_edited_renews_its_pull_request(clone: Path, tmp_path: Path) -> None:
    run(clone, proposal(tmp_path / "one", {"data/actors/a.yml": "new\n"}))
    git(clone, "checkout", "--quiet", "main")
    git(clone, "branch", "--quiet", "-D", "form/issue-7")
    said = run(clone, proposal(tmp_path / "two", {"data/actors/a.yml": "newer\n"}), pull="12")
    assert git(tmp_path / "origin", "show", "form/issue-7:data/actors/a.yml") == "newer\n"
    assert said[1][:3] == ["pr", "edit", "12"]


def test_where_nothing_can_be_proposed_the_issue_is_answered_only(
    clone: Path, tmp_path: Path
) -> None:
    said = run(clone, proposal(tmp_path / "proposal", {}))
    assert [words[:3] for words in said] == [["issue", "comment", "7"]]
    assert "form/issue-7" not in git(tmp_path / "origin", "branch")


def test_no_text_is_ever_a_command(clone: Path, tmp_path: Path) -> None:
    run(clone, proposal(tmp_path / "proposal", {"data/actors/a.yml": "new\n"}))
    assert not list(tmp_path.rglob("stolen"))


@pytest.mark.parametrize("issue", ["", "7; touch stolen", "$(touch stolen)", "../7"])
def test_an_issue_is_a_number(clone: Path, tmp_path: Path, issue: str) -> None:
    folder = proposal(tmp_path / "proposal", {"data/actors/a.yml": "new\n"})
    with pytest.raises(subprocess.CalledProcessError):
        run(clone, folder, issue=issue)
    assert (tmp_path / "said").read_text() == ""
    assert not list(tmp_path.rglob("stolen"))
