"""`atlas match`: a list of towns comes out with the places that they are."""

from __future__ import annotations

import csv
import io
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from atlas.cli.main import main
from tests.frozen_records import REGISTERS
from tests.hostile.formulas import formulas
from tests.imports.test_tables import write_workbook

LIST = """Stadt;Land;Breitengrad;Längengrad;Wikidata-ID
Houffalize;Belgien;50,13;5,79;
Gabrova;Bulgaria;;;
Bocholt;;;;
Nowhere;Belgium;-4.5;-12.25;
;;;;Q816133
"""


def match(file: Path, *options: str, language: str = "C", data: Path = REGISTERS) -> Result:
    arguments = ["match", str(file), "--data", str(data), *options]
    result = CliRunner().invoke(main, arguments, env={"LC_ALL": language})
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


@pytest.fixture
def file(tmp_path: Path) -> Path:
    written = tmp_path / "towns.csv"
    written.write_text(LIST, "utf-8")
    return written


def read(text: str) -> list[dict[str, str]]:
    return [*csv.DictReader(io.StringIO(text, newline=""))]


def test_each_row_comes_out_with_its_place_and_why(file: Path) -> None:
    result = match(file)
    near, misspelt, blank, nowhere, same = read(result.stdout)
    assert result.exit_code == 0
    assert result.stderr == "Rows: 5. In the atlas: 2; perhaps: 2; not: 1.\n"
    assert [*near] == [
        *("Stadt", "Land", "Breitengrad", "Längengrad", "Wikidata-ID", "atlas_id", "atlas_name"),
        *("atlas_why", "atlas_km", "atlas_others"),
    ]
    assert [near["Stadt"], near["Breitengrad"]] == ["Houffalize", "50,13"]
    assert [near["atlas_id"], near["atlas_name"]] == ["houffalize-be", "Houffalize"]
    assert near["atlas_why"] == "the same name and country, 0.2 km apart"
    assert near["atlas_km"] == "0.2"
    assert [misspelt["atlas_id"], misspelt["atlas_why"]] == ["", "Perhaps in the atlas"]
    assert misspelt["atlas_others"] == "gabrovo-bg (the same name but for a letter)"
    assert blank["atlas_why"] == "A country is missing."
    assert blank["atlas_others"] == (
        "bocholt-be (the same name in another country); "
        "bocholt-de (the same name in another country)"
    )
    assert nowhere["Längengrad"] == "-12.25"
    assert [nowhere["atlas_id"], nowhere["atlas_why"]] == ["", "Not in the atlas"]
    assert [same["atlas_id"], same["atlas_why"]] == ["houffalize-be", "the same Wikidata id"]


def test_what_was_taken_out_is_not_found(file: Path, tmp_path: Path) -> None:
    data = shutil.copytree(REGISTERS, tmp_path / "data")
    (data / "removed.yml").write_text(
        "records:\n"
        "  - folder: places\n"
        "    id: houffalize-be\n"
        "    date: 2026-11-01\n"
        "    reason: not-a-cooperation\n"
    )
    result = match(file, data=data)
    assert "gabrovo-bg" in result.stdout
    assert "houffalize-be" not in result.stdout


def test_it_speaks_the_language_that_is_asked_for(file: Path) -> None:
    result = match(file, "--lang", "fr")
    first = read(result.stdout)[0]
    assert first["atlas_why"] == "même nom et même pays, à 0,2 km l’un de l’autre"
    assert result.stderr.startswith("Lignes")


def test_the_result_may_go_to_a_file(file: Path, tmp_path: Path) -> None:
    result = match(file, "--output", str(tmp_path / "result.csv"))
    assert result.stdout == ""
    assert (tmp_path / "result.csv").read_bytes() == match(file).stdout_bytes
    assert match(file, "--output", str(tmp_path / "no" / "folder.csv")).exit_code == 1


def test_no_cell_begins_a_formula(tmp_path: Path) -> None:
    file = tmp_path / "towns.csv"
    file.write_text("name,country,=2\n=1+1,BE,@x\nBocholt,-1+1,\n", "utf-8")
    assert [*formulas(match(file).stdout)] == []


def test_columns_can_be_named(tmp_path: Path) -> None:
    file = tmp_path / "towns.tsv"
    file.write_text("who\twhere\nHouffalize\tBE\n", "utf-8")
    result = match(file)
    assert result.exit_code == 1
    assert "no column is known for name; the headings are: who, where." in result.stderr
    assert '--column name="who"' in result.stderr
    named = match(file, "--column", "name=who", "--column", "country=where")
    assert read(named.stdout)[0]["atlas_id"] == "houffalize-be"
    wrong = match(file, "--column", "town=who")
    assert '"town" is none of the columns: wikidata, geonames, lat' in wrong.stderr
    assert "FIELD=HEADING" in match(file, "--column", "name").stderr


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("towns.csv", b"", "towns.csv is empty."),
        ("towns.csv", b"name,country\n", "towns.csv has a heading, and no rows."),
        ("towns.csv", b'name,country\n"Genk,BE\n', "does not close"),
        ("towns.csv", b"name,country\nGenk,BE\nTan", "the row has 1 cells and the heading 2"),
        ("towns.csv", b"PK\x03\x04rest", "is a spreadsheet and no text"),
        ("towns.xlsx", b"name,country\nGenk,BE\n", "is no spreadsheet"),
        ("towns.xlsx", b"PK\x03\x04rest", "cannot be read as a spreadsheet"),
    ],
)
def test_wrong_input_is_told_and_nothing_is_written(
    name: str, content: bytes, said: str, tmp_path: Path
) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    result = match(file, "--output", str(tmp_path / "result.csv"))
    assert result.exit_code == 1
    assert said in result.stderr
    assert not (tmp_path / "result.csv").exists()


def test_an_encoding_that_was_guessed_is_told(tmp_path: Path) -> None:
    file = tmp_path / "towns.csv"
    rows = "Houffalize;Bélgica;Cámara\nGante;Bélgica;Señor\n"
    file.write_bytes(f"Ciudad;País;Año\n{rows}".encode("cp1252"))
    result = match(file)
    assert read(result.stdout)[0]["atlas_id"] == "houffalize-be"
    assert "towns.csv is read as " in result.stderr


def test_a_spreadsheet_is_read(tmp_path: Path) -> None:
    file = tmp_path / "towns.xlsx"
    write_workbook(file, [("Ville", "Pays"), ("Houffalize", "Belgique")])
    assert read(match(file).stdout)[0]["atlas_id"] == "houffalize-be"
