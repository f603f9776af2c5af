"""Files that are no lists of ties, or no whole ones, are refused; then nothing is written."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.imports.lists import Atlas, Row, swap, write

HEADING = "city1,country1,city2,country2\n"
ROW = "Aalst,Belgium,Gabrovo,Bulgaria\n"
WORKBOOK = b"PK\x03\x04" + b"\0" * 100


def _text(text: str, encoding: str = "utf-8") -> Callable[[Path], object]:
    return lambda path: path.write_bytes(text.encode(encoding))


def _bytes(content: bytes) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(content)


def _broken_workbook(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("xl/workbook.xml", "<workbook/>" * 100)
    path.write_bytes(path.read_bytes()[:-30])


WRONG: dict[str, tuple[str, Callable[[Path], object], str]] = {
    "empty": ("list.csv", _text(""), "list.csv is empty."),
    "a heading alone": ("list.csv", _text(HEADING), "list.csv has a heading, and no rows."),
    "no names": (
        "list.csv",
        _text("foo,bar\n1,2\n"),
        "list.csv: no column is known for name_a, name_b; the headings are: foo, bar. Name it, "
        'such as --column name_a="foo".',
    ),
    "no countries": (
        "list.csv",
        _text("city1,city2\nAalst,Gabrovo\n"),
        "list.csv: no column is known for country_a, country_b; the headings are: city1, city2. "
        'Name it, such as --column country_a="city1".',
    ),
    "cut off within a row": (
        "list.csv",
        _text(HEADING + ROW + "Aarhus,Denm"),
        "list.csv:3: the row has 2 cells and the heading 4. Is the file cut off, or a separator "
        "missing?",
    ),
    "cut off within quotes": (
        "list.csv",
        _text(HEADING + ROW + 'Aarhus,"Denmark\n' + ROW * 2),
        "list.csv: a quotation mark that opens in line 5 or before does not close. Is the file cut "
        "off?",
    ),
    "cut off within a letter": (
        "list.csv",
        _bytes((HEADING + "Türi,Estonia,Tü").encode()[:-1]),
        "list.csv:2: this is not written in UTF-8, as what stands before is. Is the file cut off, "
        "or made of two?",
    ),
    "no text": (
        "list.csv",
        _bytes(bytes(range(256)) * 4),
        "list.csv: in which encoding it is written cannot be told. Save it as UTF-8, or name it by "
        "--encoding.",
    ),
    "UTF-16 that does not say so": (
        "list.csv",
        _text(HEADING + ROW, "utf-16-le"),
        "list.csv: in which encoding it is written cannot be told. Save it as UTF-8, or name it by "
        "--encoding.",
    ),
    "a spreadsheet called a text": (
        "list.csv",
        _bytes(WORKBOOK),
        "list.csv is a spreadsheet and no text. Save it as .csv, or give it its own ending.",
    ),
    "an old spreadsheet called a text": (
        "list.tsv",
        _bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600),
        "list.tsv is a spreadsheet and no text. Save it as .tsv, or give it its own ending.",
    ),
    "a text called a spreadsheet": (
        "list.xlsx",
        _text(HEADING + ROW),
        "list.xlsx is no spreadsheet, or is broken at its beginning. If it is a text, call it "
        ".csv.",
    ),
    "a broken spreadsheet": (
        "list.xlsx",
        _broken_workbook,
        "list.xlsx cannot be read as a spreadsheet. Is it cut off? Save it again, or as CSV.",
    ),
    "half a spreadsheet": (
        "list.xlsx",
        _bytes(WORKBOOK),
        "list.xlsx cannot be read as a spreadsheet. Is it cut off? Save it again, or as CSV.",
    ),
    "something else": (
        "list.pdf",
        _text(HEADING + ROW),
        "list.pdf: a table is a file .csv, .tsv, .xlsx.",
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_wrong_input_is_told_and_nothing_is_written(
    name: str, atlas: Atlas, tmp_path: Path
) -> None:
    file, fill, said = WRONG[name]
    fill(tmp_path / file)
    result = atlas.run(tmp_path / file)
    assert (result.exit_code, result.output) == (1, f"Error: {said}\n")
    assert not (atlas.data / "registers").exists()
    assert not list((atlas.data / "sources").iterdir())


def test_rows_of_which_none_says_enough_are_refused(atlas: Atlas, tmp_path: Path) -> None:
    rows: list[Row] = [
        ("Aalst", "", "", "", "Gabrovo", "Bulgaria"),
        ("", "BE"),
        ("Genk", "", "", "", "", ""),
    ]
    result = atlas.run(write(tmp_path / "list.csv", rows))
    assert (result.exit_code, result.output) == (
        1,
        "Error: no row can be taken over: A country is missing. (2) A name is missing. (1)\n",
    )
    assert not (atlas.data / "registers").exists()


def test_one_wrong_file_of_several_stops_all(atlas: Atlas, tmp_path: Path) -> None:
    good, bad = tmp_path / "good.csv", tmp_path / "bad.csv"
    good.write_text(HEADING + ROW, "utf-8")
    bad.write_text("", "utf-8")
    assert atlas.run(good, bad).exit_code == 1
    assert not (atlas.data / "registers").exists()


DANES: list[Row] = [
    (
        f"Town {number}",
        "Denmark",
        55.5 + number / 10,
        9.2,
        f"By {number}",
        "Sweden",
        60,
        15 + number / 10,
    )
    for number in range(10)
]


def _with_countries_swapped(row: Row) -> Row:
    return (row[0], row[5], *row[2:5], row[1], *row[6:])


def _with_points_swapped(row: Row) -> Row:
    return (*row[:2], row[3], row[2], *row[4:])


@pytest.mark.parametrize("change", [_with_countries_swapped, _with_points_swapped])
@pytest.mark.parametrize("turn", [list, swap])
def test_a_column_that_lies_elsewhere_is_refused(
    change: Callable[[Row], Row],
    turn: Callable[[list[Row]], list[Row]],
    atlas: Atlas,
    tmp_path: Path,
) -> None:
    result = atlas.run(write(tmp_path / "danes.csv", turn([change(row) for row in DANES])))
    assert result.exit_code == 1
    assert "danes.csv: 10 of 10 points of side" in result.output
    assert "Is a column wrong?" in result.output
    assert not (atlas.data / "registers").exists()
    assert atlas.bring_in(write(tmp_path / "danes.csv", turn(DANES)))


def test_names_that_belong_to_the_other_side_are_refused(atlas: Atlas, tmp_path: Path) -> None:
    towns = [(f"Town {number}", "Denmark", 55.5 + number / 10, 9.2) for number in range(5)]
    rows: list[Row] = [
        (f"{'ABC'[number]}by {name}", *place, name, "Sweden", 60, 15 + number / 10)
        for name, *place in towns
        for number in range(3)
    ]
    result = atlas.run(write(tmp_path / "danes.csv", rows))
    assert result.exit_code == 1
    assert "danes.csv: 5 of 5 points of side a stand beside several names, such as" in result.output
    assert not (atlas.data / "registers").exists()


def test_a_few_points_elsewhere_are_left_out_one_by_one(atlas: Atlas, tmp_path: Path) -> None:
    rows = [_with_countries_swapped(row) if row is DANES[0] else row for row in DANES]
    said = atlas.bring_in(write(tmp_path / "danes.csv", rows))
    assert "2 points left out" in said
    assert atlas.rows("places")["town-0-se"]["lat"] == ""
    reasons = [(row["row"], row["reason"]) for row in atlas.listed("refused")]
    assert reasons == [("2", "point-elsewhere")]


def test_a_table_that_was_changed_by_hand_stops_the_import(atlas: Atlas, tmp_path: Path) -> None:
    file = write(tmp_path / "danes.csv", DANES)
    atlas.bring_in(file)
    table = atlas.data / "registers" / "list" / "places" / "DK.csv"
    table.write_text(table.read_text("utf-8").replace("Town 3", "Town three"), "utf-8")
    before = atlas.tables()
    result = atlas.run(file)
    assert result.exit_code == 1
    assert (
        "places/DK.csv:1:1  this table was written by an import, and was changed" in result.output
    )
    assert atlas.tables() == before


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--as-of", "May 2017"], '"May 2017" is no date such as 2017-05.'),
        (["--names-in", "xx-yy"], '"xx-yy" is no tag of a language, such as nl.'),
        (["--column", "name_a"], "--column is FIELD=HEADING."),
        (["--column", "nam_a=Town 1"], '"nam_a" is none of the columns'),
        (["--column", "name_a=Towns"], 'no column is called "Towns"; the headings are: city1'),
        (["--encoding", "utf-99"], 'there is no encoding "utf-99".'),
    ],
)
def test_options_that_say_nothing_are_refused(
    options: list[str], said: str, atlas: Atlas, tmp_path: Path
) -> None:
    result = atlas.run(write(tmp_path / "danes.csv", DANES), options=options)
    assert result.exit_code == 1
    assert said in result.output
    assert not (atlas.data / "registers").exists()


@pytest.mark.parametrize("id_", ["Bad Name", "index", "a_b", "../../x", "data/x"])
def test_a_register_that_cannot_be_called_so_is_refused(
    id_: str, atlas: Atlas, tmp_path: Path
) -> None:
    result = atlas.run(write(tmp_path / "danes.csv", DANES), into=id_)
    assert result.exit_code == 1
    assert id_ in result.output
    assert not (atlas.data / "registers").exists()
