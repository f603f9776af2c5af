"""What a proposal does to the records is told field by field."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from atlas.editing.review import changes
from atlas.editing.review.changes import Changes, FieldChange
from atlas.files import reader
from tests.conftest import ROOT

MINIMAL = ROOT / "tests" / "cases" / "minimal" / "data"
TIE = "cooperations/hill-dale.yml"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return Path(shutil.copytree(MINIMAL, tmp_path / "data"))


def told(data: Path) -> Changes:
    before, _ = reader.read(MINIMAL)
    after, _ = reader.read(data)
    return changes.compare(before, after)


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text()
    assert old in text
    file.write_text(text.replace(old, new))


def fields(data: Path) -> tuple[FieldChange, ...]:
    (changed,) = told(data).changed
    return changed.fields


def test_nothing_changes_where_only_the_layout_does(data: Path) -> None:
    edit(data / TIE, "themes: [health]", "themes:\n  - health  # a comment")
    assert told(data) == Changes([], [], [])


def test_a_value_that_differs(data: Path) -> None:
    edit(data / TIE, "code: implementation", "code: closed")
    assert fields(data) == (FieldChange("status.code", "implementation", "closed"),)


def test_a_field_that_came_and_one_that_went(data: Path) -> None:
    edit(data / TIE, "dates: {actual_start: 2014}", "dates: {actual_end: 2020}")
    assert fields(data) == (
        FieldChange("dates.actual_start", "2014", None),
        FieldChange("dates.actual_end", None, "2020"),
    )


def test_an_item_of_a_list_is_told_apart_from_its_neighbours(data: Path) -> None:
    edit(data / TIE, "  - {actor: hill,", "  - {actor: new, roles: [host]}\n  - {actor: hill,")
    added = {"actor": "new", "roles": ["host"]}
    assert fields(data) == (FieldChange("parties", None, added),)


def test_a_list_in_another_order_is_a_change(data: Path) -> None:
    edit(data / TIE, "[signatory], side: b", "[signatory, host], side: b")
    edit(data / TIE, "[signatory, host]", "[host, signatory]")
    before, _ = reader.read(data)
    edit(data / TIE, "[host, signatory]", "[signatory, host]")
    after, _ = reader.read(data)
    (changed,) = changes.compare(before, after).changed
    assert {change.field for change in changed.fields} == {"parties"}


def test_a_new_record(data: Path) -> None:
    shutil.copy(data / TIE, data / "cooperations" / "second.yml")
    assert [document.id for document in told(data).added] == ["second"]


def test_a_record_that_is_gone(data: Path) -> None:
    (data / TIE).unlink()
    assert [document.id for document in told(data).gone] == ["hill-dale"]


def test_a_renamed_record_is_neither_new_nor_gone(data: Path) -> None:
    (data / TIE).rename(data / "cooperations" / "dale-hill.yml")
    with (data / "cooperations" / "dale-hill.yml").open("a") as file:
        file.write("previous_ids: [hill-dale]\n")
    seen = told(data)
    assert (seen.added, seen.gone) == ([], [])
    assert [(one.former, one.document.id) for one in seen.changed] == [("hill-dale", "dale-hill")]


def test_a_file_that_cannot_be_read_loses_all_its_fields(data: Path) -> None:
    (data / TIE).write_text("title: [")
    assert {change.after for change in fields(data)} == {None}
