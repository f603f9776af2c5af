"""What the `atlas` command prints, and whether it succeeds."""

from __future__ import annotations

import errno
import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from atlas.cli.main import main
from tests.conftest import ROOT
from tests.frozen_records import REGISTERS

_HERE = ROOT / "tests"
_MINIMAL = _HERE / "cases" / "minimal" / "data"
_SITEMAP = """<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
  xmlns:x="http://www.w3.org/1999/xhtml"><url><loc>https://x.example/</loc>
  <x:link hreflang="en" href="https://x.example/"/>
  <x:link hreflang="x-default" href="https://x.example/"/></url></urlset>"""
_TEN = _HERE / "cases" / "ten-broken-records"


def _atlas(*arguments: str | Path, github: bool = False, language: str = "C") -> Result:
    environment = {"GITHUB_ACTIONS": "true" if github else "", "LC_ALL": language}
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


def test_the_folder_can_be_named_in_the_environment() -> None:
    environment = {"ATLAS_DATA": str(_TEN / "data"), "LC_ALL": "C"}
    result = CliRunner().invoke(main, ["check"], env=environment)
    assert result.exit_code == 1
    assert result.stdout == (_TEN / "expected.txt").read_text("utf-8")


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


@pytest.mark.parametrize(
    ("arguments", "language"), [([], "fr_BE.UTF-8"), (["--lang", "fr"], "C"), (["--lang=fr"], "nl")]
)
def test_problems_are_told_in_the_language_asked_for(
    arguments: list[str], language: str, tmp_path: Path
) -> None:
    data = _changed(tmp_path, "places/hill.yml", "[BE]", "[Maroc]")
    result = _atlas("check", "--data", data, *arguments, language=language, github=True)
    said = (
        "un élément de «\u00a0countries\u00a0» est «\u00a0Maroc\u00a0»\u00a0; "
        "ce n’est pas un code de pays ISO 3166-1. Vouliez-vous dire «\u00a0MA\u00a0» (Maroc)\u00a0?"
    )
    assert result.output == (
        f"data/places/hill.yml:3:13  {said}\n"
        f"::error file=data/places/hill.yml,line=3,col=13::{said}\n"
        "1 problème dans 1 fichier\n"
    )


def test_a_named_file_alone_is_checked(tmp_path: Path) -> None:
    data = _changed(tmp_path, "places/hill.yml", "municipality", "town")
    (data / "places" / "dale.yml").write_text("names: {en: Dale}\n", encoding="utf-8")
    result = _atlas("check", "--data", data, data / "places" / "hill.yml")
    assert [line.split(":")[0] for line in result.output.splitlines()] == [
        "data/places/hill.yml",
        "1 problem in 1 file",
    ]
    result = _atlas("check", "--data", data, data / "actors" / "hill.yml")
    assert (result.exit_code, result.output) == (0, "no problems\n")


def test_a_named_file_is_held_against_the_ids_of_all(tmp_path: Path) -> None:
    data = _changed(tmp_path, "cooperations/hill-dale.yml", "[health]", "[health, Gezondheid, x]")
    theme = data / "themes" / "health.yml"
    named = theme.read_text(encoding="utf-8").replace("{en: ", "{nl: Gezondheid, en: ", 1)
    theme.write_text(named, encoding="utf-8")
    result = _atlas("check", "--data", data, data / "cooperations" / "hill-dale.yml")
    assert 'is "Gezondheid"; expected an id. Did you mean "health"?' in result.output
    again = _atlas("check", "--data", data, theme)
    assert "named by no other record" not in again.output


@pytest.mark.parametrize("others", [0, 300])
@pytest.mark.parametrize("name", ["Gemeente Heuvel-aan-Zee", "HEUVEL AAN ZEE", "التل", "hil"])
def test_a_named_file_is_told_what_an_actor_is_called(
    tmp_path: Path, name: str, others: int
) -> None:
    data = _changed(tmp_path, "cooperations/hill-dale.yml", "{actor: hill", f"{{actor: {name}")
    actor = data / "actors" / "hill.yml"
    text = actor.read_text(encoding="utf-8")
    for number in range(others):
        (data / "actors" / f"other-{number}.yml").write_text(text, encoding="utf-8")
    named = "{nl: Gemeente Heuvel-aan-Zeé, ar: التّل, "
    actor.write_text(text.replace("{", named, 1), encoding="utf-8")
    result = _atlas("check", "--data", data, data / "cooperations" / "hill-dale.yml")
    assert 'Did you mean "hill"?' in result.output


