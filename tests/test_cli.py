"""What the `atlas` command prints, and whether it succeeds."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from atlas.cli import main

_HERE = Path(__file__).parent
_MINIMAL = _HERE / "cases" / "minimal" / "data"
_TEN = _HERE / "cases" / "ten-broken-records"


def _atlas(*arguments: str | Path, github: bool = False) -> Result:
    environment = {"GITHUB_ACTIONS": "true" if github else ""}
    result = CliRunner().invoke(main, [str(argument) for argument in arguments], env=environment)
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


def _changed(folder: Path, name: str, old: str, new: str) -> Path:
    data = folder / "data"
    shutil.copytree(_MINIMAL, data)
    text = (data / name).read_text(encoding="utf-8")
    assert old in text
    (data / name).write_text(text.replace(old, new), encoding="utf-8")
    return data


def test_sound_records_pass() -> None:
    result = _atlas("check", "--data", _MINIMAL)
    assert (result.exit_code, result.output) == (0, "no problems\n")


def test_ten_broken_records_are_named_in_one_run() -> None:
    result = _atlas("check", "--data", _TEN / "data")
    assert result.output == (_TEN / "expected.txt").read_text(encoding="utf-8")
    assert result.exit_code == 1


def test_a_warning_alone_does_not_fail(tmp_path: Path) -> None:
    data = _changed(tmp_path, "places/hill.yml", "lat: 50.85", "lat: 52.85")
    result = _atlas("check", "--data", data)
    assert result.output.endswith("1 warning in 1 file\n")
    assert result.exit_code == 0


def test_github_gets_an_annotation_for_every_problem(tmp_path: Path) -> None:
    data = _changed(tmp_path, "places/hill.yml", "names: {en: Hill}", "names: {en: 50% # x}\n  }")
    result = _atlas("check", "--data", data, github=True)
    assert result.output == (
        "data/places/hill.yml:1:17  text after ' #' is dropped: \"# x}\". "
        "Put the whole value in quotes, or the remark on a line of its own.\n"
        "::error file=data/places/hill.yml,line=1,col=17::text after ' #' is dropped: \"# x}\". "
        "Put the whole value in quotes, or the remark on a line of its own.\n"
        "1 problem in 1 file\n"
    )


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    result = _atlas("check", "--data", tmp_path / "nowhere")
    assert result.output.startswith("nowhere:1:1  there is no such folder.")
    assert result.exit_code == 1


def test_broken_outlines_are_named(tmp_path: Path) -> None:
    data = tmp_path / "data"
    shutil.copytree(_MINIMAL, data)
    (data / "world").mkdir()
    (data / "world" / "countries.geo.json").write_text("{", encoding="utf-8")
    result = _atlas("check", "--data", data)
    assert result.output.startswith("Error: the country outlines cannot be read")
    assert result.exit_code == 1


def test_the_module_is_the_command() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "atlas", "check", "--data", str(_MINIMAL)],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(_HERE.parent / "hooks")},
    )
    assert done.stdout == "no problems\n"


def test_schemas_that_were_written_are_up_to_date(tmp_path: Path) -> None:
    assert _atlas("schema", "--write", "--data", tmp_path).exit_code == 0
    assert _atlas("schema", "--check", "--data", tmp_path).output == ""
    (tmp_path / "schema" / "places.schema.json").write_text("{}", encoding="utf-8")
    result = _atlas("schema", "--check", "--data", tmp_path)
    assert result.exit_code == 1
    assert result.output.endswith("places.schema.json is out of date. Run: atlas schema --write\n")


def test_records_are_written_in_their_one_form(tmp_path: Path) -> None:
    data = _changed(tmp_path, "places/hill.yml", "names: {en: Hill}", "names:\n  en: 'Hill'")
    hill = data / "places" / "hill.yml"
    assert _atlas("fmt", "--data", data).exit_code == 0
    written = hill.read_text(encoding="utf-8")
    assert written.startswith(
        "# yaml-language-server: $schema=../schema/places.schema.json\nnames: {en: Hill}\n"
    )
    result = _atlas("fmt", "--check", "--data", data)
    assert result.exit_code == 0
    assert result.output.endswith("records in the one form\n")


def test_only_the_named_file_is_written(tmp_path: Path) -> None:
    data = _changed(tmp_path, "places/hill.yml", "names: {en: Hill}", "names:\n  en: 'Hill'")
    before = {path: path.read_bytes() for path in data.rglob("*.yml")}
    result = _atlas("fmt", "--data", data, data / "places" / "hill.yml")
    assert result.output == "formatted data/places/hill.yml\n"
    changed = [path.name for path, text in before.items() if path.read_bytes() != text]
    assert changed == ["hill.yml"]


def test_a_record_in_another_form_is_named_with_the_line_and_the_cure(tmp_path: Path) -> None:
    data = _changed(tmp_path, "places/hill.yml", "names: {en: Hill}", "names: {en: Hill}")
    _atlas("fmt", "--data", data)
    hill = data / "places" / "hill.yml"
    text = hill.read_text(encoding="utf-8").replace("{en: Hill}", "{en: 'Hill'}")
    hill.write_text(text, encoding="utf-8")
    result = _atlas("fmt", "--check", "--data", data, github=True)
    assert result.exit_code == 1
    assert result.output == (
        "data/places/hill.yml:2:1  the record is sound, but from here on not written in the "
        "atlas's one form. Run: atlas fmt data/places/hill.yml\n"
        "::error file=data/places/hill.yml,line=2,col=1::the record is sound, but from here on not "
        "written in the atlas's one form. Run: atlas fmt data/places/hill.yml\n"
        "1 problem in 1 file\n"
    )
    assert hill.read_text(encoding="utf-8") == text


def test_a_record_that_cannot_be_read_is_left_as_it_is(tmp_path: Path) -> None:
    data = _changed(tmp_path, "places/hill.yml", "names: {en: Hill}", "names: {en: Hill")
    before = (data / "places" / "hill.yml").read_bytes()
    result = _atlas("fmt", "--data", data)
    assert result.exit_code == 1
    assert "data/places/hill.yml:1:" in result.output
    assert (data / "places" / "hill.yml").read_bytes() == before


@pytest.mark.parametrize("name", ["places/none.yml", "../elsewhere.yml"])
def test_a_file_that_is_no_record_of_the_folder_is_named(name: str, tmp_path: Path) -> None:
    data = tmp_path / "data"
    shutil.copytree(_MINIMAL, data)
    result = _atlas("fmt", "--data", data, data / name)
    assert result.exit_code == 1
    assert "there is no such file" in result.output or "is not in the folder" in result.output


@pytest.mark.parametrize("option", ["--write", "--check"])
def test_schemas_need_a_folder(option: str, tmp_path: Path) -> None:
    assert _atlas("schema", option, "--data", tmp_path / "nowhere").exit_code == 1
