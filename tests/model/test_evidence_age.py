"""Evidence is old by a published rule: by the form, by its age, and never of what has ended."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from atlas.model.evidence_age import is_old, latest_evidence
from atlas.model.vocabulary import Form
from tests.pages.small_atlas import cooperation

TODAY = date(2026, 6, 15)


def one(code: str = "implementation", as_of: str | None = "2014", **fields: Any) -> Any:
    status = {"code": code, "evidence": {"en": "."}} | ({"as_of": as_of} if as_of else {})
    return cooperation("x", "hill-town", "dale-town", status=status, **fields)


def claim(as_of: str, rank: str = "normal") -> dict[str, Any]:
    return {
        **{"field": "status", "text": {"en": "."}, "source": "s"},
        **{"as_of": as_of, "rank": rank},
    }


@pytest.mark.parametrize(
    ("form", "as_of", "old"),
    [
        ("twinning", "2014", True),
        ("twinning", "2016", False),  # of which December is not ten years ago
        ("twinning", "2015", True),
        ("twinning", "2016-06-15", False),
        ("twinning", "2016-06-14", True),
        ("cooperation-agreement", "2021-05", True),
        ("cooperation-agreement", "2021-06", False),
        ("pilot", "2024-02-29", True),
        ("pilot", "2024-07", False),
        ("workshop", "1999", False),
        ("mission", "1999", False),
    ],
)
def test_the_form_says_when_evidence_is_old(form: str, as_of: str, *, old: bool) -> None:
    assert is_old(one(as_of=as_of, form=form), TODAY) is old


@pytest.mark.parametrize(
    ("code", "old"),
    [
        ("implementation", True),
        ("unknown", True),
        ("suspended", True),
        ("pipeline", True),
        ("closed", False),
        ("cancelled", False),
    ],
)
def test_what_has_ended_does_not_age(code: str, *, old: bool) -> None:
    assert is_old(one(code), TODAY) is old


def test_the_newest_evidence_counts_also_that_of_a_claim() -> None:
    assert not is_old(one(claims=[claim("2020")]), TODAY)
    assert is_old(one(claims=[claim("2015")]), TODAY)
    assert str(latest_evidence(one(claims=[claim("2015"), claim("2010")]), TODAY)) == "2015"
    assert str(latest_evidence(one(as_of=None, claims=[claim("2010")]), None)) == "2010"
    assert is_old(one(claims=[claim("2020", "deprecated")]), TODAY), "which nobody believes"
    assert is_old(one(claims=[claim("2030")]), TODAY), "which speaks of a day to come"


def test_without_a_date_or_a_day_nothing_is_old() -> None:
    assert not is_old(one(as_of=None), TODAY)
    assert latest_evidence(one(as_of=None), TODAY) is None
    assert not is_old(one(), None)


def test_every_form_has_a_rule() -> None:
    assert {form for form in Form if not form.evidence_years} == {Form.WORKSHOP, Form.MISSION}
