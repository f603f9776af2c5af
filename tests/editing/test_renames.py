"""A record gets another id everywhere at once, and its old address leads on."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from atlas.checks import load
from atlas.cli.main import main
from atlas.files import reader
from tests.conftest import ROOT
from tests.frozen_records import REGISTERS

WHOLE = ROOT / "tests" / "cases" / "whole" / "data"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return Path(shutil.copytree(WHOLE, tmp_path / "data"))


def _rename(data: Path, record: str, new: str) -> Result:
    result = CliRunner().invoke(main, ["rename", record, new, "--data", str(data)])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


def _said(data: Path) -> list[str]:
    return [str(problem) for problem in load.read(data).problems]


def _values(data: Path) -> dict[str, object]:
    return {f"{one.folder}/{one.id}": one.value for one in reader.read(data)[0]}


def _swapped(value: object, old: str, new: str) -> object:
    if isinstance(value, dict):
        return {name: _swapped(each, old, new) for name, each in value.items()}
    if isinstance(value, list):
        return [_swapped(each, old, new) for each in value]
    return new if value == old else value


def test_a_source_is_renamed_wherever_it_is_named(data: Path) -> None:
    before, said = _values(data), _said(data)
    result = _rename(data, "sources/hill-page", "page-of-hill")
    assert result.exit_code == 0, result.output
    after = _values(data)
    own = after.pop("sources/page-of-hill")
    assert isinstance(own, dict)
    assert own.pop("previous_ids") == ["hill-page"]
    assert own == before.pop("sources/hill-page")
    assert after == _swapped(before, "hill-page", "page-of-hill")
    assert [line.replace("page-of-hill", "hill-page") for line in _said(data)] == said


def test_an_id_is_changed_only_where_it_names_that_kind_of_record(data: Path) -> None:
    _rename(data, "places/hill", "mount")
    actor = (data / "actors" / "hill.yml").read_text("utf-8")
    assert "seat: mount" in actor
    cooperation = (data / "cooperations" / "hill-dale.yml").read_text("utf-8")
    assert "actor: hill" in cooperation


def test_comments_quotes_and_layout_stay(data: Path) -> None:
    hill = data / "actors" / "hill.yml"
    written = (
        "# The town\nnames: {en:   Hill}  # as it says\ntype: local-government\n"
        "seat: 'hill'  # the hall\nterritory: [hill, \"dale\"]\nsources:\n- source: hill-page\n"
        "previous_ids:\n# long ago\n- hillock\n"
    )
    hill.write_text(written, "utf-8")
    _rename(data, "places/hill", "mount")
    assert hill.read_text("utf-8") == written.replace("'hill'", "'mount'").replace(
        "[hill", "[mount"
    )
    _rename(data, "actors/hill", "mount")
    new = (data / "actors" / "mount.yml").read_text("utf-8")
    assert new.endswith("previous_ids:\n# long ago\n- hillock\n- hill\n")


def test_a_record_in_the_one_form_stays_in_it(data: Path) -> None:
    CliRunner().invoke(main, ["fmt", "--data", str(data)])
    _rename(data, "actors/hill", "-".join(["a-very-long-name"] * 3))
    result = CliRunner().invoke(main, ["fmt", "--check", "--data", str(data)])
    assert result.exit_code == 0, result.output


def test_a_record_may_have_its_old_id_again(data: Path) -> None:
    _rename(data, "places/hill", "mount")
    assert _rename(data, "places/mount", "hill").exit_code == 0
    value = _values(data)["places/hill"]
    assert isinstance(value, dict)
    assert value["previous_ids"] == ["mount"]
    assert _said(data) == _said(WHOLE)


@pytest.mark.parametrize(
    ("record", "new", "said"),
    [
        ("places/hill", "dale", 'id "dale" is taken by data/places/dale.yml. Choose another.'),
        ("places/hil", "mount", 'there is no data/places/hil.yml. Did you mean "places/hill"?'),
        ("places/hill", "hill", '"hill" is its id already.'),
        ("places/hill", "The Hill", '"The Hill" is not an id.'),
        ("places/hill", "search", 'the id "search" is reserved.'),
        ("hill", "mount", '"hill" is not a record.'),
        ("villages/hill", "mount", '"villages/hill" is not a record.'),
    ],
)
def test_what_cannot_be_is_refused_in_plain_words(
    record: str, new: str, said: str, data: Path
) -> None:
    before = {path: path.read_bytes() for path in data.rglob("*.yml")}
    result = _rename(data, record, new)
    assert result.exit_code == 1
    assert said in result.output
    assert {path: path.read_bytes() for path in data.rglob("*.yml")} == before


def test_another_records_former_id_is_refused(data: Path) -> None:
    _rename(data, "places/hill", "mount")
    result = _rename(data, "places/dale", "hill")
    assert 'data/places/mount.yml had the id "hill" before' in result.output


def test_nothing_is_renamed_while_a_record_cannot_be_read(data: Path) -> None:
    (data / "actors" / "dale.yml").write_text("names: {en: Dale", "utf-8")
    result = _rename(data, "places/hill", "mount")
    assert "data/actors/dale.yml cannot be read, and might name it." in result.output
    assert (data / "places" / "hill.yml").is_file()


def test_a_record_that_is_not_there_is_named_in_the_folder_of_the_records(data: Path) -> None:
    result = _rename(data.rename(data.with_name("records")), "places/qqqq", "mount")
    assert "there is no records/places/qqqq.yml. Choose one of: places/dale, " in result.output


@pytest.mark.parametrize(
    ("record", "file"),
    [
        ("places/saint-josse-ten-noode", "ties/TR.csv:2"),
        ("places/houffalize-be", "places/BE.csv:5"),
        ("sources/wikidata", "places/BE.csv:2"),
    ],
)
def test_what_a_register_names_keeps_its_id(tmp_path: Path, record: str, file: str) -> None:
    data = Path(shutil.copytree(REGISTERS, tmp_path / "data"))
    before = _said(data)
    result = _rename(data, record, "another")
    assert result.exit_code == 1
    assert f"data/registers/wikidata/{file} names {record}, and only" in result.output
    assert _said(data) == before
    assert _rename(data, "places/tangier", "tanger").exit_code == 0
    assert _said(data) == before
