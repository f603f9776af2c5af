"""Which fields of a record were changed when, from real repositories."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from atlas.files import git_history, reader
from atlas.files.git_revisions import LENGTH, Revision
from tests import commits
from tests.commits import NOON, commit, header

FIRST = date(2025, 11, 30)
GENK = "names: {en: Genk}\ntype: municipality\ncountries: [BE]\n"


def on(number: int) -> bytes:
    """A commit, so many days after noon."""
    when = b"%d +0000" % (NOON + number * git_history.DAY)
    return header(authored=when, committed=when)


def day(number: int) -> date:
    return FIRST + timedelta(number)


def revisions(data: Path, place: str = "genk") -> tuple[Revision, ...]:
    documents, _ = reader.read(data)
    later = NOON + 100 * git_history.DAY
    found = git_history.read(data, documents, later, revised=git_history.REVISED)
    assert found.problems == ()
    return found.revisions[f"places/{place}"]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A repository in which a place was added."""
    folder = commits.create(tmp_path)
    commit(tmp_path, on(0), genk=GENK)
    return folder


def test_a_record_was_added_then_changed(data: Path, tmp_path: Path) -> None:
    commit(tmp_path, on(2), genk=GENK.replace("Genk", "GENK") + "wikidata: Q1\n")
    assert revisions(data) == (
        Revision(day(2), ("names", "wikidata")),
        Revision(day(0), is_first=True),
    )


def test_what_is_taken_out_is_a_change_of_its_field(data: Path, tmp_path: Path) -> None:
    commit(tmp_path, on(1), genk=GENK.replace("countries: [BE]\n", ""))
    assert revisions(data)[0] == Revision(day(1), ("countries",))


def test_lines_and_remarks_are_no_change(data: Path, tmp_path: Path) -> None:
    commit(tmp_path, on(1), genk="# A town.\n" + GENK.replace("{en: ", "{en:\n    "))
    assert revisions(data) == (Revision(day(0), is_first=True),)


def test_a_text_that_looks_like_a_field_is_none(data: Path, tmp_path: Path) -> None:
    note = "notes:\n  - kind: context\n    text: {en: >-\n      sources: none}\n"
    commit(tmp_path, on(1), genk=GENK + note)
    assert revisions(data)[0] == Revision(day(1), ("notes",))


def test_changes_of_one_day_are_told_together(data: Path, tmp_path: Path) -> None:
    commit(tmp_path, on(3), genk=GENK + "wikidata: Q1\n")
    commit(tmp_path, on(3), genk=GENK.replace("BE", "NL") + "wikidata: Q1\n")
    assert revisions(data)[0] == Revision(day(3), ("countries", "wikidata"))


def test_only_the_last_commits_are_looked_at(data: Path, tmp_path: Path) -> None:
    for number in range(1, LENGTH + 3):
        commit(tmp_path, on(number), genk=f"{GENK}wikidata: Q{number}\n")
    found = revisions(data)
    assert [one.day for one in found] == [day(number) for number in range(LENGTH + 2, 2, -1)]


def test_a_record_that_was_renamed_keeps_what_was_before(data: Path, tmp_path: Path) -> None:
    renamed = GENK + "previous_ids: [genk]\n"
    commit(tmp_path, on(1), **{"genk": None, "genk-city": renamed})
    assert revisions(data, "genk-city") == (
        Revision(day(1), ("previous_ids",)),
        Revision(day(0), is_first=True),
    )


def test_a_file_that_is_moved_within_its_folder_is_not_changed(data: Path, tmp_path: Path) -> None:
    (data / "places" / "belgium").mkdir()
    (data / "places" / "genk.yml").rename(data / "places" / "belgium" / "genk.yml")
    commit(tmp_path, on(1))
    assert revisions(data) == (Revision(day(0), is_first=True),)


def test_nobody_asks_and_nothing_is_read(data: Path) -> None:
    documents, _ = reader.read(data)
    assert git_history.read(data, documents).revisions == {}
