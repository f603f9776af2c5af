"""CSV: no cell begins a formula, whatever it is split at, and all else is kept to the letter."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atlas.site import csv_table
from tests.hostile.formulas import HOSTILE, ORDINARY, SEPARATORS, formulas

PIECES = st.sampled_from([*SEPARATORS, *"=+-@'\"a1", "\uff1d", "\u00a0", "\ufeff", "\n", "\r"])


def read(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline="")))


@pytest.mark.parametrize("text", HOSTILE)
def test_no_cell_begins_a_formula(text: str) -> None:
    assert [*formulas(f"x,{text}\r\n")], "what is tested is a formula"
    written = csv_table.write([["title", "form"], ["x", text], [text, "y"]])
    assert [*formulas(written)] == []
    assert [len(row) for row in read(written)] == [2, 2, 2]


@given(st.lists(st.lists(PIECES, max_size=8).map("".join), min_size=2, max_size=4))
def test_no_text_at_all_begins_a_formula(row: list[str]) -> None:
    written = csv_table.write([row, row])
    assert [*formulas(written)] == []
    assert [len(one) for one in read(written)] == [len(row)] * 2


@pytest.mark.parametrize("text", ORDINARY)
def test_what_is_no_formula_is_kept_to_the_letter(text: str) -> None:
    assert read(csv_table.write([["x", text]])) == [["x", text]]


def test_numbers_stay_numbers() -> None:
    assert csv_table.write([["Genk", -3, -0.25]]) == "Genk,-3,-0.25\r\n"
