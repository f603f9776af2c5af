"""When records were changed and by whom, from a real repository."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from atlas import history


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
    changes = history.of(data)
    assert changes["data/genk.yml"].when.date().isoformat() == "2025-06-07"
    assert changes["data/genk.yml"].contributors == ("Ada", "Zoë")
    assert changes["data/élan.yml"].when.date().isoformat() == "2024-01-02"


def test_without_a_repository_there_is_no_history(tmp_path: Path) -> None:
    assert history.of(tmp_path) == {}


def test_a_folder_that_is_not_there_has_no_history(tmp_path: Path) -> None:
    assert history.of(tmp_path / "nowhere") == {}


def test_what_the_last_commit_holds_is_known_until_the_next(tmp_path: Path) -> None:
    data = tmp_path / "data"
    (data / "places").mkdir(parents=True)
    subprocess.run(["git", "init", "--quiet"], cwd=tmp_path, check=True)
    assert history.committed(data) == []
    commit(data, "Ada", "2024-01-02", **{"places/genk": "1", "élan": "1"})
    (data / "places" / "genk.yml").unlink()
    assert sorted(history.committed(data)) == ["data/places/genk.yml", "data/élan.yml"]
    assert history.committed(tmp_path.parent) == []
