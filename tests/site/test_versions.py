"""Which version is built, and with which one it is compared."""

from __future__ import annotations

from pathlib import Path

import pytest

from atlas.checks import load
from atlas.graph import facts
from atlas.site import facts_file, settings, versions
from atlas.site.versions import VersionError
from tests import commits
from tests.commits import commit, git, header
from tests.frozen_records import REGISTERS


def read(**environment: str) -> versions.Versions:
    return versions.read(settings.read({"ATLAS_DATA": str(REGISTERS), **environment}))


@pytest.fixture
def previous(tmp_path: Path) -> Path:
    """The facts of version 2026.1, in a file."""
    taken = facts.take(load.read(REGISTERS).records, "2026.1", "2026-11-30")
    file = tmp_path / "facts.json"
    file.write_text(facts_file.write(taken), "utf-8")
    return file


def test_a_build_is_no_version_if_nothing_is_said() -> None:
    assert read() == versions.UNRELEASED


def test_the_version_before_is_read(previous: Path) -> None:
    found = read(ATLAS_PREVIOUS=str(previous)).previous
    assert found
    assert (found.version, found.day) == ("2026.1", "2026-11-30")


@pytest.mark.parametrize("content", [None, b"", b'{"format": "atlas-facts/1"}'])
def test_one_that_cannot_be_read_is_told_and_left_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes | None
) -> None:
    file = tmp_path / "facts.json"
    if content is not None:
        file.write_bytes(content)
    assert read(ATLAS_PREVIOUS=str(file)).previous is None
    assert capsys.readouterr().err.startswith("facts.json does not say what a version held: ")


def test_without_names() -> None:
    assert not read(ATLAS_NAMES="off").with_names


def test_a_version_bears_the_day_of_the_commit_that_its_tag_names(tmp_path: Path) -> None:
    data = commits.create(tmp_path)
    on = b"%d +0000" % commits.NOON
    commit(tmp_path, header(committed=on), genk="1")
    git(tmp_path, "tag", "2025.1")
    commit(tmp_path, header(committed=b"%d +0000" % (commits.NOON + 864_000)), genk="2")
    assert versions.find_day(data, "2025.1") == "2025-11-30"
    found = read(ATLAS_DATA=str(data), ATLAS_VERSION="2025.1")
    assert (found.version, found.day) == ("2025.1", "2025-11-30")


@pytest.mark.parametrize("name", ["2025.2", "main", "a b", "-x", "../1", "x" * 41, "1\n", "٢"])
def test_a_version_that_is_none_is_refused_in_a_sentence(tmp_path: Path, name: str) -> None:
    data = commits.create(tmp_path)
    commit(tmp_path, genk="1")
    with pytest.raises(VersionError, match=r"cannot be the name of a version|git knows no tag"):
        versions.find_day(data, name)
