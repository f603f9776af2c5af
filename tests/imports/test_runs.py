"""What a run says and writes, and what a later one keeps, changes and tells."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from atlas.cli.main import main
from tests.imports.lists import Atlas, Row, write
from tests.imports.wikidata_answers import solution, write_json, write_tsv

ROWS: list[Row] = [
    ("Aalst", "Belgium", 50.94, 4.04, "Gabrovo", "Bulgaria", 42.87, 25.33, 1975),
    ("Genk", "Belgium", 50.97, 5.5, "Cieszyn", "Poland", 49.75, 18.63, 1980, "Jumelage"),
    ("Genk", "Belgium", 50.97, 5.5, "Targówek, Warsaw", "Poland", "", "", 1990),
]
COUNTS = """3 rows read
3 ties in the register
5 places
0 rows say the same as others
0 ties stated both ways
0 rows refused
0 points left out, as they cannot be right
0 ties no longer listed, and kept with their older dates
0 open questions
"""


def test_a_run_says_what_came_of_the_rows(atlas: Atlas, tmp_path: Path) -> None:
    assert atlas.bring_in(write(tmp_path / "list.csv", ROWS)) == COUNTS
    assert atlas.check() == "no problems\n"


def test_the_same_again_changes_no_file(atlas: Atlas, tmp_path: Path) -> None:
    file = write(tmp_path / "list.csv", ROWS)
    atlas.bring_in(file)
    files = [path for path in atlas.data.rglob("*") if path.is_file()]
    before = {path: path.stat().st_mtime_ns for path in files}
    assert atlas.bring_in(file) == COUNTS
    assert {path: path.stat().st_mtime_ns for path in files} == before


def test_a_dry_run_shows_all_and_writes_nothing(atlas: Atlas, tmp_path: Path) -> None:
    file = write(tmp_path / "list.csv", ROWS)
    said = atlas.bring_in(file, options=["--dry-run"])
    assert said == (
        "+ aalst-be\n+ cieszyn-pl\n+ gabrovo-bg\n+ genk-be\n+ targowek-warsaw-pl\n"
        "+ aalst-be-gabrovo-bg\n+ cieszyn-pl-genk-be\n+ genk-be-targowek-warsaw-pl\n"
        f"{COUNTS}Nothing was written (--dry-run).\n"
    )
    assert not (atlas.data / "registers").exists()


LATER: list[Row] = [
    ("Aalst", "Belgium", 50.94, 4.04, "Gabrovo", "Bulgaria", 42.88, 25.33, 1976),
    ("Genk", "Belgium", 50.97, 5.5, "Francavilla di Sicilia", "Italy", 37.9, 15.14),
    ("Genk", "België", "", "", "Targówek, Warsaw", "Polska"),
]


def test_newer_data_keep_ids_and_tell_what_came_and_changed(atlas: Atlas, tmp_path: Path) -> None:
    atlas.bring_in(write(tmp_path / "list.csv", ROWS))
    options = ["--as-of", "2018-01"]
    said = atlas.bring_in(write(tmp_path / "list.csv", LATER), options=options)
    assert said.startswith(
        "+ francavilla-di-sicilia-it\n"
        "+ francavilla-di-sicilia-it-genk-be\n"
        "~ gabrovo-bg  lat: 42.87 → 42.88\n"
        "~ aalst-be-gabrovo-bg  start: 1975 → 1976\n"
        "no longer listed: cieszyn-pl-genk-be\n"
        "3 rows read\n4 ties in the register\n6 places\n"
    )
    assert "1 tie no longer listed, and kept with its older date\n" in said
    dates = {id_: row["as_of"] for id_, row in atlas.rows("ties").items()}
    assert dates == {
        "aalst-be-gabrovo-bg": "2018-01",
        "cieszyn-pl-genk-be": "2017-05",
        "francavilla-di-sicilia-it-genk-be": "2018-01",
        "genk-be-targowek-warsaw-pl": "2018-01",
    }
    assert atlas.rows("ties")["genk-be-targowek-warsaw-pl"]["start"] == "1990"
    assert atlas.check() == "no problems\n"


def test_older_data_change_nothing_that_is_newer(atlas: Atlas, tmp_path: Path) -> None:
    options = ["--as-of", "2018-01"]
    atlas.bring_in(write(tmp_path / "list.csv", LATER), options=options)
    atlas.bring_in(write(tmp_path / "older.csv", ROWS))
    tie = atlas.rows("ties")["aalst-be-gabrovo-bg"]
    assert (tie["start"], tie["as_of"]) == ("1976", "2018-01")
    assert atlas.rows("ties")["genk-be-targowek-warsaw-pl"]["start"] == "1990"
    register = (atlas.data / "registers" / "list" / "register.yml").read_text("utf-8")
    assert "as_of: 2018-01\n" in register


def test_a_record_that_overrides_a_row_is_not_touched(atlas: Atlas, tmp_path: Path) -> None:
    file = write(tmp_path / "list.csv", ROWS)
    atlas.bring_in(file)
    text = "overrides: list\nnames: {en: Genk, nl: Genk, fr: Genck}\ntype: municipality\n"
    atlas.add_place("genk-be", text)
    before = atlas.tables()
    atlas.bring_in(
        write(tmp_path / "list.csv", [*ROWS, ("Genck", "BE", 50.96, 5.5, *ROWS[0][4:8])])
    )
    assert (atlas.data / "places" / "genk-be.yml").read_text("utf-8") == text
    assert {*atlas.rows("places")} == {
        line.split(",")[0]
        for table in before
        for line in before[table].splitlines()
        if table.startswith("places")
    } - {"id"}
    assert "gabrovo-bg-genk-be" in atlas.rows("ties")
    assert atlas.check() == "no problems\n"


def test_a_record_of_its_own_takes_the_place_of_a_row(atlas: Atlas, tmp_path: Path) -> None:
    file = write(tmp_path / "list.csv", ROWS)
    atlas.bring_in(file)
    atlas.add_place(
        "genk-be",
        "names: {en: Genk}\ntype: municipality\ncountries: [BE]\nsources:\n  - {source: list}\n",
    )
    assert 'id "genk-be" is taken by data/places/genk-be.yml' in atlas.check()
    atlas.bring_in(file)
    assert "genk-be" not in atlas.rows("places")
    assert "cieszyn-pl-genk-be" in atlas.rows("ties")
    assert atlas.check() == "no problems\n"


OF_GENK = ["aalst-be-gabrovo-bg", "genk-targowek-warsaw-pl", "cieszyn-pl-genk"]
GENK = "names: {en: Genk}\ntype: municipality\ncountries: [BE]\nsources:\n  - {source: list}\n"


def test_a_record_that_had_the_id_of_a_row_takes_its_place(atlas: Atlas, tmp_path: Path) -> None:
    file = write(tmp_path / "list.csv", ROWS)
    atlas.bring_in(file)
    atlas.add_place("genk", f"previous_ids: [genk-be]\n{GENK}")
    assert (
        'previous id "genk-be" is taken by data/registers/list/places/BE.csv. Run atlas import '
        "again."
    ) in atlas.check()
    said = atlas.bring_in(file)
    assert "genk-be" not in atlas.rows("places")
    assert {*atlas.rows("ties")} == {
        "aalst-be-gabrovo-bg",
        "cieszyn-pl-genk",
        "genk-targowek-warsaw-pl",
    }
    assert "0 open questions" in said
    assert atlas.check() == "no problems\n"


@pytest.mark.parametrize("point", ["", "coordinates: {lat: 50.97, lon: 5.5, source: list}\n"])
def test_whether_a_record_of_another_id_is_a_row_is_asked(
    point: str, atlas: Atlas, tmp_path: Path
) -> None:
    file = write(tmp_path / "list.csv", ROWS)
    atlas.bring_in(file)
    atlas.add_place("genk", GENK + point)
    assert "1 open question" in atlas.bring_in(file)
    atlas.answer({"genk | genk-be": "yes"})
    assert "0 open questions" in atlas.bring_in(file)
    assert "genk-be" not in atlas.rows("places")
    assert {*atlas.rows("ties")} == {
        "aalst-be-gabrovo-bg",
        "cieszyn-pl-genk",
        "genk-targowek-warsaw-pl",
    }


def test_the_language_of_names_is_remembered(atlas: Atlas, tmp_path: Path) -> None:
    file = write(tmp_path / "list.csv", ROWS)
    atlas.bring_in(file, options=["--names-in", "nl"])
    before = atlas.tables()
    assert {row["lang"] for row in atlas.rows("places").values()} == {"nl"}
    atlas.bring_in(file)
    assert atlas.tables() == before


def test_a_source_is_written_once(atlas: Atlas, tmp_path: Path) -> None:
    file = write(tmp_path / "list.csv", ROWS)
    options = [
        "--title",
        "Towns: a list",
        "--publisher",
        "Somebody",
        "--url",
        "https://example.org/",
    ]
    atlas.bring_in(file, options=options)
    source = atlas.data / "sources" / "list.yml"
    text = (
        "# yaml-language-server: $schema=../schema/sources.schema.json\n"
        "title: {lang: en, text: 'Towns: a list'}\n"
        "publisher: Somebody\nlanguage: en\nurl: https://example.org/\naccessed: 2017-05\n"
    )
    assert source.read_text("utf-8") == text
    atlas.bring_in(file, options=["--title", "Another", "--as-of", "2018"])
    assert source.read_text("utf-8") == text


def test_without_a_licence_the_check_asks_for_it(atlas: Atlas, tmp_path: Path) -> None:
    file = write(tmp_path / "list.csv", ROWS)
    result = atlas.run(file)
    assert result.exit_code == 0
    assert "The licence of the list is not known" in result.output
    assert 'register.yml:1:1  field "licence" is missing' in atlas.check()
    assert "licence" not in atlas.bring_in(file)
    assert atlas.check() == "no problems\n"
    assert "licence" not in atlas.run(file).output


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("points: source", "points: guessed", 'field "points" is "guessed"'),
        ("as_of: 2017-05", "as_of: lately", 'field "as_of"'),
        ("form: twinning", "form: [twinning]", 'field "form"'),
        ("tables:", "tables: none\nothers:", 'field "tables"'),
        ("tables:", "tables: [none]\nothers:", 'field "tables"'),
        ("input:", "input: [", "register.yml:"),
    ],
)
def test_what_is_wrong_in_the_registers_own_file_is_told_and_nothing_is_written(
    atlas: Atlas, tmp_path: Path, old: str, new: str, told: str
) -> None:
    file = write(tmp_path / "list.csv", ROWS)
    atlas.bring_in(file, options=["--form", "twinning"])
    about = atlas.data / "registers" / "list" / "register.yml"
    text = about.read_text("utf-8").replace(old, new, 1)
    about.write_text(text, "utf-8")
    result = atlas.run(file)
    assert result.exit_code == 1
    assert "data/registers/list/register.yml:" in result.output
    assert told in result.output
    assert about.read_text("utf-8") == text


def test_that_the_registers_own_file_is_gone_is_told_once(atlas: Atlas, tmp_path: Path) -> None:
    file = write(tmp_path / "list.csv", ROWS)
    atlas.bring_in(file)
    (atlas.data / "registers" / "list" / "register.yml").unlink()
    result = atlas.run(file)
    assert result.exit_code == 1
    assert "list/register.yml:1:1  the file cannot be opened. Put the file back." in result.output
    assert "1 problem in 1 file" in result.output


def test_a_licence_that_is_none_can_be_named_by_the_next_import(
    atlas: Atlas, tmp_path: Path
) -> None:
    file = write(tmp_path / "list.csv", ROWS)
    atlas.bring_in(file)
    about = atlas.data / "registers" / "list" / "register.yml"
    text = about.read_text("utf-8")
    about.write_text(text.replace("CC0-1.0", "ours"), "utf-8")
    atlas.bring_in(file)
    assert about.read_text("utf-8") == text


def test_a_register_can_be_named_by_its_folder(atlas: Atlas, tmp_path: Path) -> None:
    file = write(tmp_path / "list.csv", ROWS)
    folder = atlas.data / "registers" / "list"
    arguments = ["import", "table", str(file), "--into", str(folder), "--licence", "CC0-1.0"]
    assert CliRunner().invoke(main, arguments, env={"LC_ALL": "C"}).exit_code == 0
    assert len(atlas.rows("ties")) == 3


def test_refusals_and_questions_of_other_files_stay(atlas: Atlas, tmp_path: Path) -> None:
    wrong: Row = ("Aalst", "Nowhere", "", "", "Gabrovo", "Bulgaria")
    unclear: Row = ("Brazzaville", "Congo", "", "", "Gabrovo", "Bulgaria")
    atlas.bring_in(write(tmp_path / "1.csv", [*ROWS, wrong, unclear]))
    atlas.bring_in(write(tmp_path / "2.csv", [*ROWS, wrong]))
    files = [(row["file"], row["row"]) for row in atlas.listed("refused")]
    assert files == [("1.csv", "5"), ("1.csv", "6"), ("2.csv", "5")]
    assert [row["what"] for row in atlas.listed("questions")] == ["Brazzaville, Congo"]
    said = atlas.bring_in(write(tmp_path / "1.csv", ROWS))
    assert [row["file"] for row in atlas.listed("refused")] == ["2.csv"]
    assert "1 open question\n" in said


def _dated(year: int, number: int) -> Row:
    return (f"Town {number}", "France", "", "", f"Stadt {number}", "Germany", "", "", year)


YEARS = [_dated(1950 + number % 60, number) for number in range(120)]
PLACEHOLDERS = [_dated(2000, 200 + number) for number in range(16)]


def test_a_year_that_stands_for_no_year_is_asked_about(atlas: Atlas, tmp_path: Path) -> None:
    file = write(tmp_path / "list.csv", [*YEARS, *PLACEHOLDERS])
    atlas.bring_in(file)
    ties = atlas.rows("ties")
    tie = ties["stadt-200-de-town-200-fr"]
    assert (tie["start"], tie["start_as_stated"]) == ("", "2000")
    assert ties["stadt-3-de-town-3-fr"]["start"] == "1953"
    [question] = atlas.listed("questions")
    assert (question["kind"], question["what"]) == ("year", "2000")
    assert atlas.check() == "no problems\n"

    atlas.answer({"2000": "no"})
    atlas.bring_in(file)
    tie = atlas.rows("ties")["stadt-200-de-town-200-fr"]
    assert (tie["start"], tie["start_as_stated"]) == ("2000", "")

    atlas.answer({"2000": "yes"})
    atlas.bring_in(file)
    assert atlas.rows("ties")["stadt-200-de-town-200-fr"]["start"] == ""


@pytest.mark.parametrize(
    "rows",
    [
        YEARS,
        [*YEARS, *PLACEHOLDERS[:5]],
        [
            *YEARS,
            *(
                _dated(year, 300 + step)
                for year in (1990, 1991, 1992)
                for step in range(year, year + 16)
            ),
        ],
    ],
    ids=["evenly", "a few more", "three years of many"],
)
def test_years_that_many_ties_have_are_years(rows: list[Row], atlas: Atlas, tmp_path: Path) -> None:
    atlas.bring_in(write(tmp_path / "list.csv", rows))
    assert atlas.listed("questions") == []
    assert all(tie["start"] for tie in atlas.rows("ties").values())


@pytest.mark.parametrize(
    ("start", "end", "dates"),
    [
        ("1975", "1980", ("1975", "1980", "")),
        ("1975", "1975-03", ("1975", "1975-03", "")),
        ("1985", "1980", ("1985", "", "")),
        ("2017-05-31", "2030", ("2017-05-31", "2030", "")),
        ("2017-06", "", ("", "", "2017-06")),
        ("2071", "1980", ("", "", "2071")),
    ],
)
def test_a_tie_began_before_it_was_listed_and_before_it_ended(
    start: str, end: str, dates: tuple[str, str, str], atlas: Atlas, tmp_path: Path
) -> None:
    heading = ["city1", "country1", "city2", "country2", "start", "end"]
    rows = [("Aalst", "Belgium", "Gabrovo", "Bulgaria", start, end)]
    atlas.bring_in(write(tmp_path / "list.csv", rows, heading))
    [tie] = atlas.rows("ties").values()
    assert (tie["start"], tie["end"], tie["start_as_stated"]) == dates


def test_two_runs_find_the_same_placeholder(atlas: Atlas, tmp_path: Path) -> None:
    rows = [*YEARS, *PLACEHOLDERS]
    other = Atlas(tmp_path / "other")
    atlas.bring_in(write(tmp_path / "list.csv", rows))
    other.bring_in(write(tmp_path / "1.csv", rows[::2]))
    other.bring_in(write(tmp_path / "2.csv", rows[1::2]))
    assert other.tables() == atlas.tables()


@pytest.mark.parametrize(("write_answer", "name"), [(write_json, "be.json"), (write_tsv, "be.tsv")])
def test_an_answer_of_wikidata_is_brought_in(
    write_answer: object, name: str, atlas: Atlas, tmp_path: Path
) -> None:
    assert callable(write_answer)
    solutions = [
        solution("Q1", "Q2", start="1994-05-07T00:00:00Z", startPrecision="11"),
        solution("Q2", "Q1", aCountryCode="FR", bCountryCode="BE"),
        solution("Q1", "Q3", aLabel_nl="Stad@nl", bPoint="Point(2.35 48.85)"),
        solution("Q1", "Q4", rank="http://wikiba.se/ontology#DeprecatedRank"),
    ]
    file = tmp_path / name
    file.write_text(write_answer(solutions), "utf-8")
    arguments = ["import", "wikidata", str(file), "--into", "wikidata", "--as-of", "2026-11"]
    arguments += ["--data", str(atlas.data), "--licence", "CC0-1.0", "--form", "twinning"]
    result = CliRunner().invoke(main, arguments, env={"LC_ALL": "C"})
    assert result.exit_code == 0, result.output
    assert result.output.startswith("4 rows read\n2 ties in the register\n3 places\n")
    both, one = atlas.rows("ties", "wikidata").values()
    assert (both["stated_by"], both["start"], both["form"]) == ("both", "1994-05-07", "twinning")
    assert one["stated_by"] == "a"
    assert one["locator"].startswith("Q1$0a1b2c3d")
    place = atlas.rows("places", "wikidata")["q1-town-be"]
    assert (place["wikidata"], place["name_nl"]) == ("Q1", "Stad")
    assert [row["reason"] for row in atlas.listed("refused", "wikidata")] == ["withdrawn"]
    assert atlas.check() == "no problems\n"


@pytest.mark.parametrize("language", ["nl", "fr", "ar"])
def test_a_run_speaks_the_language_of_its_reader(
    language: str, atlas: Atlas, tmp_path: Path
) -> None:
    said = atlas.run(write(tmp_path / "list.csv", ROWS), options=["--lang", language])
    assert said.exit_code == 0
    assert "rows" not in said.output
    assert len(said.output.splitlines()) == len(COUNTS.splitlines()) + 1
