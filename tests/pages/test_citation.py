"""Citations in words, and who is named in them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from atlas.i18n.languages import Language
from atlas.pages import citation
from atlas.pages.citation import Cited

CITED = Cited(
    authors=("River Atlas contributors",),
    title="Schools & water: 100 % {shared}_#1",
    site="River Atlas",
    url="https://example.org/atlas/cooperations/a-b/",
    version=date(2026, 11, 21),
)


def test_in_words() -> None:
    cited = replace(CITED, title="Twinning of A & B")
    assert citation.in_words(cited, "Those who wrote it", "21 November 2026", ", ") == (
        "Those who wrote it (2026). <cite>Twinning of A &amp; B</cite>. River Atlas, "
        "21 November 2026. https://example.org/atlas/cooperations/a-b/ (CC BY 4.0)"
    )


def test_the_comma_is_that_of_the_language() -> None:
    said = citation.in_words(CITED, "هم", "21 نوفمبر 2026", Language("ar", "").comma)
    assert "Atlas، 21" in said


def test_without_a_day_none_is_made_up() -> None:
    cited = replace(CITED, title="A", version=None)
    assert citation.in_words(cited, "They", "", ", ").startswith("They. <cite>A</cite>. ")


def test_those_who_wish_are_named_as_they_wish_and_all_others_together() -> None:
    wishes = {"jdoe": "Jane Doe", "Jan": "Jan Smit"}
    assert citation.credit(("jdoe", "x@y.example", "Jan"), wishes, "Others") == (
        "Jane Doe",
        "Jan Smit",
        "Others",
    )


@pytest.mark.parametrize(
    ("committers", "cited"),
    [
        (("jdoe",), ("Jane Doe",)),
        (("jdoe", "jane"), ("Jane Doe",)),
        (("somebody",), ("Others",)),
        ((), ("Others",)),
    ],
)
def test_nobody_is_others_who_is_named(committers: tuple[str, ...], cited: tuple[str, ...]) -> None:
    assert citation.credit(committers, {"jdoe": "Jane Doe", "jane": "Jane Doe"}, "Others") == cited
