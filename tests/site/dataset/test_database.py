"""The database of all tables: sound, whole, indexed, and searched by names in any language."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest

from tests.frozen_records import REGISTERS
from tests.site.dataset import made


@pytest.fixture
def database() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:")) as found:
        found.deserialize(made.files_of(REGISTERS)["atlas.sqlite"])
        yield found


@pytest.mark.parametrize(
    ("pragma", "said"),
    [
        ("integrity_check", [("ok",)]),
        ("foreign_key_check", []),
        ("freelist_count", [(0,)]),
        ("encoding", [("UTF-8",)]),
    ],
)
def test_it_is_sound(pragma: str, said: list[object], database: sqlite3.Connection) -> None:
    assert database.execute(f"PRAGMA {pragma}").fetchall() == said


def test_what_refers_to_another_table_is_a_foreign_key(database: sqlite3.Connection) -> None:
    keys = database.execute("PRAGMA foreign_key_list(ties)").fetchall()
    assert {(key[3], key[2], key[4]) for key in keys} == {
        ("cooperation", "cooperations", "id"),
        ("a_id", "places", "id"),
        ("b_id", "places", "id"),
        ("register", "sources", "id"),
    }
    database.execute("PRAGMA foreign_keys = ON")
    with pytest.raises(sqlite3.IntegrityError):
        database.execute("UPDATE ties SET a_id = 'nowhere'")


def test_the_ties_of_a_place_are_found_by_an_index(database: sqlite3.Connection) -> None:
    plan = database.execute("EXPLAIN QUERY PLAN SELECT * FROM ties WHERE b_id = 'tangier'")
    assert "USING INDEX" in plan.fetchall()[0][3]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("Eskişehir", "eskisehir"),
        ("eskisehir", "eskisehir"),
        ("turi", "turi-ee"),
        ("طنجة", "tangier"),
        ("أنتويرب", "antwerp-be"),
        ("انتويرب", "antwerp-be"),  # without hamza
        ("antw*", "antwerp-be"),
    ],
)
def test_names_are_found_whatever_their_marks(
    asked: str, found: str, database: sqlite3.Connection
) -> None:
    rows = database.execute("SELECT record FROM search(?) WHERE kind = 'places'", (asked,))
    assert {record for (record,) in rows} == {found}
