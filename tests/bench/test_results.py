"""Figures are shown in tables, and growth is told from one atlas to the next."""

from __future__ import annotations

import os
import socket

from tests.bench import entry, machine, results
from tests.bench.cost import Cost
from tests.bench.entry import Entry
from tests.bench.results import Result
from tests.bench.sizes import SIZES
from tests.bench.table import Table

FEW = Entry("build", Cost(2, 4.0, 10_000_000), 200, 900, 5_000_000)
MANY = Entry("build", Cost(20, 400.0, 20_000_000), 2_000, 9_000, 50_000_000)


def result(size: str, *found: Entry | Table | str) -> Result:
    made = Result(SIZES[size])
    for one in found:
        made.add(one)
    return made


def test_growth_is_an_exponent() -> None:
    table = entry.growth(("100", 100, [FEW]), ("1000", 1_000, [MANY]))
    assert [tuple(row) for row in table.rows] == [("build", "1.00", "2.00", "0.30", "1.00")]


def test_what_only_one_of_two_has_does_not_grow() -> None:
    table = entry.growth(("100", 100, []), ("1000", 1_000, [MANY]))
    assert table.rows == []


def test_a_ratio_names_both_times() -> None:
    assert entry.ratio("Ours to Hugo's", MANY, FEW) == "Ours to Hugo's: wall ×10.00, CPU ×100.00."


def test_all_that_was_found_is_told() -> None:
    table = Table("Parts", ("part", "s"), [("maps", "1.0")], ["A note."])
    few, many = result("100", FEW, "A remark."), result("1000", MANY, table)
    text = results.render([many, few])
    for line in (
        "## 100: 100 cooperations, 0 listed ties",
        "| build |    2.0 |   4.0 |      10 |   200 |   900 | 5.0 |",
        "A remark.",
        "### Parts",
        "| part |   s |",
        "| ---- | --: |",
        "| maps | 1.0 |",
        "A note.",
        "### Growth from 100 to 1000",
    ):
        assert f"\n{line}\n" in text
    assert machine.describe() in text


def test_an_atlas_with_a_register_is_of_another_kind() -> None:
    assert "Growth" not in results.render([result("1000", FEW), result("field", MANY)])


def test_the_machine_is_named_by_what_it_can_do() -> None:
    said = machine.describe()
    assert f"{os.cpu_count()} cores" in said
    assert "GiB" in said
    assert socket.gethostname() not in said
