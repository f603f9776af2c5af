"""When records were changed and by whom, from a real repository."""

from __future__ import annotations

import io
import os
import subprocess
import tarfile
from pathlib import Path
from typing import Any

import pytest

from atlas.files import git_history, strict_yaml
from tests.conftest import ROOT


def commit(folder: Path, author: str, day: str, **files: str) -> None:
    for name, text in files.items():
        (folder / f"{name}.yml").write_text(text)
    environment = {
        **os.environ,
        "GIT_AUTHOR_NAME": author,
        "GIT_AUTHOR_EMAIL": "someone@example.org",
        "GIT_COMMITTER_NAME": "Committer",
        "GIT_COMMITTER_EMAIL": "committer@example.org",
        "GIT_AUTHOR_DATE": f"{day}T12:00:00+00:00",
    }
    subprocess.run(["git", "add", "."], cwd=folder, check=True)
    subprocess.run(["git", "commit", "--quiet", "-m", "x"], cwd=folder, env=environment, check=True)


def test_a_record_knows_its_last_change_and_everyone_who_changed_it(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    subprocess.run(["git", "init", "--quiet"], cwd=tmp_path, check=True)
    commit(data, "Ada", "2024-01-02", genk="1", élan="1")
    commit(data, "Zoë", "2025-03-04", genk="2")
    commit(data, "Ada", "2025-06-07", genk="3")
    changes = git_history.read(data)
    assert changes["data/genk.yml"].when.date().isoformat() == "2025-06-07"
    assert changes["data/genk.yml"].contributors == ("Ada", "Zoë")
    assert changes["data/élan.yml"].when.date().isoformat() == "2024-01-02"


def test_settings_of_a_person_change_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = tmp_path / "data"
    data.mkdir()
    subprocess.run(["git", "init", "--quiet"], cwd=tmp_path, check=True)
    commit(data, "Ada", "2024-01-02", élan="1")
    changes = git_history.read(data)
    assert list(changes) == ["data/élan.yml"]
    settings = tmp_path / "gitconfig"
    settings.write_text(
        "[log]\nshowRoot = false\nshowSignature = true\ndate = relative\ndecorate = full\n"
        "[core]\nquotePath = true\n[color]\nui = always\n[diff]\nnoprefix = true\n"
    )
    monkeypatch.setenv("GIT_CONFIG_COUNT", "0")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(settings))
    assert git_history.read(data) == changes


def ignore(root: Path, remark: str = "") -> None:
    """Name the last commit in the file of those that are no change."""
    done = subprocess.run(["git", "rev-parse", "HEAD"], cwd=root, capture_output=True, check=True)
    with (root / git_history.IGNORED).open("a") as file:
        file.write(f"# Written anew\n\n{done.stdout.decode().strip()}{remark}\n")


def test_a_commit_that_changed_nothing_records_say_is_no_change(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    subprocess.run(["git", "init", "--quiet"], cwd=tmp_path, check=True)
    commit(data, "Ada", "2024-01-02", genk="1", hasselt="1")
    commit(data, "Machine", "2025-03-04", genk="2", hasselt="2", lier="2")
    ignore(tmp_path, "  # of atlas fmt")
    commit(data, "Zoë", "2025-06-07", hasselt="3")
    changes = git_history.read(data)
    assert changes["data/genk.yml"].when.date().isoformat() == "2024-01-02"
    assert changes["data/genk.yml"].contributors == ("Ada",)
    assert changes["data/hasselt.yml"].when.date().isoformat() == "2025-06-07"
    assert changes["data/hasselt.yml"].contributors == ("Ada", "Zoë")
    # The commit that brought a record in is the only one it has.
    assert changes["data/lier.yml"].when.date().isoformat() == "2025-03-04"


def test_a_list_of_commits_that_an_editor_wrote_oddly_is_read(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    subprocess.run(["git", "init", "--quiet"], cwd=tmp_path, check=True)
    commit(data, "Ada", "2024-01-02", genk="1")
    commit(data, "Machine", "2025-03-04", genk="2")
    ignore(tmp_path)
    file = tmp_path / git_history.IGNORED
    lines = file.read_bytes().splitlines()
    file.write_bytes(b"\xef\xbb\xbf" + lines[-1] + b"\r\n# caf\xe9\r\n")
    assert git_history.read(data)["data/genk.yml"].when.date().isoformat() == "2024-01-02"


def records(commit: str) -> dict[str, Any]:
    """What every record says in a commit of this repository."""
    command = ["git", "archive", commit, "data"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
    with tarfile.open(fileobj=io.BytesIO(done.stdout)) as archive:
        files = [member for member in archive if member.name.endswith(".yml")]
        texts = {file.name: (archive.extractfile(file) or io.BytesIO()).read() for file in files}
    return {name: strict_yaml.parse(text.decode()).value for name, text in texts.items()}


IGNORED = [
    line
    for line in (ROOT / git_history.IGNORED).read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize("commit", IGNORED)
def test_a_commit_that_is_left_out_changed_nothing_records_say(commit: str) -> None:
    assert not (ROOT / ".git" / "shallow").exists(), "it takes git fetch --unshallow to compare"
    after = records(commit)
    assert len(commit) == 40
    assert len(after) > 100
    assert after == records(f"{commit}^")


def test_without_a_repository_there_is_no_history(tmp_path: Path) -> None:
    assert git_history.read(tmp_path) == {}


def test_a_folder_that_is_not_there_has_no_history(tmp_path: Path) -> None:
    assert git_history.read(tmp_path / "nowhere") == {}


def test_what_the_last_commit_holds_is_known_until_the_next(tmp_path: Path) -> None:
    data = tmp_path / "data"
    (data / "places").mkdir(parents=True)
    subprocess.run(["git", "init", "--quiet"], cwd=tmp_path, check=True)
    assert git_history.list_committed(data) == []
    commit(data, "Ada", "2024-01-02", **{"places/genk": "1", "élan": "1"})
    (data / "places" / "genk.yml").unlink()
    assert sorted(git_history.list_committed(data)) == ["data/places/genk.yml", "data/élan.yml"]
    assert git_history.list_committed(tmp_path.parent) == []
