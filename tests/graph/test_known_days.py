"""Which days a calendar can show: those that are known to the day, and how long they come back."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from atlas.graph import known_days
from atlas.graph.known_days import KnownDay, Occasion
from tests.pages import listed_atlas
from tests.pages.small_atlas import cooperation

SIGNED = {"instrument": {"en": "Charter"}, "signed": "1962-05-12"}
OVER = {"status": {"code": "closed", "evidence": {"en": "It says so."}}}


def days(**fields: Any) -> list[KnownDay]:
    return known_days.of_cooperation(cooperation("a", "hill-town", "dale-town", **fields))


def test_a_signature_and_a_later_beginning_are_two_days() -> None:
    assert days(agreements=[SIGNED], dates={"actual_start": "1963-01-01"}) == [
        KnownDay(Occasion.SIGNED, date(1962, 5, 12), returns=True),
        KnownDay(Occasion.BEGAN, date(1963, 1, 1), returns=True),
    ]


def test_what_began_when_it_was_signed_has_one_day() -> None:
    found = days(agreements=[SIGNED], dates={"actual_start": "1962-05-12"})
    assert [one.occasion for one in found] == [Occasion.SIGNED]


@pytest.mark.parametrize(
    "moment",
    ["1962", "1962-05", "1962-05-12~", "1962-05-12?", {"earliest": "1962-05-12", "latest": "1963"}],
)
def test_what_is_not_known_to_the_day_is_left_out(moment: object) -> None:
    assert days(dates={"actual_start": moment, "planned_end": moment}) == []
    assert days(agreements=[{**SIGNED, "signed": moment}]) == []


def test_a_renewal_is_no_anniversary_even_where_the_first_day_is_not_known() -> None:
    renewed = {**SIGNED, "signed": "1990-06-01"}
    assert [one.day.year for one in days(agreements=[renewed, SIGNED])] == [1962]
    assert days(agreements=[renewed, {**SIGNED, "signed": "1962"}]) == []


def test_a_plan_or_a_decision_is_no_beginning() -> None:
    decided = {"instrument": {"en": "Decision"}, "decided": "1962-05-12"}
    assert days(agreements=[decided], dates={"planned_start": "1962-05-12"}) == []


def test_a_planned_end_comes_once() -> None:
    assert days(dates={"planned_end": "2030-12-31"}) == [
        KnownDay(Occasion.PLANNED_END, date(2030, 12, 31), returns=False)
    ]


def test_what_has_ended_has_anniversaries_until_then_and_no_planned_end() -> None:
    dates = {"planned_end": "1999-01-31", "actual_end": "1998-06"}
    assert days(agreements=[SIGNED], dates=dates, **OVER) == [
        KnownDay(Occasion.SIGNED, date(1962, 5, 12), returns=True, until=date(1998, 6, 30))
    ]


def test_what_ended_nobody_knows_when_has_no_anniversary() -> None:
    assert days(agreements=[SIGNED], dates={"planned_end": "1999-01-31"}, **OVER) == [
        KnownDay(Occasion.SIGNED, date(1962, 5, 12), returns=False)
    ]


def test_a_listed_tie_has_the_first_day_that_a_register_gives() -> None:
    pairs = listed_atlas.frozen().listed.pairs
    found = known_days.of_pair(pairs["ghent-be-turi-ee"])
    assert found
    tie, day = found
    assert (tie.source, day.day, day.until) == ("assembly", date(1999, 5, 7), None)
    assert known_days.of_pair(pairs["bocholt-be-bocholt-de"]) is None


def test_a_listed_tie_that_a_register_calls_ended_comes_back_until_then() -> None:
    tie = listed_atlas.tie("a-be", "b-fr", start="1970-03-01", end="1980")
    towns = [listed_atlas.place("a-be"), listed_atlas.place("b-fr")]
    found = known_days.of_pair(listed_atlas.atlas(towns, [tie]).listed.pairs["a-be-b-fr"])
    assert found
    assert found[1].until == date(1980, 12, 31)
