"""Dates, numbers, names and plurals as each language writes them."""

from __future__ import annotations

import pytest

from atlas.i18n import languages
from atlas.i18n.languages import Language, UnknownLanguageError
from atlas.model import Between
from atlas.model.edtf_date import EdtfDate

pytestmark = pytest.mark.languages("nl", "fr", "ar")

EN, NL, FR, AR = (
    Language(code, f"{code}/".removeprefix("en/")) for code in ("en", "nl", "fr", "ar")
)


@pytest.mark.parametrize(
    ("language", "date", "text"),
    [
        (EN, "2014", "2014"),
        (EN, "2018-03", "March 2018"),
        (EN, "2019-05-07", "7 May 2019"),
        (EN, "2014~", "about 2014"),
        (EN, "2014?", "2014 (uncertain)"),
        (NL, "2019-05-07", "7 mei 2019"),
        (FR, "2018-03", "mars 2018"),
        (AR, "2019-05-07", "7 مايو 2019"),
    ],
)
def test_a_date_says_its_own_precision(language: Language, date: str, text: str) -> None:
    assert language.date(EdtfDate.parse(date)) == text


@pytest.mark.parametrize(
    ("language", "ends", "text"),
    [
        (
            EN,
            {"earliest": "2019-10", "latest": "2020-12-17"},
            "between October 2019 and 17 December 2020",
        ),
        (EN, {"latest": "1990"}, "1990 or earlier"),
        (EN, {"earliest": "2005~"}, "about 2005 or later"),
        (NL, {"latest": "2018-03"}, "maart 2018 of eerder"),
        (FR, {"earliest": "2005"}, "2005 ou après"),
        (AR, {"latest": "1990"}, "1990 أو قبل ذلك"),
    ],
)
def test_a_moment_says_the_dates_that_it_lies_between(
    language: Language, ends: dict[str, str], text: str
) -> None:
    assert language.moment(Between.model_validate(ends)) == text


@pytest.mark.parametrize(
    ("language", "ends", "text"),
    [
        (EN, {"latest": "1990"}, "in 1990 or earlier"),
        (EN, {"earliest": "2019-05-07"}, "on 7 May 2019 or later"),
        (FR, {"latest": "1990~"}, "1990 environ ou avant"),
        (EN, {"earliest": "2005", "latest": "2007"}, "between 2005 and 2007"),
    ],
)
def test_within_a_sentence_an_open_end_has_its_preposition(
    language: Language, ends: dict[str, str], text: str
) -> None:
    assert language.when(Between.model_validate(ends)) == text


@pytest.mark.parametrize(
    ("language", "amount", "text"),
    [
        (EN, "35000", "€35,000"),
        (NL, "35000", "€ 35.000"),
        (FR, "35000", "35 000 €"),
        (EN, "12.50", "€12.50"),
    ],
)
def test_money_is_written_as_the_language_writes_it(
    language: Language, amount: str, text: str
) -> None:
    assert " ".join(language.money(amount, "EUR").split()) == text


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("PS", ("Palestine", "Palestina", "Palestine", "فلسطين")),
        ("MA", ("Morocco", "Marokko", "Maroc", "المغرب")),
        ("GP", ("Guadeloupe", "Guadeloupe", "Guadeloupe", "غوادلوب")),
    ],
)
def test_countries_bear_the_agreed_name_else_that_of_cldr(
    code: str, names: tuple[str, ...]
) -> None:
    assert tuple(language.country(code) for language in (EN, NL, FR, AR)) == names


def test_lists_end_as_the_language_ends_them() -> None:
    assert EN.listing(["a", "b", "c"]) == "a, b and c"
    assert NL.listing(["a", "b", "c"]) == "a, b en c"
    assert FR.listing(["a", "b", "c"]) == "a, b et c"


def test_arabic_counts_in_six_ways() -> None:
    phrases = AR.counted("{n} cooperation", "{n} cooperations")
    assert sorted(phrases) == ["few", "many", "one", "other", "two", "zero"]
    assert len(set(phrases.values())) >= 5


def test_only_the_default_language_has_no_folder() -> None:
    assert [language.prefix for language in (EN, NL, FR, AR)] == ["", "nl/", "fr/", "ar/"]
    assert [language.direction for language in (EN, AR)] == ["ltr", "rtl"]


def test_a_language_without_a_catalogue_is_refused() -> None:
    with pytest.raises(UnknownLanguageError, match="atlas catalogues eo"):
        languages.load(["en", "eo"], "en")


@pytest.mark.parametrize(
    ("number", "phrase"),
    [
        (0, "لا علاقات تعاون"),
        (1, "علاقة تعاون واحدة"),
        (2, "علاقتا تعاون"),
        (5, "{n} علاقات تعاون"),
        (14, "{n} علاقة تعاون"),
        (102, "{n} علاقة تعاون"),
    ],
)
def test_an_arabic_count_takes_the_form_of_its_number(number: int, phrase: str) -> None:
    text = AR.catalogue.ngettext("{n} cooperation", "{n} cooperations", number)
    assert text == phrase
