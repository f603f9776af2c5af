"""What is noted of what is asked of an atlas, and that a changed answer is seen."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Mapping, Set
from dataclasses import dataclass, replace

import pytest

from atlas.graph.watched import KEYS, WHOLE, Memory, Question, Readings, digest


@dataclass(frozen=True)
class Towns:
    """What is watched here: an index, one of indexes, a set, pairs, and what is no index."""

    names: Mapping[str, str]
    ties: Mapping[str, Mapping[str, int]]
    listed: Set[str]
    pairs: Mapping[tuple[str, str], str]
    year: int = 2026


TOWNS = Towns(
    names={"genk": "Genk", "bree": "Bree"},
    ties={"genk": {"bree": 1}, "bree": {"genk": 1, "peer": 2}},
    listed=frozenset({"bree"}),
    pairs={("genk", "bree"): "twins"},
)


@pytest.mark.parametrize(
    ("ask", "questions"),
    [
        (lambda towns: towns.names["genk"], {("t.names", "genk")}),
        (lambda towns: towns.names.get("peer", ""), {("t.names", "peer")}),
        (lambda towns: "peer" in towns.names, {("t.names", "peer")}),
        (lambda towns: [*towns.names], {("t.names", KEYS)}),
        (lambda towns: bool(towns.names), {("t.names", KEYS)}),
        (lambda towns: [*towns.names.values()], {("t.names", WHOLE)}),
        (lambda towns: dict(towns.names.items()), {("t.names", WHOLE)}),
        (lambda towns: towns.ties["genk"].get("bree"), {("t.ties.genk", "bree")}),
        (lambda towns: towns.ties.get("peer", {}), {("t.ties", "peer")}),
        (lambda towns: [*towns.ties["bree"]], {("t.ties.bree", KEYS)}),
        (lambda towns: "bree" in towns.listed, {("t.listed", "bree")}),
        (lambda towns: sorted(towns.listed), {("t.listed", KEYS)}),
        (lambda towns: towns.listed & {"bree"}, {("t.listed", "bree")}),
        (lambda towns: towns.pairs[("genk", "bree")], {("t.pairs", "genk/bree")}),
        (lambda towns: towns.year, set()),
    ],
)
def test_each_way_of_asking_is_noted_and_answered_as_before(
    ask: Callable[[Towns], object], questions: set[Question]
) -> None:
    readings = Readings()
    watched = readings.watch(TOWNS, "t")
    assert ask(watched) == ask(TOWNS)
    if questions:
        assert questions <= readings.asked
    else:
        assert readings.asked == set()


def test_what_is_worked_out_once_is_asked_by_all_who_are_given_it() -> None:
    readings = Readings()
    watched, memory, made = readings.watch(TOWNS, "t"), Memory(readings), []

    def make() -> str:
        made.append(watched.names["genk"])
        return made[0]

    for _ in range(2):
        with readings.apart() as asked:
            assert memory.recall("name", make) == "Genk"
        assert asked == {("t.names", "genk")}
    assert len(made) == 1


@pytest.mark.parametrize(
    ("question", "changed"),
    [
        (("t.names", "genk"), replace(TOWNS, names={**TOWNS.names, "genk": "Gent"})),
        (("t.names", "peer"), replace(TOWNS, names={**TOWNS.names, "peer": "Peer"})),
        (("t.names", KEYS), replace(TOWNS, names={"genk": "Genk"})),
        (("t.names", KEYS), replace(TOWNS, names=dict(reversed([*TOWNS.names.items()])))),
        (("t.names", WHOLE), replace(TOWNS, names={**TOWNS.names, "bree": "Brée"})),
        (("t.ties.bree", "peer"), replace(TOWNS, ties={"bree": {"genk": 1}})),
        (("t.ties.bree", KEYS), replace(TOWNS, ties={})),
        (("t.listed", "bree"), replace(TOWNS, listed=frozenset())),
        (("t.pairs", "genk/bree"), replace(TOWNS, pairs={("genk", "bree"): "friends"})),
    ],
)
def test_another_answer_has_another_digest(question: Question, changed: Towns) -> None:
    before, same, after = Readings(), Readings(), Readings()
    before.watch(TOWNS, "t")
    same.watch(replace(TOWNS), "t")
    after.watch(changed, "t")
    assert before.digest(question) == same.digest(question) != after.digest(question)


def test_what_is_no_index_is_fixed() -> None:
    before, after = Readings(), Readings()
    before.watch(TOWNS, "t")
    after.watch(replace(TOWNS, year=2027), "t")
    assert before.fixed.keys() == after.fixed.keys() == {"t.year"}
    assert before.fixed != after.fixed


def test_what_is_asked_apart_is_asked_by_those_around_as_well() -> None:
    readings = Readings()
    watched = readings.watch(TOWNS, "t")
    assert watched.names["genk"]
    with readings.apart() as asked:
        assert watched.names["bree"]
        assert watched.names["bree"]
    assert asked == {("t.names", "bree")}
    assert readings.asked == {("t.names", "bree"), ("t.names", "genk")}


@pytest.mark.parametrize(
    "value",
    [{("b", "c"), ("a", "d"), ("e", "f")}, {"bree": {"c", "a", "b"}, "genk": frozenset("fed")}],
    ids=["a set", "a mapping to sets"],
)
def test_a_digest_is_the_same_in_every_process(value: object) -> None:
    code = f"from atlas.graph.watched import digest; print(digest({value!r}))"
    said = {
        subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            text=True,
            check=True,
            env={"PYTHONHASHSEED": seed},
        ).stdout.strip()
        for seed in ("1", "2")
    }
    assert said == {digest(value)}
