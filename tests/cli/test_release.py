"""Two versions of a scratch repository, each frozen by the command under the name of its tag."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from atlas.cli.main import main
from atlas.graph.facts import Facts
from atlas.site import facts_file
from tests import commits
from tests.commits import NOON, git, header
from tests.frozen_records import TOWNS
from tests.site_languages import ROOT

HOLDER = """\
office_holders:
  - {name: Ada Quarterstone, office: {en: Mayor}, actor: saint-josse-ten-noode}
"""
REMOVED = (
    "  - {folder: cooperations, id: saint-josse-kinshasa, date: 2025-12-01, reason: privacy}\n"
)
NEW = "saint-josse-tangier-schools"

Release = Callable[..., Result]


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with the version 2025.1: a few cooperations, one of which names a mayor, also in
    a text."""
    folder = tmp_path / "repository"
    shutil.copytree(TOWNS, folder / "data")
    git(folder, "init", "--quiet", "--initial-branch", "main")
    change(folder, "saint-josse-tangier", "Two", "Ada Quarterstone says that two", more=HOLDER)
    commit(folder, "2025.1", NOON)
    return folder


def change(folder: Path, id_: str, before: str, now: str, more: str = "") -> None:
    """Edit a cooperation, and write more at its end."""
    file = folder / "data/cooperations" / f"{id_}.yml"
    text = file.read_text("utf-8")
    assert before in text
    file.write_text(text.replace(before, now, 1) + more, "utf-8")


def commit(folder: Path, tag: str, seconds: int) -> None:
    git(folder, "add", "--all")
    when = b"%d +0000" % seconds
    commits.commit_index(folder, header(authored=when, committed=when))
    git(folder, "tag", tag)


