"""Moments that are no single date, as people write them, and what a record would have."""

from __future__ import annotations

import pytest

from atlas.i18n.languages import Language
from atlas.lookup import moment_parser
from atlas.lookup.moment_parser import Edge
from atlas.model.edtf_date import EdtfDate
from atlas.model.parts import Between
from tests.site_languages import LANGUAGES


@pytest.mark.parametrize(
    ("written", "form"),
    [
        ("before 1990", "{latest: 1990}"),
        ("vóór 1990", "{latest: 1990}"),
        ("avant 1990", "{latest: 1990}"),
        ("قبل عام 1990", "{latest: 1990}"),
        ("before 7 May 2019", "{latest: 2019-05-07}"),
        ("before the end of 1990", "{latest: 1990}"),
        ("au plus tard en 1990", "{latest: 1990}"),
        ("<1990", "{latest: 1990}"),
        ("../1990", "{latest: 1990}"),
        ("after 2005", "{earliest: 2005}"),
        ("na mei 2005", "{earliest: 2005-05}"),
        ("بعد سنة ٢٠٠٥", "{earliest: 2005}"),
        ("not before c. 1990", "{earliest: 1990~}"),
        ("1990+", "{earliest: 1990}"),
        ("1990/..", "{earliest: 1990}"),
        ("198X", "{earliest: 1980, latest: 1989}"),
        ("19??", "{earliest: 1900, latest: 1999}"),
        ("2004-XX", "2004"),
        ("1985/1990", "{earliest: 1985, latest: 1990}"),
        ("1985–1990", "{earliest: 1985, latest: 1990}"),
        ("1985-90", "{earliest: 1985, latest: 1990}"),
        ("2019-05-07/2019-06-01", "{earliest: 2019-05-07, latest: 2019-06-01}"),
        ("2004-06/2006-08", "{earliest: 2004-06, latest: 2006-08}"),
        ("2004-06 – 2006-08", "{earliest: 2004-06, latest: 2006-08}"),
        ("2004-06-2006-08", "{earliest: 2004-06, latest: 2006-08}"),
        ("2004-06-12/2006", "{earliest: 2004-06-12, latest: 2006}"),
        ("2004-06/2006", "{earliest: 2004-06, latest: 2006}"),
        ("4/2004-6/2006", "{earliest: 2004-04, latest: 2006-06}"),
        ("from 2004-06 - 2006-08", "{earliest: 2004-06, latest: 2006-08}"),
        ("c.1990", "1990~"),
        ("in or before 1990", "{latest: 1990}"),
        ("1985 - present", "{earliest: 1985}"),
        ("1985 à nos jours", "{earliest: 1985}"),
        ("1985 حتى الآن", "{earliest: 1985}"),
        ("end 1990", "{earliest: 1990-07, latest: 1990-12}"),
        ("7-9 May 2019", "{earliest: 2019-05-07, latest: 2019-05-09}"),
        ("mei/juni 2016", "{earliest: 2016-05, latest: 2016-06}"),
        ("2014 or 2015", "{earliest: 2014, latest: 2015}"),
        ("2014 ou 2015", "{earliest: 2014, latest: 2015}"),
        ("2014 أو 2015", "{earliest: 2014, latest: 2015}"),
        ("tussen 1985 en 1990", "{earliest: 1985, latest: 1990}"),
        ("بين 1985 و1990", "{earliest: 1985, latest: 1990}"),
        ("de 1985 à 1990", "{earliest: 1985, latest: 1990}"),
        ("1990s", "{earliest: 1990, latest: 1999}"),
        ("the '90s", "{earliest: 1990, latest: 1999}"),
        ("jaren negentig", "{earliest: 1990, latest: 1999}"),
        ("التسعينيات", "{earliest: 1990, latest: 1999}"),
        ("early 1990s", "{earliest: 1990, latest: 1994}"),
        ("fin des années 80", "{earliest: 1985, latest: 1989}"),
        ("1990s or 2000s", "{earliest: 1990, latest: 2009}"),
        ("20th century", "{earliest: 1901, latest: 2000}"),
        ("XIXe siècle", "{earliest: 1801, latest: 1900}"),
        ("القرن العشرين", "{earliest: 1901, latest: 2000}"),
        ("spring 2016", "{earliest: 2016-03, latest: 2016-06}"),
        ("l'été 2016", "{earliest: 2016-06, latest: 2016-09}"),
        ("winter 2016-2017", "{earliest: 2016-12, latest: 2017-03}"),
        ("2016-Q1", "{earliest: 2016-01, latest: 2016-03}"),
        ("eind 2016", "{earliest: 2016-07, latest: 2016-12}"),
        ("“2019-05-07”", "2019-05-07"),
        ("signed in 1990", "1990"),
        ("probablement 2014", "2014?"),
        ("836", "0836"),
    ],
)
def test_a_moment_is_put_into_form(written: str, form: str) -> None:
    assert moment_parser.parse(written, latest=2026) == [form]


