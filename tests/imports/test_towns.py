"""Which rows speak of the same town, in which country it lies, and what people are asked."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.imports.lists import Atlas, Row, write

HEADING = (
    *("name_a", "country_a", "lat_a", "lon_a", "wikidata_a"),
    *("name_b", "country_b", "lat_b", "lon_b", "wikidata_b", "start"),
)
PARIS = ("Paris", "France", 48.85, 2.35, "")


def _bring_in(
    atlas: Atlas, folder: Path, ends: Sequence[Row], options: Sequence[str] = ()
) -> dict[str, dict[str, str]]:
    """The places that come of rows with these first ends, all tied to Paris, but for that."""
    rows = [(*end, *[""] * (5 - len(end)), *PARIS) for end in ends]
    atlas.bring_in(write(folder / "list.csv", rows, HEADING), options=options)
    assert "error" not in atlas.check().replace("no problems", "")
    places = atlas.rows("places")
    places.pop("paris-fr", None)
    return places


SAME: dict[str, list[Row]] = {
    "one Wikidata id": [
        ("Odesa", "Ukraine", 46.48, 30.73, "Q1874"),
        ("Odessa", "UA", "", "", "Q1874"),
    ],
    "one Wikidata id, as an address": [
        ("Odesa", "Ukraine", "", "", "http://www.wikidata.org/entity/Q1874"),
        ("Odessa", "UA", "", "", "Q1874"),
    ],
    "one name, near": [("Türi", "Estonia", 58.81, 25.42), ("Turi", "Estonia", 58.80, 25.43)],
    "one name, near, of which one has an id": [
        ("Türi", "Estonia", 58.81, 25.42, "Q1012"),
        ("Türi", "Estonia", 58.80, 25.43),
    ],
    "one name, one without a point": [("Türi", "Estonia", 58.81, 25.42), ("türi", "Estland")],
    "one name, none with a point": [("Sint-Niklaas", "Belgium"), ("Sint Niklaas", "België")],
    "cedilla and comma": [("Sebeş", "Romania"), ("Sebeș", "Romania")],
    "marks that nobody sees": [("Granada", "Spain"), ("\u200eGranada\u200b", "Spain")],
    "a letter of another script": [("Moscow", "Russia"), ("M\u043escow", "Russia")],
    "letters that are composed": [("Köln", "Germany"), ("Ko\u0308ln", "Germany")],
    "name and country in one": [
        ("Varna", "Bulgaria"),
        ("Varna, Bulgaria", ""),
        ("Varna, BG", "BG"),
    ],
    "states that are no more": [
        ("Blaj", "Romania", 46.18, 23.91),
        ("Blaj", "Austria-Hungary", 46.18, 23.91),
        ("Blaj", "Austrian Empire", 46.17, 23.92),
    ],
    "a territory, by its name and by its state's": [
        ("Nouméa", "New Caledonia", -22.27, 166.45),
        ("Nouméa", "France", -22.27, 166.45),
    ],
    "a place that two states claim": [
        ("Sevastopol", "Ukraine", 44.6, 33.53),
        ("Sevastopol", "Russia", 44.61, 33.52),
    ],
}


@pytest.mark.parametrize("case", SAME)
def test_these_are_one_town(case: str, atlas: Atlas, tmp_path: Path) -> None:
    [place] = _bring_in(atlas, tmp_path, SAME[case]).values()
    assert place["country"] != "RU" or case != "a place that two states claim"
    assert atlas.listed("questions") == []


APART: dict[str, list[Row]] = {
    "other ids": [
        ("Liebenau", "Germany", 51.5, 9.28, "Q1"),
        ("Liebenau", "Germany", 51.5, 9.28, "Q2"),
    ],
    "far apart": [("Liebenau", "Germany", 52.6, 9.1), ("Liebenau", "Germany", 51.5, 9.28)],
    "just more than 10 km apart": [("X", "Germany", 51.0, 9.0), ("X", "Germany", 51.0, 9.145)],
    "accents, far apart": [("Lohne", "Germany", 52.66, 8.23), ("Löhne", "Germany", 52.19, 8.69)],
    "other countries": [("Bocholt", "Belgium", 51.17, 5.58), ("Bocholt", "Germany", 51.83, 6.62)],
    "other countries, without points": [("Bocholt", "Belgium"), ("Bocholt", "Germany")],
    "districts": [("Prague 10", "Czechia", 50.07, 14.46), ("Prague 11", "Czechia", 50.03, 14.5)],
    "municipality and town": [
        ("Oxelösund", "Sweden", 58.67, 17.12),
        ("Oxelösund Municipality", "Sweden", 58.67, 17.12),
    ],
}


@pytest.mark.parametrize("case", APART)
def test_these_are_two_towns(case: str, atlas: Atlas, tmp_path: Path) -> None:
    assert len(_bring_in(atlas, tmp_path, APART[case])) == 2
    assert atlas.listed("questions") == []


ASKED: dict[str, list[Row]] = {
    "spellings, near": [("Odesa", "Ukraine", 46.48, 30.73), ("Odessa", "Ukraine", 46.47, 30.74)],
    "accents, without points": [("Komló", "Hungary"), ("Kömlő", "Hungary")],
    "one point in two countries": [
        ("Essen", "Germany", 51.45, 7.01),
        ("Essen", "Belgium", 51.45, 7.01),
    ],
}


@pytest.mark.parametrize("case", ASKED)
def test_these_are_asked_about(case: str, atlas: Atlas, tmp_path: Path) -> None:
    ids = sorted(_bring_in(atlas, tmp_path, ASKED[case]))
    assert len(ids) == 2
    [question] = atlas.listed("questions")
    assert (question["kind"], question["what"]) == ("same-place", " | ".join(ids))

    atlas.answer({question["what"]: "no"})
    assert sorted(_bring_in(atlas, tmp_path, ASKED[case])) == ids
    assert [row["answer"] for row in atlas.listed("questions")] == ["no"]

    atlas.answer({question["what"]: "Oui"})
    for _ in range(2):
        [place] = _bring_in(atlas, tmp_path, ASKED[case]).values()
        assert place["id"] == ids[0]
    assert len(atlas.rows("ties")) == 1
    assert [row["answer"] for row in atlas.listed("questions")] == ["Oui"]


def test_one_without_a_point_among_namesakes_is_asked_about(atlas: Atlas, tmp_path: Path) -> None:
    namesakes: list[Row] = [
        ("Frankfurt", "Germany", 50.11, 8.68),
        ("Frankfurt", "Germany", 52.35, 14.55),
        ("Frankfurt", "Germany"),
    ]
    assert len(_bring_in(atlas, tmp_path, namesakes)) == 3
    assert len(atlas.listed("questions")) == 2


def test_where_to_answer_is_told_once_it_is_written(atlas: Atlas, tmp_path: Path) -> None:
    rows = [(*end, "", *PARIS) for end in ASKED["spellings, near"]]
    file = write(tmp_path / "list.csv", [*rows, ("", "", "", "", "", *PARIS)], HEADING)
    lists = (
        "Read on: data/registers/list/refused.csv\n"
        "Answer in the last column of data/registers/list/questions.csv, and import again.\n"
    )
    assert "questions.csv" not in atlas.bring_in(file, options=["--dry-run"])
    assert atlas.bring_in(file).endswith(f"1 open question\n{lists}")


def test_an_answer_that_is_none_is_told(atlas: Atlas, tmp_path: Path) -> None:
    _bring_in(atlas, tmp_path, ASKED["spellings, near"])
    atlas.answer({"odesa-ua | odessa-ua": "perhaps"})
    result = atlas.run(tmp_path / "list.csv")
    assert result.exit_code == 1
    assert result.output == (
        'data/registers/list/questions.csv:2:1  "perhaps" is no answer to that. Write yes or no.\n'
        "1 problem in 1 file\n"
    )


REFUSED: dict[str, tuple[Row, str]] = {
    "no name": (("", "Belgium"), "name-blank"),
    "a name of marks": (("\u200e", "Belgium"), "name-blank"),
    "a name without letters": (("({[ …", "Belgium"), "name-blank"),
    "a number": (("3500", "Belgium"), "name-blank"),
    "no country": (("Aalst", ""), "country-blank"),
    "a country of old, without a point": (("Blaj", "Austria-Hungary"), "country-unknown"),
    "no country at all": (("Aalst", "t430113"), "country-unknown"),
    "one of two": (("Brazzaville", "Congo", -4.27, 15.28), "country-ambiguous"),
    "itself": (("Paris", "Frankreich", 48.86, 2.35), "same-place"),
    "an address": (("Jan Janssens jan@example.org", "Belgium"), "name-unfit"),
    "a telephone number": (("Aalst, tel. +32 53 12 34 56", "Belgium"), "name-unfit"),
    "no end": (("A" * 400, "Belgium"), "name-unfit"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_rows_that_say_too_little_are_refused(case: str, atlas: Atlas, tmp_path: Path) -> None:
    row, reason = REFUSED[case]
    places = _bring_in(atlas, tmp_path, [row, ("Aalst", "Belgium")])
    assert [*places] == ["aalst-be"]
    [refused] = atlas.listed("refused")
    assert (refused["file"], refused["row"], refused["reason"]) == ("list.csv", "2", reason)


def test_a_country_that_is_answered_is_taken(atlas: Atlas, tmp_path: Path) -> None:
    ends: list[Row] = [("Brazzaville", "Congo", -4.27, 15.28), ("Aalst", "Belgium")]
    _bring_in(atlas, tmp_path, ends)
    [question] = atlas.listed("questions")
    assert question["what"] == "Brazzaville, Congo"
    assert set(question["proposal"].split()) == {"CD", "CG"}
    atlas.answer({"Brazzaville, Congo": "Republic of the Congo"})
    assert sorted(_bring_in(atlas, tmp_path, ends)) == ["aalst-be", "brazzaville-cg"]
    assert atlas.listed("refused") == []


def test_an_answer_may_be_written_in_a_spreadsheet(atlas: Atlas, tmp_path: Path) -> None:
    _bring_in(atlas, tmp_path, [("Brazzaville", "Congo"), ("Aalst", "Belgium")])
    path = atlas.data / "registers" / "list" / "questions.csv"
    told = path.read_bytes()
    text = "\ufeffkind;file;rows;what;proposal;answer\r\n"
    text += "country;list.csv;2;Brazzaville, Congo;CG CD;CG\r\n"
    path.write_bytes(text.encode())
    atlas.bring_in(tmp_path / "list.csv")
    assert "brazzaville-cg" in atlas.rows("places")
    assert path.read_bytes() == told.replace(b"CG CD,\n", b"CG CD,CG\n")


def test_a_point_decides_between_two_states_of_one_name(atlas: Atlas, tmp_path: Path) -> None:
    assert [*_bring_in(atlas, tmp_path, [("Lubumbashi", "Congo", -11.66, 27.48)])] == [
        "lubumbashi-cd"
    ]


@pytest.mark.parametrize(
    ("points", "ids"),
    [("source", ["blaj-ro", "cayenne-gf"]), ("geocoded", ["cayenne-fr"]), ("none", ["cayenne-fr"])],
)
def test_only_points_of_the_list_itself_tell_countries(
    points: str, ids: list[str], atlas: Atlas, tmp_path: Path
) -> None:
    rows: list[Row] = [
        ("Cayenne", "France", 4.92, -52.33),
        ("Blaj", "Austria-Hungary", 46.18, 23.91),
    ]
    assert sorted(_bring_in(atlas, tmp_path, rows, ["--points", points])) == ids


def test_a_point_that_stands_beside_many_names_is_left_out(atlas: Atlas, tmp_path: Path) -> None:
    rows: list[Row] = [(f"Town {name}", "France", 46.0, 2.0) for name in "abcde"]
    places = _bring_in(atlas, tmp_path, [*rows, ("Bourges", "France", 47.08, 2.4)])
    assert {id_ for id_, row in places.items() if row["lat"]} == {"bourges-fr"}
    assert {row["reason"] for row in atlas.listed("refused")} == {"point-shared"}


def test_namesakes_are_told_apart_by_what_does_not_change(atlas: Atlas, tmp_path: Path) -> None:
    rows: list[Row] = [
        ("Neustadt", "Germany", 49.35, 8.15, "Q5"),
        ("Neustadt", "Germany", 50.73, 11.75),
        ("Neu-Stadt", "Germany", 53.8, 12.1),
        ("Αθήνα", "Greece", 37.98, 23.73),
    ]
    places = _bring_in(atlas, tmp_path, rows)
    assert sorted(places) == [*("athina-gr", "neu-stadt-de", "neustadt-de-q5", "neustadt-de-u302e")]


def test_a_place_that_has_a_record_is_that_place(atlas: Atlas, tmp_path: Path) -> None:
    atlas.add_place(
        "eskisehir",
        "names: {en: Eskishehir, tr: Eskişehir}\ntype: municipality\ncountries: [TR]\n"
        "coordinates: {lat: 39.78, lon: 30.52, exactness: approximate, source: list}\n"
        "sources:\n  - {source: list}\n",
    )
    rows: list[Row] = [("Eskisehir", "Turkey", 39.77667, 30.52056), ("Eskişehir", "Türkei")]
    assert _bring_in(atlas, tmp_path, rows) == {}
    assert [row["a"] for row in atlas.rows("ties").values()] == ["eskisehir"]


def test_a_place_of_another_register_is_that_place(atlas: Atlas, tmp_path: Path) -> None:
    rows: list[Row] = [
        ("Aalst", "Belgium", 50.94, 4.04, *PARIS),
        ("Aalst", "BE", 50.94, 4.04, "", *PARIS),
    ]
    atlas.bring_in(write(tmp_path / "list.csv", rows[1:], HEADING), into="first")
    atlas.bring_in(write(tmp_path / "list.csv", rows[1:], HEADING), into="second")
    assert atlas.rows("places", "second") == {}
    assert [*atlas.rows("ties", "second")] == ["aalst-be-paris-fr"]
    assert atlas.check() == "no problems\n"


def test_what_was_taken_out_stays_out(atlas: Atlas, tmp_path: Path) -> None:
    ends: list[Row] = [("Aalst", "Belgium"), ("Genk", "Belgium"), ("Ghent", "Belgium")]
    _bring_in(atlas, tmp_path, ends)
    (atlas.data / "removed.yml").write_text(
        "records:\n"
        "  - {folder: places, id: genk-be, date: 2026-11-02, reason: privacy}\n"
        "  - {folder: ties, id: aalst-be-paris-fr, date: 2026-11-02, reason: privacy}\n",
        "utf-8",
    )
    assert [*_bring_in(atlas, tmp_path, ends)] == ["ghent-be"]
    assert [row["reason"] for row in atlas.listed("refused")] == ["removed", "removed"]