@pytest.mark.parametrize("others", [0, 300])
@pytest.mark.parametrize("name", ["(", "***", "[", "\\", "ـ("])
def test_a_named_file_may_name_an_actor_by_signs_alone(
    tmp_path: Path, name: str, others: int
) -> None:
    data = _changed(tmp_path, "cooperations/hill-dale.yml", "{actor: hill", f"{{actor: '{name}'")
    text = (data / "actors" / "hill.yml").read_text(encoding="utf-8")
    for number in range(others):
        (data / "actors" / f"other-{number}.yml").write_text(text, encoding="utf-8")
    result = _atlas("check", "--data", data, data / "cooperations" / "hill-dale.yml")
    assert f'is "{name}"; expected an id.' in result.output
    assert result.exit_code == 1


def test_a_named_file_may_have_the_id_of_another(tmp_path: Path) -> None:
    data = _changed(tmp_path, "places/hill.yml", "Hill", "Hill")
    (data / "places" / "north").mkdir()
    shutil.copy(data / "places" / "hill.yml", data / "places" / "north")
    result = _atlas("check", "--data", data, data / "places" / "north" / "hill.yml")
    assert result.output.startswith(
        'data/places/north/hill.yml:1:1  id "hill" is taken by data/places/hill.yml. '
    )


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("data/places/none.yml", "there is no such file."),
        ("data/places", "this is a folder."),
        ("elsewhere.yml", "the file lies outside the folder of the records."),
        ("data/hill.yml", "the file lies in no folder of records."),
        ("data/places/HILL.yml", '"HILL" is not an id.'),
        ("data/places/hill.txt", '"hill.txt" is not a record.'),
        ("data/places/link.yml", "this is a link or a device, not a file."),
    ],
)
def test_what_is_no_record_file_is_said_to_be_none(name: str, said: str, tmp_path: Path) -> None:
    data = _changed(tmp_path, "places/hill.yml", "Hill", "Hill")
    for other in ("elsewhere.yml", "data/hill.yml", "data/places/HILL.yml", "data/places/hill.txt"):
        (tmp_path / other).write_text((data / "places/hill.yml").read_text("utf-8"), "utf-8")
    (data / "places" / "link.yml").symlink_to(data / "places" / "hill.yml")
    result = _atlas("check", "--data", data, tmp_path / name)
    assert f":1:1  {said} " in result.output
    assert result.output.endswith("1 problem in 1 file\n")
    assert result.exit_code == 1


@pytest.mark.parametrize("command", [["check"], ["translations"], ["new", "theme"], ["gate", "."]])
def test_broken_outlines_are_named(command: list[str], tmp_path: Path) -> None:
    data = tmp_path / "data"
    shutil.copytree(_MINIMAL, data)
    (data / "world").mkdir()
    (data / "world" / "countries.geo.json").write_text("{", encoding="utf-8")
    (tmp_path / "sitemap.xml").write_text(_SITEMAP, encoding="utf-8")
    command = [str(tmp_path) if word == "." else word for word in command]
    result = _atlas(*command, "--data", data)
    assert result.output.startswith("Error: the country outlines cannot be read")
    assert result.exit_code == 1


def test_a_file_that_cannot_be_written_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = _changed(tmp_path, "places/hill.yml", "type: ", "type:   ")
    before = (data / "places" / "hill.yml").read_bytes()

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    result = _atlas("fmt", "--data", data)
    assert f"{data} cannot be written: the disk is full. All files are as" in result.output
    assert result.exit_code == 1
    assert (data / "places" / "hill.yml").read_bytes() == before


def test_a_command_without_a_name_is_told_so() -> None:
    result = _atlas("--")
    assert "Error: the name of a command is missing.\n" in result.output
    assert result.exit_code == 2


def test_the_module_is_the_command() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "atlas", "check", "--data", str(_MINIMAL)],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(_HERE.parent / "hooks")},
    )
    assert done.stdout == "no problems\n"


