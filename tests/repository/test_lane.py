"""A proposal of records brings no code along: `.ci/lane` on small repositories."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import ROOT

pytestmark = pytest.mark.workflow

FILES = {
    "hooks/main.py": "code = 1\n",
    "data/actors/a.yml": "one: 1\n",
    "data/cooperations/c.yml": "one: 1\n",
    "data/places/p.yml": "one: 1\n",
    "data/sources/s.yml": "one: 1\n",
    "data/themes/t.yml": "one: 1\n",
    "data/world/countries.geo.json": "{}\n",
}


def git(folder: Path, *arguments: str) -> str:
    who = ["-c", "user.name=a", "-c", "user.email=a@town.example"]
    command = ["git", *who, "-C", str(folder), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def write(folder: Path, files: dict[str, str | None]) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        if text is None:
            (folder / name).unlink()
        else:
            (folder / name).write_text(text)
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "change")


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    git(tmp_path, "init", "--quiet", "--initial-branch", "main")
    (tmp_path / ".ci").mkdir()
    shutil.copy(ROOT / ".ci" / "lane", tmp_path / ".ci" / "lane")
    write(tmp_path, dict(FILES))
    return tmp_path


def proposed(repository: Path, files: dict[str, str | None]) -> str:
    """Check out the merge of a proposal, run the lane, give what it says."""
    git(repository, "checkout", "--quiet", "-b", "proposal")
    write(repository, files)
    git(repository, "checkout", "--quiet", "main")
    write(repository, {"README.md": "newer than the proposal\n"})
    git(repository, "merge", "--quiet", "--no-ff", "--no-edit", "proposal")
    done = subprocess.run(
        [repository / ".ci" / "lane"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_records_alone_come_with_the_code_of_their_branch(repository: Path) -> None:
    said = proposed(repository, {"data/actors/a.yml": "two: 2\n", "data/actors/b.yml": "one: 1\n"})
    assert said.startswith("The proposal touches records only")
    assert (repository / "data/actors/a.yml").read_text() == "two: 2\n"
    assert (repository / "data/actors/b.yml").read_text() == "one: 1\n"
    assert (repository / "README.md").read_text() == "newer than the proposal\n"


def test_a_record_that_the_proposal_deletes_is_gone(repository: Path) -> None:
    proposed(repository, {"data/themes/t.yml": None})
    assert not (repository / "data/themes/t.yml").exists()


@pytest.mark.parametrize(
    "name",
    ["hooks/main.py", "data/world/countries.geo.json", "data/actors.py", ".ci/lane", "conftest.py"],
)
def test_what_is_no_record_keeps_the_proposals_own_code(repository: Path, name: str) -> None:
    text = (repository / ".ci/lane").read_text() + "# changed\n" if name == ".ci/lane" else "2\n"
    said = proposed(repository, {"data/actors/a.yml": "two: 2\n", name: text})
    assert said.startswith("The proposal touches more than records")
    assert (repository / name).read_text() == text


def test_the_history_of_the_proposal_comes_along(repository: Path) -> None:
    proposed(repository, {"data/actors/a.yml": "two: 2\n"})
    assert git(repository, "rev-parse", "--verify", "HEAD^2").strip()
    assert git(repository, "status", "--porcelain") == ""
    assert git(repository, "symbolic-ref", "HEAD").strip() == "refs/heads/main"


def test_a_folder_below_that_of_a_kind_holds_records_too(repository: Path) -> None:
    said = proposed(repository, {"data/actors/belgium/a.yml": "two: 2\n"})
    assert said.startswith("The proposal touches records only")


@pytest.mark.parametrize(
    "name",
    [
        "data/actors/.gitattributes",
        "data/actors/.hidden/a.yml",
        "data/actors/conftest.py",
        "data/actors/a.yml.py",
        "data/actors/x\n.py",
        "data/actors.yml",
        "data/removed.yml",
        "other/data/actors/a.yml",
    ],
)
def test_what_lies_among_records_and_is_none_is_named(repository: Path, name: str) -> None:
    said = proposed(repository, {"data/actors/a.yml": "two: 2\n", name: "x\n"})
    first, *names = said.splitlines()
    assert first.startswith("The proposal touches more than records")
    assert len(names) == 1


@pytest.mark.parametrize("mode", ["100755", "120000", "160000"])
def test_what_is_called_like_a_record_and_is_no_plain_file_is_none(
    repository: Path, mode: str
) -> None:
    git(repository, "checkout", "--quiet", "-b", "proposal")
    kind = "HEAD" if mode == "160000" else "HEAD:hooks/main.py"
    name = git(repository, "rev-parse", kind).strip()
    git(repository, "update-index", "--add", "--cacheinfo", f"{mode},{name},data/actors/b.yml")
    git(repository, "commit", "--quiet", "--message", "odd")
    git(repository, "checkout", "--quiet", "--force", "main")
    git(repository, "merge", "--quiet", "--no-ff", "--no-edit", "proposal")
    done = subprocess.run([repository / ".ci" / "lane"], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[1:] == ["- data/actors/b.yml"]


def test_what_is_no_merge_is_not_taken_for_records_alone(repository: Path) -> None:
    write(repository, {"hooks/main.py": "code = 2\n"})
    write(repository, {"data/actors/a.yml": "two: 2\n"})
    done = subprocess.run([repository / ".ci" / "lane"], capture_output=True, text=True, check=True)
    assert done.stdout == "This is no merge of a proposal: built with its own code.\n"
