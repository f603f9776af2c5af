"""The same rows in every format, read by DuckDB, pandas and SQLite."""

from __future__ import annotations

import datetime
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pytest

from atlas.checks import load
from atlas.graph.counts import FOLDER
from atlas.graph.relate import relate
from atlas.model import Between, write_edtf
from atlas.model.edtf_date import EdtfDate
from atlas.model.vocabulary import Tier
from atlas.pages import data_files
from atlas.site.dataset.database import sql_name
from atlas.site.dataset.native_name import find_native_name
from atlas.site.dataset.tables import TABLES
from tests.frozen_records import LISTED_PAIRS, REGISTERS, RICH
from tests.site.dataset import made

NAMES = sorted(TABLES)


def as_text(value: Any) -> str:
    """A value as CSV has it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return value.isoformat() if isinstance(value, datetime.date) else str(value)


def rows_of(query: str) -> list[dict[str, str]]:
    found = duckdb.sql(query)
    assert found is not None
    return [
        {name: as_text(value) for name, value in zip(found.columns, row, strict=True)}
        for row in found.fetchall()
    ]


def plain(row: dict[str, str]) -> dict[str, str]:
    """A row of CSV, its numbers as `as_text` writes them."""
    return {name: value.removesuffix(".0") for name, value in row.items()}


@pytest.mark.parametrize("name", NAMES)
def test_csv_parquet_and_sqlite_have_the_same_rows(name: str, folder: Path) -> None:
    if not (folder / f"{name}.csv").exists():
        assert name == "listed-ties"  # without a register
        return
    parquet = rows_of(f"SELECT * FROM '{folder}/{name}.parquet'")  # noqa: S608 - a file of ours
    csv = rows_of(f"SELECT * FROM read_csv('{folder}/{name}.csv', header=true, all_varchar=true)")  # noqa: S608 - a file of ours
    frame = pd.read_csv(folder / f"{name}.csv", dtype=str, keep_default_na=False)
    assert [plain(row) for row in csv] == [plain(row) for row in frame.to_dict("records")]
    assert [plain(row) for row in csv] == [plain(row) for row in parquet]
    with closing(sqlite3.connect(folder / "atlas.sqlite")) as database:
        database.row_factory = sqlite3.Row
        found = database.execute(f"SELECT * FROM {sql_name(name)} ORDER BY rowid")  # noqa: S608 - a table of ours
        kept = [{key: as_text(row[key]) for key in row.keys()} for row in found]  # noqa: SIM118 - a Row gives its values
    truths = {"false": "0", "true": "1"}
    assert kept == [
        {key: truths.get(value, value) for key, value in row.items()} for row in parquet
    ]


def test_pandas_finds_the_types_of_the_columns(folder: Path) -> None:
    cooperations = pd.read_parquet(folder / "cooperations.parquet")
    assert cooperations["parties_open"].dtype == bool
    assert {type(day) for day in cooperations["last_verified"]} == {datetime.date}
    assert pd.read_parquet(folder / "places.parquet")["lat"].dtype == float
    assert pd.read_parquet(folder / "parties.parquet")["party"].dtype == "int64"


def test_a_tie_between_two_places_stands_once_with_all_that_is_known_of_it(tmp_path: Path) -> None:
    file = tmp_path / "ties.parquet"
    file.write_bytes(made.files_of(REGISTERS)["ties.parquet"])
    ties = {row["id"]: row for row in rows_of(f"SELECT * FROM '{file}'")}  # noqa: S608 - a file of ours
    tie = ties["saint-josse-tangier/saint-josse-ten-noode/tangier"]
    assert {name: value for name, value in tie.items() if value} == {
        "tier": "researched",
        "id": "saint-josse-tangier/saint-josse-ten-noode/tangier",
        "cooperation": "saint-josse-tangier",
        "title": "Twinning between Saint-Josse-ten-Noode and Tangier",
        "a_id": "saint-josse-ten-noode",
        "a_name": "Saint-Josse-ten-Noode",
        "a_country": "BE",
        "a_country_name": "Belgium",
        "a_region": "Europe",
        "a_lat": "50.8538",
        "a_lon": "4.37282",
        "b_id": "tangier",
        "b_name": "Tangier",
        "b_native_name": "طنجة",
        "b_country": "MA",
        "b_country_name": "Morocco",
        "b_region": "Africa",
        "b_lat": "35.76727",
        "b_lon": "-5.79975",
        "a_roles": "signatory",
        "b_roles": "signatory",
        "form": "twinning",
        "form_name": "Twinning",
        "actual_start": "2014",
        "actual_start_earliest": "2014-01-01",
        "actual_start_latest": "2014-12-31",
        "began": "2014",
        "began_earliest": "2014-01-01",
        "began_latest": "2014-12-31",
        "status": "implementation",
        "as_of": "2020-12-17",
        "as_of_earliest": "2020-12-17",
        "as_of_latest": "2020-12-17",
        "state": "ongoing",
        "sources": "town-pages",
        "licence": "CC-BY-4.0",
        "page": "https://atlas.example/cooperations/saint-josse-tangier/",
    }
    listed = [row for row in ties.values() if row["tier"] == "listed"]
    assert {row["pair"] for row in listed} == {*LISTED_PAIRS}
    assert {(row["register"], row["licence"]) for row in listed} == {
        ("assembly", "CC-BY-4.0"),
        ("wikidata", "CC0-1.0"),
    }
    assert {row["status"] for row in listed} == {""}


def test_a_moment_between_two_dates_is_one_of_a_set() -> None:
    moments = [{"earliest": "2014", "latest": "2016-03"}, {"latest": "1990"}]
    found = [write_edtf(Between.model_validate(one)) for one in moments]
    assert found == ["[2014..2016-03]", "[..1990]"]
    assert write_edtf(EdtfDate.parse("2014~")) == "2014~"


@pytest.mark.parametrize(
    ("names", "countries", "native"),
    [
        ({"en": "Brussels", "fr": "Bruxelles", "nl": "Brussel"}, ["BE"], ("Brussel", "nl")),
        ({"en": "Tangier", "fr": "Tanger", "ar": "طنجة"}, ["MA"], ("طنجة", "ar")),
        ({"en": "Novi Sad", "sr-Latn": "Novi Sad"}, ["RS"], ("Novi Sad", "sr-Latn")),
        ({"en": "Aalst"}, ["BE"], ("", "")),
        ({"fr": "Genève"}, ["ZZ"], ("", "")),
    ],
)
def test_a_native_name_is_in_an_official_language(
    names: dict[str, str], countries: list[str], native: tuple[str, str]
) -> None:
    assert find_native_name(names, countries) == native


def test_the_same_records_give_the_same_bytes() -> None:
    again = made.files(relate(load.read(REGISTERS).records))
    assert again == made.files_of(REGISTERS)


def test_every_declared_file_is_made_and_no_other() -> None:
    for data, is_listed in ((REGISTERS, True), (RICH, False)):
        names = {
            one.path(format_).removeprefix(f"{FOLDER}/")
            for one in (*data_files.DATA, *data_files.DESCRIPTIONS)
            for format_ in one.formats
            if is_listed or one.tiers != (Tier.LISTED,)
        }
        assert made.files_of(data).keys() == names
