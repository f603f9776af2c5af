"""The same rows give the same tables, in whatever order, direction and portions they come."""

from __future__ import annotations

import csv
import io
import random
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from tests.imports.lists import Atlas, Row, of_others, swap, write

ROWS: list[Row] = [
    ("Houffalize", "Belgium", 50.13202, 5.78936, "Türi", "Estonia", 58.80944, 25.42917, 1994),
    ("Houffalize", "Belgium", 50.13202, 5.78936, "Schaerbeek", "Belgium", 50.87, 4.37, 1981),
    ("Schaerbeek", "Belgium", 50.8701, 4.3702, "Houffalize", "Belgium", 50.132, 5.789, 1980),
    ("Bocholt", "Belgium", 51.1722, 5.5794, "Bocholt", "Germany", 51.83333, 6.61667, 1975),
    ("Bocholt", "Belgien", 51.1722, 5.5794, "Bocholt", "Duitsland", 51.8334, 6.6166),
    ("Neustadt", "Germany", 49.35, 8.15, "Mâcon", "France", 46.3, 4.83, 1956, "Partnerschaft"),
    ("Neustadt", "Germany", 50.73, 11.75, "Macon", "France", 46.3, 4.83),
    ("Morlanwelz", "Belgium", 50.45, 4.23, "Blaj", "Austria-Hungary", 46.17528, 23.91444),
    ("Morlanwelz", "Belgium", 50.45, 4.23, "Blaj", "Romania", 46.17528, 23.91444),
    ("Bergama", "Turkey", 39.12, 27.18, "Böblingen", "Germany", 48.68, 9.01, 1967, "Jumelage"),
    ("Böblingen", "Germany", 48.68, 9.01, "Bergama", "Türkiye", 39.12, 27.18, 1968, "Contact"),
    ("Antwerp", "Belgium", 51.2178, 4.4003, "Saint-Denis", "France", -20.8789, 55.4481),
    ("Ghent", "Belgium", "", "", "Nottingham", "England, United Kingdom", "", "", "1985-04-12"),
    ("Nottingham", "England", 52.95, -1.15, "Ghent", "Belgium", 51.05, 3.73, 1985),
]


def in_one(atlas: Atlas, rows: Sequence[Row], folder: Path) -> None:
    atlas.bring_in(write(folder / "all.csv", rows))


def in_two_files(atlas: Atlas, rows: Sequence[Row], folder: Path) -> None:
    atlas.bring_in(write(folder / "1.csv", rows[::2]), write(folder / "2.tsv", rows[1::2]))


def in_two_runs(atlas: Atlas, rows: Sequence[Row], folder: Path) -> None:
    atlas.bring_in(write(folder / "1.csv", rows[::2]))
    atlas.bring_in(write(folder / "2.csv", rows[1::2]))


def in_runs_by_rows(atlas: Atlas, rows: Sequence[Row], folder: Path) -> None:
    for number, row in enumerate(rows):
        atlas.bring_in(write(folder / f"{number}.csv", [row]))


def shuffled(rows: Sequence[Row]) -> list[Row]:
    return random.Random(4).sample(rows, len(rows))  # noqa: S311 - any order does


WAYS: dict[str, tuple[Callable[[Sequence[Row]], list[Row]], Callable[..., None]]] = {
    "shuffled": (shuffled, in_one),
    "backwards": (lambda rows: [*reversed(rows)], in_one),
    "swapped": (swap, in_one),
    "twice": (lambda rows: [*rows, *rows], in_one),
    "in two files": (list, in_two_files),
    "swapped and shuffled, in two files": (lambda rows: shuffled(swap(rows)), in_two_files),
}
IN_RUNS: dict[str, tuple[Callable[[Sequence[Row]], list[Row]], Callable[..., None]]] = {
    "in two runs": (list, in_two_runs),
    "shuffled, in two runs": (shuffled, in_two_runs),
    "swapped, in two runs": (swap, in_two_runs),
    "row by row": (list, in_runs_by_rows),
}
WITHOUT_NAMESAKES = [row for row in ROWS if row[:3] != ("Neustadt", "Germany", 50.73)]
"""Which of two namesakes comes first decides who has the plain id, for ids stick."""


@pytest.mark.parametrize("way", WAYS)
def test_the_same_rows_give_the_same_tables(way: str, tmp_path: Path) -> None:
    change, bring_in = WAYS[way]
    expected, found = (Atlas(tmp_path / name) for name in ("one", "other"))
    in_one(expected, ROWS, tmp_path)
    bring_in(found, change(ROWS), tmp_path)
    assert len(expected.tables()) > 5
    assert found.tables() == expected.tables()


@pytest.mark.parametrize("way", IN_RUNS)
def test_runs_one_after_another_give_the_same_tables(way: str, tmp_path: Path) -> None:
    change, bring_in = IN_RUNS[way]
    expected, found = (Atlas(tmp_path / name) for name in ("one", "other"))
    in_one(expected, WITHOUT_NAMESAKES, tmp_path)
    bring_in(found, change(WITHOUT_NAMESAKES), tmp_path)
    assert found.tables() == expected.tables()