def test_a_reader_that_leaves_early_is_no_mistake() -> None:
    command = f"{sys.executable} -m atlas translations --data {_MINIMAL} | true"
    done = subprocess.run(
        ["sh", "-c", command],
        capture_output=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(_HERE.parent / "hooks")},
    )
    assert done.stderr == b""


def test_schemas_that_were_written_are_up_to_date(tmp_path: Path) -> None:
    assert _atlas("schema", "--write", "--data", tmp_path).exit_code == 0
    assert _atlas("schema", "--check", "--data", tmp_path).output == ""
    (tmp_path / "schema" / "places.schema.json").write_text("{}", encoding="utf-8")
    result = _atlas("schema", "--check", "--data", tmp_path)
    assert result.exit_code == 1
    assert result.output.endswith(
        "places.schema.json is out of date. Run: .venv/bin/atlas schema --write\n"
    )


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


def test_advice_on_a_file_can_be_typed_as_it_is_shown(tmp_path: Path) -> None:
    data = tmp_path / "our records"
    shutil.copytree(_MINIMAL, data)
    (data / "places" / "hill.yml").write_text("names: {en: 'Hill'}\n", encoding="utf-8")
    result = _atlas("fmt", "--check", "--data", data)
    assert "Run: .venv/bin/atlas fmt 'our records/places/hill.yml'\n" in result.output


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
        "atlas's one form. Run: .venv/bin/atlas fmt data/places/hill.yml\n"
        "::error file=data/places/hill.yml,line=2,col=1::the record is sound, but from here on not "
        "written in the atlas's one form. Run: .venv/bin/atlas fmt data/places/hill.yml\n"
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
    assert "there is no such file." in result.output


@pytest.mark.parametrize("name", ["register.yml", "questions.csv", "ties/BE.csv"])
def test_a_file_that_an_import_wrote_is_left_as_it_is(name: str, tmp_path: Path) -> None:
    data = tmp_path / "data"
    shutil.copytree(REGISTERS, data)
    file = data / "registers" / "wikidata" / name
    before = file.read_bytes()
    result = _atlas("fmt", "--data", data, file)
    assert result.exit_code == 1
    assert "the file is a register's, and no record. Name records: they lie in" in result.output
    assert "data/registers" not in _atlas("fmt", "--data", data).output
    assert file.read_bytes() == before


@pytest.mark.parametrize("option", ["--write", "--check"])
def test_schemas_need_a_folder(option: str, tmp_path: Path) -> None:
    assert _atlas("schema", option, "--data", tmp_path / "nowhere").exit_code == 1


def _committed(tmp_path: Path, *more: str, name: str = "data") -> Path:
    """The minimal folder in a repository, with a place in each file of `more`."""
    data = Path(shutil.copytree(_MINIMAL, tmp_path / name))
    for file in more:
        (data / file).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(data / "places" / "hill.yml", data / file)
    who = ["-c", "user.name=a", "-c", "user.email=a@town.example"]
    for command in (["init", "--quiet"], ["add", "."], ["commit", "--quiet", "-m", "first"]):
        subprocess.run(["git", *who, *command], cwd=tmp_path, check=True)
    return data


def _vanished(data: Path) -> list[str]:
    lines = _atlas("check", "--data", data).output.splitlines()
    return [line for line in lines if "the record is gone" in line]


def test_a_record_that_vanished_is_missed_until_its_address_leads_somewhere(tmp_path: Path) -> None:
    data = _committed(tmp_path)
    assert _vanished(data) == []
    file = data / "cooperations" / "hill-dale.yml"
    record = file.read_text(encoding="utf-8")
    file.unlink()
    assert _vanished(data) == [
        "data/cooperations/hill-dale.yml:1:1  warning: the record is gone, and so is the address "
        'of its id "hill-dale". Put the file back (git restore data/cooperations/hill-dale.yml), '
        "or write the id into previous_ids of the record that takes its place, or into "
        "data/removed.yml."
    ]
    other = file.with_stem("hill-and-dale")
    other.write_text(f"{record}previous_ids: [hill-dale]\n", encoding="utf-8")
    assert _vanished(data) == []
    other.unlink()
    entry = "{folder: cooperations, id: hill-dale, date: 2026-03-01, reason: duplicate}"
    (data / "removed.yml").write_text(f"records:\n  - {entry}\n", encoding="utf-8")
    assert _vanished(data) == []


