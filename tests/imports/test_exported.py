"""An atlas's own exports become its records again; a broken export says what is wrong where."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from atlas.checks import load
from atlas.cli.main import main
from atlas.graph.edition import Edition
from atlas.graph.relate import relate
from atlas.i18n import languages
from atlas.maps.static import StaticMaps
from atlas.pages.data_files import JSON_LINES
from atlas.pages.page import Maps, PageContext, SiteInfo
from atlas.site.contents import SiteContents
from atlas.site.dataset import data_files
from atlas.site.dataset.table import TableSource
from atlas.site.exports import register_files
from tests.frozen_records import ATLAS, REGISTERS, RICH

NO_LAND: dict[str, Any] = {"features": []}
"""No map is drawn here."""


def export(data: Path, folder: Path) -> list[Path]:
    """Write what an atlas of these records publishes for programs; give the files."""
    loaded = load.read(data)
    assert loaded.are_sound, loaded.problems
    site = languages.load(["en"], "en")
    info = SiteInfo("https://example.org/", {"en": "Atlas"}, "", {})
    edition = Edition(relate(loaded.records), site[0], site)
    context = PageContext(edition, 2, Maps(StaticMaps(NO_LAND)), info)
    contents = SiteContents([context], NO_LAND)
    folder.mkdir()
    lines = [
        (one.path(format_), content)
        for one, format_, content in data_files.write(TableSource.of(contents.contexts[0]))
        if format_ is JSON_LINES
    ]
    for path, content in (*lines, *register_files.files(contents)):
        (folder / Path(path).name).write_bytes(content)
    return sorted(folder.iterdir())


def bring_in(files: list[Path], data: Path, *options: str) -> Result:
    arguments = ["import", "records", *map(str, files), "--data", str(data), *options]
    result = CliRunner().invoke(main, arguments, env={"LC_ALL": "C"})
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def with_override(data: Path, folder: Path) -> Path:
    """The records with one more, which changes the row of a register."""
    shutil.copytree(data, folder)
    (folder / "places" / "aalst-be.yml").write_text(
        "names: {en: Aalst, ar: ألست}\n"
        "overrides: wikidata\n"
        "type: municipality\n"
        "countries: [BE]\n"
        "coordinates: {lat: 50.93, lon: 4.03, exactness: approximate, source: town-pages}\n"
        "sources: [{source: town-pages}]\n",
        "utf-8",
    )
    return folder


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with what is exported of records, registers and a record that changes a row."""
    folder = tmp_path_factory.mktemp("exported")
    export(with_override(REGISTERS, folder / "data"), folder / "files")
    return folder / "files"


@pytest.fixture
def files(exported: Path, tmp_path: Path) -> Path:
    """The same, to be changed."""
    return shutil.copytree(exported, tmp_path / "files")


@pytest.mark.parametrize("data", [RICH, ATLAS], ids=lambda one: one.parent.name)
def test_what_was_exported_is_exported_again(data: Path, tmp_path: Path) -> None:
    export(data, tmp_path / "before")
    _assert_comes_back(tmp_path / "before", tmp_path)


def test_registers_come_back_and_records_that_change_their_rows(
    exported: Path, tmp_path: Path
) -> None:
    _assert_comes_back(exported, tmp_path)
    arguments = ["fmt", "--check", "--data", str(tmp_path / "new" / "data")]
    assert CliRunner().invoke(main, arguments, env={"LC_ALL": "C"}).exit_code == 0


def _assert_comes_back(exported: Path, folder: Path) -> None:
    files = sorted(exported.iterdir())
    result = bring_in(files, folder / "new" / "data")
    assert result.exit_code == 0, result.output
    again = export(folder / "new" / "data", folder / "after")
    assert [one.name for one in again] == [one.name for one in files]
    for before, after in zip(files, again, strict=True):
        assert after.read_text("utf-8") == before.read_text("utf-8"), before.name


def test_nothing_is_written_when_it_is_only_tried(exported: Path, tmp_path: Path) -> None:
    result = bring_in([*exported.iterdir()], tmp_path / "data", "--dry-run")
    assert result.exit_code == 0, result.output
    assert "Nothing was written" in result.output
    assert not (tmp_path / "data").exists()


def test_a_folder_with_records_is_left_alone(exported: Path, tmp_path: Path) -> None:
    data = shutil.copytree(REGISTERS, tmp_path / "data")
    before = {one: one.read_bytes() for one in data.rglob("*") if one.is_file()}
    result = bring_in([*exported.iterdir()], data)
    assert result.exit_code == 1
    assert "holds records already" in result.output
    assert {one: one.read_bytes() for one in data.rglob("*") if one.is_file()} == before