def test_what_becomes_of_these_rows(atlas: Atlas, tmp_path: Path) -> None:
    in_one(atlas, ROWS, tmp_path)
    ties, places = atlas.rows("ties"), atlas.rows("places")
    assert {id_: row["stated_by"] for id_, row in ties.items() if row["stated_by"] == "both"} == {
        "houffalize-be-schaerbeek-be": "both",
        "bergama-tr-boblingen-de": "both",
        "ghent-be-nottingham-gb": "both",
    }
    assert len(ties) == 9
    tie = ties["houffalize-be-schaerbeek-be"]
    assert (tie["start"], tie["start_as_stated"]) == ("1980", "1980 | 1981")
    tie = ties["bergama-tr-boblingen-de"]
    assert (tie["form"], tie["form_as_stated"]) == ("twinning", "Contact | Jumelage")
    assert places["blaj-ro"]["as_stated"] == "Blaj, Austria-Hungary"
    assert places["saint-denis-re"]["as_stated"] == "Saint-Denis, France"
    assert (places["macon-fr"]["name"], places["macon-fr"]["as_stated"]) == ("Mâcon", "Macon")
    assert places["ghent-be"]["lat"] == "51.05"
    assert len([id_ for id_ in places if id_.startswith("neustadt-de-")]) == 2
    assert atlas.check() == "no problems\n"


OF_OTHERS = {
    "wikidata-belgium.tsv": (445, 603, 22, 6, 0, 0),
    "wikipedia-500.csv": (499, 900, 1, 1, 8, 1),
}


@pytest.mark.parametrize("name", OF_OTHERS)
def test_what_becomes_of_lists_of_others(name: str, atlas: Atlas) -> None:
    said = atlas.bring_in(of_others(name))
    found = [int(line.split()[0]) for line in said.splitlines() if line[:1].isdigit()]
    ties, places, merged, both, left_out, asked = OF_OTHERS[name]
    rows = ties + merged
    assert found == [rows, ties, places, merged, both, 0, left_out, 0, asked]
    assert len(atlas.listed("questions")) == asked


@pytest.mark.parametrize("way", ["swapped and shuffled, in two files", "twice", "in two runs"])
@pytest.mark.parametrize("name", OF_OTHERS)
def test_lists_of_others_give_the_same_tables(name: str, way: str, tmp_path: Path) -> None:
    change, bring_in = (WAYS | IN_RUNS)[way]
    path = of_others(name)
    text = io.StringIO(path.read_text("utf-8"), newline="")
    lines = csv.reader(text, delimiter="\t" if path.suffix == ".tsv" else ",")
    rows: list[Row] = [
        (
            row[0],
            row[1],
            row[2],
            row[3],
            *((row[5], row[9], *row[6:8]) if len(row) > 8 else row[4:]),
        )
        for row in list(lines)[1:]
    ]
    expected, found = (Atlas(tmp_path / name) for name in ("one", "other"))
    in_one(expected, rows, tmp_path)
    bring_in(found, change(rows), tmp_path)
    assert found.tables() == expected.tables()


def _make_rows(chance: random.Random) -> list[Row]:
    """Rows of namesakes and neighbours, spelled and pinned now so, now so."""
    countries = {"Germany": (51.0, 9.0), "Belgien": (50.8, 4.4), "Roumanie": (46.0, 25.0)}
    towns = []
    for _ in range(14):
        country = chance.choice([*countries])
        lat, lon = countries[country]
        name = chance.choice(["Neustadt", "Türi", "Lohne", "Sebeș", "Brod"])
        name += chance.choice(["", "", " a", " b"])
        towns.append((name, country, lat + chance.uniform(0, 0.4), lon + chance.uniform(0, 0.4)))

    def write_end() -> Row:
        name, country, lat, lon = chance.choice(towns)
        name = chance.choice([name, name, name.replace("ü", "u").replace("ș", "ş"), name.upper()])
        if chance.random() < 0.4:
            return (name, country, "", "")
        off = chance.choice([0, 0, 0.01, -0.02, 0.07])
        return (name, country, round(lat + off, 4), round(lon - off, 4))

    years = ["", "1990", "1991-05", "2000"]
    return [(*write_end(), *write_end(), chance.choice(years)) for _ in range(40)]


@pytest.mark.parametrize("seed", range(4))
def test_namesakes_and_neighbours_are_told_apart_in_any_order(seed: int, tmp_path: Path) -> None:
    rows = _make_rows(random.Random(seed))  # noqa: S311 - any rows do
    expected = Atlas(tmp_path / "expected")
    in_one(expected, rows, tmp_path)
    assert len(expected.rows("places")) > 10
    for name in ("shuffled", "swapped", "twice"):
        found = Atlas(tmp_path / name)
        WAYS[name][1](found, WAYS[name][0](rows), tmp_path)
        assert found.tables() == expected.tables(), name