@pytest.mark.parametrize(
    ("written", "forms"),
    [
        ("2010/11", ["2010-11", "{earliest: 2010, latest: 2011}"]),
        ("before 03/04/2014", ["{latest: 2014-04-03}", "{latest: 2014-03-04}"]),
        ("twenties", ["{earliest: 1920, latest: 1929}", "{earliest: 2020, latest: 2029}"]),
    ],
)
def test_what_may_be_two_moments_is_put_into_both_forms(written: str, forms: list[str]) -> None:
    assert moment_parser.parse(written, latest=2026) == forms


@pytest.mark.parametrize(
    ("written", "of_start", "of_end"),
    [
        ("since 1990", "1990", "{earliest: 1990}"),
        ("منذ 1990", "1990", "{earliest: 1990}"),
        ("1990 –", "1990", "{earliest: 1990}"),
        ("until 1990", "{latest: 1990}", "1990"),
        ("jusqu'en 1990", "{latest: 1990}", "1990"),
    ],
)
def test_since_and_until_say_of_an_edge_when_it_was(
    written: str, of_start: str, of_end: str
) -> None:
    assert moment_parser.parse(written, Edge.START) == [of_start]
    assert moment_parser.parse(written, Edge.END) == [of_end]


@pytest.mark.parametrize(
    "written",
    ["", "hello", "last year", "12 apples", "2014 2015", "2014, 2015", "May", "0", "before"]
    + ["1990/1985", "between 1990", "1985 and 1990", "before 31/02/2020", "-", "1 to " * 10, "²"]
    + ["9" * 50_000, "before " * 9 + "1990", "a-" * 30],
)
def test_nothing_is_made_of_what_is_no_moment(written: str) -> None:
    assert moment_parser.parse(written, latest=2026) == []


@pytest.mark.parametrize(
    "written", ["?", "n.d.", "s.d.", "Onbekend", "inconnue", "غير معروف", "xxxx"]
)
def test_what_says_that_nothing_is_known_is_understood(written: str) -> None:
    assert moment_parser.is_unknown(written)


@pytest.mark.parametrize("written", ["", "2014?", "nd 2014", "none of these"])
def test_anything_else_says_more(written: str) -> None:
    assert not moment_parser.is_unknown(written)


@pytest.mark.parametrize("code", LANGUAGES)
def test_what_the_site_itself_writes_is_understood(code: str) -> None:
    language, one, other = Language(code, ""), EdtfDate.parse("1985"), EdtfDate.parse("2018-03")
    for ends in ({"earliest": one}, {"latest": other}, {"earliest": one, "latest": other}):
        form = f"{{{', '.join(f'{name}: {date}' for name, date in ends.items())}}}"
        assert moment_parser.parse(language.moment(Between.model_validate(ends))) == [form]