def test_a_record_is_not_missed_while_one_of_its_folder_cannot_be_read(tmp_path: Path) -> None:
    data = _committed(tmp_path)
    file = data / "cooperations" / "hill-dale.yml"
    record = file.read_text(encoding="utf-8") + "previous_ids: [hill-dale]\n"
    file.unlink()
    renamed = file.with_stem("hill-and-dale")
    renamed.write_text(record.replace("{en: Twinning", "{en: Twin: ning"), encoding="utf-8")
    assert _vanished(data) == []
    renamed.write_text(record.replace("previous_ids: [hill-dale]\n", ""), encoding="utf-8")
    assert len(_vanished(data)) == 1


def test_a_folder_that_was_emptied_is_missed_once(tmp_path: Path) -> None:
    others = [f"places/hamlet-{number:02}.yml" for number in range(30)]
    data = _committed(tmp_path, *others)
    for file in others:
        (data / file).unlink()
    (data / "cooperations" / "hill-dale.yml").unlink()
    said = [one for one in _atlas("check", "--data", data).output.splitlines() if "gone" in one]
    assert len(said) == 2
    assert said[0].startswith("data/cooperations/hill-dale.yml:1:1  warning: the record is gone")
    assert "30 records of data/places are gone" in said[1]
    assert "(git restore data/places)" in said[1]


def test_a_source_has_no_address_to_miss(tmp_path: Path) -> None:
    data = _committed(tmp_path)
    (data / "sources" / "hill-page.yml").unlink()
    assert _vanished(data) == []


def test_a_link_in_the_place_of_a_record_is_one_problem(tmp_path: Path) -> None:
    data = _committed(tmp_path)
    file = data / "themes" / "health.yml"
    file.rename(file.with_stem("well-being"))
    file.symlink_to("well-being.yml")
    said = _atlas("check", "--data", data).output
    assert said.splitlines() == [
        "data/themes/health.yml:1:1  this is a link or a device, not a file. "
        "Put the record's own file here.",
        "1 problem in 1 file",
    ]


@pytest.mark.parametrize(
    "file",
    ["places/Bad Name.yml", "places/index.yml", "places/.hidden.yml", "places/.old/genk.yml"],
)
def test_what_could_be_no_record_is_not_missed(file: str, tmp_path: Path) -> None:
    data = _committed(tmp_path, file)
    assert _vanished(data) == []
    (data / file).unlink()
    assert _vanished(data) == []


def test_the_name_of_a_file_that_vanished_begins_no_line(tmp_path: Path) -> None:
    data = _committed(tmp_path, "places/x\n::error::boo/genk.yml")
    shutil.rmtree(data / "places" / "x\n::error::boo")
    result = _atlas("check", "--data", data, github=True)
    assert "data/places/x?::error::boo/genk.yml:1:1  warning: the record is gone" in result.output
    assert not [line for line in result.output.splitlines() if line.startswith("::error")]


def test_a_file_that_vanished_is_put_back_by_the_command_shown(tmp_path: Path) -> None:
    data = _committed(tmp_path, "places/two words/genk.yml", name="our records")
    file = data / "places" / "two words" / "genk.yml"
    file.unlink()
    (said,) = _vanished(data)
    assert said.endswith("or into our records/removed.yml.")
    command = said.partition("Put the file back (")[2].partition(")")[0]
    subprocess.run(shlex.split(command), cwd=tmp_path, check=True)
    assert file.exists()


def test_of_a_name_that_is_not_looked_for_everywhere_it_is_not_said_that_none_has_it(
    tmp_path: Path,
) -> None:
    data = _changed(tmp_path, "cooperations/hill-dale.yml", "{actor: hill", "{actor: Town of Moor")
    result = _atlas("check", "--data", data, data / "cooperations" / "hill-dale.yml")
    assert "To add a record, run .venv/bin/atlas new actor." in result.output
    assert "No record there goes by that name" in _atlas("check", "--data", data).output


def test_a_record_that_could_be_added_is_named_in_the_folder_of_the_records(tmp_path: Path) -> None:
    data = tmp_path / "records"
    shutil.copytree(_MINIMAL, data)
    file = data / "cooperations" / "hill-dale.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("{actor: hill", "{actor: qqqq"), encoding="utf-8")
    result = _atlas("check", "--data", data)
    assert "or add records/actors/qqqq.yml;" in result.output
