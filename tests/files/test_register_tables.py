"""Tables of registers are written in one form, read back, and know where each cell stands."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atlas.files import register_tables
from atlas.files.register_tables import PLACES, TIES

LINES = st.text(
    st.characters(exclude_categories=("C", "Z"), include_characters=' ",;|'),
    min_size=1,
    max_size=20,
)
PLACE = {
    **{"id": "aalst-be", "name": "Aalst, Oost", "lang": "nl", "name_fr": 'Alost "est"'},
    **{"as_stated": "Aelst | Aalst, BE", "type": "unspecified", "country": "BE"},
    **{"lat": "50.9", "lon": "4", "exactness": "approximate", "wikidata": "Q1", "geonames": "2"},
}


def test_rows_stand_in_bytewise_order_with_all_columns() -> None:
    rows = [{"id": "b"}, {"id": "Ä"}, {"id": "a", "end": "2010"}, {"id": "a-b"}]
    text = register_tables.write(register_tables.tie_columns(), rows)
    heading, *lines = text.splitlines()
    assert heading.startswith("id,a,b,form,")
    assert [line.split(",")[0] for line in lines] == ["a", "a-b", "b", "Ä"]
    assert lines == sorted(lines, key=str.encode)
    assert {line.count(",") for line in lines} == {heading.count(",")}


def test_columns_of_names_are_in_order() -> None:
    columns = register_tables.place_columns(["nl", "ar", "zh-Hant"])
    assert [one for one in columns if one.startswith("name_")] == [
        *("name_ar", "name_nl", "name_zh-Hant")
    ]


def test_a_row_of_a_place_is_a_record_of_one() -> None:
    text = register_tables.write(register_tables.place_columns(["fr"]), [PLACE])
    [row], faults = register_tables.parse(text, PLACES, "data/places/BE.csv", "list")
    assert faults == []
    assert row.value == {
        "names": {"nl": "Aalst, Oost", "fr": 'Alost "est"'},
        "type": "unspecified",
        "countries": ["BE"],
        "sources": [{"source": "list"}],
        "names_as_stated": [{"lang": "nl", "text": "Aelst"}, {"lang": "nl", "text": "Aalst, BE"}],
        "coordinates": {"lat": "50.9", "lon": "4", "exactness": "approximate", "source": "list"},
        "wikidata": "Q1",
        "geonames": "2",
    }


def test_a_row_knows_where_its_cells_stand() -> None:
    text = register_tables.write(register_tables.place_columns(["fr"]), [PLACE])
    [row], _ = register_tables.parse(text, PLACES, "data/places/BE.csv", "list")
    line = text.splitlines()[1]
    places = {
        ("names", "nl"): '"Aalst, Oost"',
        ("names", "fr"): '"Alost ""est"""',
        ("names_as_stated", 1, "text"): '"Aelst | Aalst, BE"',
        ("countries", 0): "BE",
        ("coordinates", "lat"): "50.9",
        ("wikidata",): "Q1",
    }
    for path, cell in places.items():
        number, column = row.positions[path]
        assert (number, line[column - 1 :][: len(cell)]) == (2, cell)


def test_a_row_of_a_tie_is_one_of_its_register() -> None:
    cells = {"id": "a-be-b-de", "a": "a-be", "b": "b-de", "stated_by": "both", "as_of": "2017-05"}
    text = register_tables.write(register_tables.tie_columns(), [cells])
    [row], faults = register_tables.parse(text, TIES, "data/ties/BE.csv", "list")
    assert faults == []
    assert row.id == "list/a-be-b-de"
    assert register_tables.parse_ids(text, TIES, "list") == ["list/a-be-b-de"]
    assert row.value == {
        **{"pair": "a-be-b-de", "source": "list", "a": "a-be", "b": "b-de"},
        **{"stated_by": "both", "as_of": "2017-05"},
    }


@given(st.lists(st.lists(LINES, min_size=2, max_size=2), min_size=1, max_size=6, unique_by=tuple))
def test_what_is_written_is_read_back(rows: list[list[str]]) -> None:
    cells = [{"id": first, "name": second, "lang": "en"} for first, second in rows]
    text = register_tables.write(register_tables.place_columns([]), cells)
    found, _ = register_tables.parse(text, PLACES, "data/places/BE.csv", "list")
    names = [(row.id, (row.value or {})["names"]["en"]) for row in found]
    assert sorted(names) == sorted(map(tuple, rows))
    assert register_tables.parse_ids(text, PLACES, "list") == [row.id for row in found]


@pytest.mark.parametrize("text", ["", "\n", "id\n", "\n\n"])
def test_what_is_no_table_has_no_rows(text: str) -> None:
    rows, faults = register_tables.parse(text, PLACES, "data/places/BE.csv", "list")
    assert rows == []
    assert faults
    assert register_tables.parse_ids(text, PLACES, "list") == []


def test_a_heading_alone_is_a_table() -> None:
    text = ",".join(register_tables.place_columns(["en"])) + "\n"
    assert next(csv.reader(io.StringIO(text)))
    assert register_tables.parse(text, PLACES, "data/places/BE.csv", "list") == ([], [])