def _break(file: Path, id_: str, old: str, new: str) -> int:
    """Put one text for another in the line of a record; give the line's number."""
    lines = file.read_text("utf-8").split("\n")
    number = next(at for at, line in enumerate(lines) if f'"id":"{id_}"' in line)
    assert lines[number].count(old) == 1
    lines[number] = lines[number].replace(old, new)
    file.write_text("\n".join(lines), "utf-8")
    return number + 1


def test_every_mistake_is_told_at_once_with_its_place(files: Path, tmp_path: Path) -> None:
    records, ties = files / "records.jsonl", files / "listed-ties.jsonl"
    twinning = _break(records, "saint-josse-tangier", '"form":"twinning"', '"form":"twining"')
    actor = _break(records, "saint-josse-eskisehir", '"health"', '"helth"')
    tie = _break(ties, "assembly/ghent-be-turi-ee", '"stated_by":"register"', '"stated_by":"us"')
    ties.write_text(ties.read_text("utf-8") + "{oops\n", "utf-8")
    lines = records.read_text("utf-8").splitlines(keepends=True)
    records.write_text("".join([*lines, lines[0]]), "utf-8")
    result = bring_in([*files.iterdir()], tmp_path / "data")
    assert result.exit_code == 1
    told = [line for line in result.output.splitlines() if ".jsonl:" in line]
    column = records.read_text("utf-8").split("\n")[twinning - 1].index('"twining"') + 1
    last = len(ties.read_text("utf-8").splitlines())
    assert any(
        line.startswith(f"records.jsonl:{twinning}:{column}  ")
        and '"twining"' in line
        and "twinning" in line.replace("twining", "")
        for line in told
    )
    assert any(line.startswith(f"records.jsonl:{actor}:") and '"helth"' in line for line in told)
    assert any(line.startswith(f"listed-ties.jsonl:{tie}:") and '"us"' in line for line in told)
    assert any(line.startswith(f"listed-ties.jsonl:{last}:2  ") for line in told)
    assert f"records.jsonl:{len(lines) + 1}:" in result.output
    assert "is taken by records.jsonl:1" in result.output
    assert not (tmp_path / "data").exists()


LINES: list[tuple[object, str]] = [
    ({"folder": "plaices", "id": "a"}, ":11  this line is none of"),
    ({"id": "a"}, ":1  this line is none of"),
    ({"folder": ["places"], "id": "a"}, ":11  this line is none of"),
    ({"folder": "places"}, ':1  field "id" is missing'),
    ({"folder": "places", "id": "A b"}, ':25  "A b" is not an id'),
    ({"folder": "places", "id": "../a"}, ':25  "../a" is not an id'),
    ({"tier": "listed", "id": "../../a/b"}, ':23  "../../a/b" is not'),
    ({"folder": "places", "id": "b", "names": "x"}, ':37  field "names"'),
    (
        {"folder": "places", "id": "c", "tier": "listed", "names": []},
        ':1  field "register" is missing',
    ),
    ({"folder": "registers", "id": "d", "licence": {}}, ':42  field "licence"'),
    ({"tier": "listed", "id": "e/f-g", "a_id": [], "register": {}}, ':38  field "a"'),
    ([], ":1  this is no JSON"),
    ("\u202e", ":1  the character U+202E"),
]
"""What may stand in a file instead of a line of an export, and what is said of it."""


def test_each_line_that_is_no_part_of_an_export_is_told(tmp_path: Path) -> None:
    file = tmp_path / "listed-ties.jsonl"
    texts = [json.dumps(line, ensure_ascii=False, separators=(",", ":")) for line, _ in LINES]
    file.write_text("\n".join([*texts, "{" * 100_000]), "utf-8")
    result = bring_in([file], tmp_path / "data")
    assert result.exit_code == 1
    for number, (_, said) in enumerate(LINES, 1):
        assert f"listed-ties.jsonl:{number}{said}" in result.output
    assert f"listed-ties.jsonl:{len(LINES) + 1}:2  this is no JSON" in result.output
    assert not (tmp_path / "data").exists()


def test_what_is_not_written_in_utf8_is_refused_in_a_sentence(tmp_path: Path) -> None:
    file = tmp_path / "records.jsonl"
    file.write_bytes(b"\xff\xfe")
    assert "records.jsonl is not written in UTF-8" in bring_in([file], tmp_path / "data").output


def test_a_register_that_no_line_tells_of_is_asked_for(exported: Path, tmp_path: Path) -> None:
    rest = [one for one in exported.iterdir() if one.name != "registers.jsonl"]
    result = bring_in(rest, tmp_path / "data")
    assert result.exit_code == 1
    assert 'no line tells of the register "wikidata"' in result.output