@pytest.fixture
def release(repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Release:
    """Runs the command on the repository, in English alone."""
    monkeypatch.chdir(ROOT)
    environment = {"ATLAS_LANGUAGES": "en", "ATLAS_CACHE": str(tmp_path / "cache")}

    def run(tag: str, output: Path, *options: str) -> Result:
        told = ["--data", str(repository / "data"), "--output", str(output), *options]
        return CliRunner().invoke(main, ["release", tag, *told], env=environment)

    return run


def read(folder: Path, name: str) -> Any:
    return json.loads((folder / name).read_text("utf-8"))


@pytest.mark.site
def test_two_versions(repository: Path, release: Release, tmp_path: Path) -> None:
    first, again, second = (tmp_path / name for name in ("first", "again", "second"))
    done = release("2025.1", first)
    assert done.exit_code == 0, done.output
    assert release("2025.1", again).exit_code == 0
    frozen = {file.name: file.read_bytes() for file in first.iterdir()}
    assert frozen == {file.name: file.read_bytes() for file in again.iterdir()}
    assert frozen.keys() == {
        *("atlas-data-2025.1.zip", "facts.json", "ro-crate-metadata.json", "SHA256SUMS"),
    }

    cooperations = repository / "data/cooperations"
    shutil.copy(cooperations / "saint-josse-tangier.yml", cooperations / f"{NEW}.yml")
    change(repository, NEW, "previous_ids: [saint-josse-tanger]\n", "")
    change(repository, NEW, "form: twinning", "form: friendship")
    change(repository, "saint-josse-tangier", "2026-01-31", "2026-02-01")
    (cooperations / "saint-josse-kinshasa.yml").unlink()
    ledger = repository / "data/removed.yml"
    head, *others = ledger.read_text("utf-8").splitlines(keepends=True)
    ledger.write_text("".join((head, *sorted([*others, REMOVED]))), "utf-8")
    renamed = cooperations / "schools-eskisehir.yml"
    (cooperations / "saint-josse-eskisehir.yml").rename(renamed)
    change(repository, renamed.stem, "title:", "previous_ids: [saint-josse-eskisehir]\ntitle:")
    commit(repository, "2025.2", NOON + 86_400)
    done = release("2025.2", second, "--previous", str(first / "facts.json"))
    assert done.exit_code == 0, done.output

    delta = read(second, "delta.json")
    assert delta["from"] == {"version": "2025.1", "date": "2025-11-30"}
    assert delta["to"] == {"version": "2025.2", "date": "2025-12-01"}
    assert [(one["id"], one["turn"]) for one in delta["changes"]] == [
        ("saint-josse-eskisehir", "renamed"),
        ("saint-josse-kinshasa", "removed"),
        ("saint-josse-tangier", "changed"),
        (NEW, "added"),
    ]
    renamed_, removed, changed, _ = delta["changes"]
    assert (renamed_["into"], renamed_.get("fields")) == ("schools-eskisehir", None)
    assert removed["reason"] == "privacy"
    assert changed["fields"] == ["review"]
    for folder in (first, second):
        command = ["sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"]
        subprocess.run(command, cwd=folder, check=True)
        assert_nobody_is_named(folder)


def assert_nobody_is_named(folder: Path) -> None:
    """The mayor is in no file and in nothing that is packed, though the office is."""
    packed = []
    for file in folder.iterdir():
        assert b"quarterstone" not in file.read_bytes().lower()
        if file.suffix == ".zip":
            with zipfile.ZipFile(io.BytesIO(file.read_bytes())) as archive:
                packed += [archive.read(name) for name in archive.namelist()]
    assert packed
    assert not [one for one in packed if b"quarterstone" in one.lower()]
    assert [one for one in packed if b'"office_holders":[{"name":"[\xe2\x80\xa6]","office"' in one]


@pytest.mark.parametrize(
    ("tag", "said"),
    [
        ("2025.9", "git knows no tag 2025.9"),
        ("a b", "cannot be the name of a version"),
        ("2025.1..main", "cannot be the name of a version"),
    ],
)
def test_a_version_that_is_none(release: Release, tmp_path: Path, tag: str, said: str) -> None:
    done = release(tag, tmp_path / "output")
    assert done.exit_code == 1
    assert said in done.output
    assert not (tmp_path / "output").exists()


def test_what_was_not_committed_is_not_released(
    repository: Path, release: Release, tmp_path: Path
) -> None:
    change(repository, "saint-josse-tangier", "2026-01-31", "2026-02-01")
    assert "is not what was committed" in release("2025.1", tmp_path / "output").output


def test_what_git_is_told_to_pass_over_is_not_released(
    repository: Path, release: Release, tmp_path: Path
) -> None:
    (repository / ".git/info/exclude").write_text("*-draft.yml\n", "utf-8")
    cooperations = repository / "data/cooperations"
    shutil.copy(cooperations / "saint-josse-tangier.yml", cooperations / "tangier-draft.yml")
    said = release("2025.1", tmp_path / "output").output
    assert "cooperations/tangier-draft.yml' is not what was committed" in said


def test_another_commit_is_not_released(repository: Path, release: Release, tmp_path: Path) -> None:
    change(repository, "saint-josse-tangier", "2026-01-31", "2026-02-01")
    commit(repository, "2025.2", NOON + 86_400)
    assert "names another commit" in release("2025.1", tmp_path / "output").output


def test_a_version_is_not_compared_with_itself(release: Release, tmp_path: Path) -> None:
    file = tmp_path / "facts.json"
    file.write_text(facts_file.write(Facts(version="2025.1", day="2025-12-01", records={})))
    done = release("2025.1", tmp_path / "output", "--previous", str(file))
    assert done.exit_code == 1
    assert "is of 2025.1 itself" in done.output
    assert not (tmp_path / "output").exists()


def test_a_version_before_that_cannot_be_read_is_a_failure(
    release: Release, tmp_path: Path
) -> None:
    file = tmp_path / "facts.json"
    file.write_text("{}")
    done = release("2025.1", tmp_path / "output", "--previous", str(file))
    assert done.exit_code == 1
    assert "it is not in the form" in done.output
