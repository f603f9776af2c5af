"""Dates as people write them, and what a record would have."""

from __future__ import annotations

import pytest

from atlas.i18n.languages import Language
from atlas.lookup import date_parser
from atlas.model.edtf_date import EdtfDate
from tests.site_languages import LANGUAGES


@pytest.mark.parametrize(
    ("written", "dates"),
    [
        ("17/12/2020", ["2020-12-17"]),
        ("17-12-2020", ["2020-12-17"]),
        ("17. 12. 2020", ["2020-12-17"]),
        ("12/17/2020", ["2020-12-17"]),
        ("2020/12/17", ["2020-12-17"]),
        ("2020-5-7", ["2020-05-07"]),
        ("20201217", ["2020-12-17"]),
        ("12/2020", ["2020-12"]),
        ("2020-00-00", ["2020"]),
        ("03/04/2020", ["2020-04-03", "2020-03-04"]),
        ("03/03/2020", ["2020-03-03"]),
        ("2020/03/04", ["2020-03-04"]),
        ("December 17th, 2020", ["2020-12-17"]),
        ("le 1er avril 2020", ["2020-04-01"]),
        ("DECEMBRE 2020", ["2020-12"]),
        ("3 mrt 2020", ["2020-03-03"]),
        ("١٧ ديسمبر ٢٠٢٠", ["2020-12-17"]),
        ("17 دجنبر 2020", ["2020-12-17"]),
        ("كانون الأول 2020", ["2020-12"]),
        ("vers 2014", ["2014~"]),
        ("حوالي 2014", ["2014~"]),
        ("~2014", ["2014~"]),
        ("2014 ~", ["2014~"]),
        ("± 2014", ["2014~"]),
        ("≈ mars 2014", ["2014-03~"]),
        ("c. 2014", ["2014~"]),
        ("2014 ?", ["2014?"]),
        ("٢٠١٤؟", ["2014?"]),
        ("17 décembre 2020 (?)", ["2020-12-17?"]),
        ("c. 2014 (?)", ["2014%"]),
        ("2010/01", ["2010-01"]),
        ("2010/12", ["2010-12"]),
        ("11/2010", ["2010-11"]),
        ("2010/11/12", ["2010-11-12"]),
        ("\u200f17\u200f/12\u200f/2020", ["2020-12-17"]),
        ("2019-05-07T00:00:00Z", ["2019-05-07"]),
        ("2019-05-07T00:00:00.000+02:00", ["2019-05-07"]),
        ("2019-05-07 00:00", ["2019-05-07"]),
        ("7/5/2019 0:00:00", ["2019-05-07", "2019-07-05"]),
        ("Tuesday 7 May 2019", ["2019-05-07"]),
        ("الثلاثاء 7 مايو 2019 م", ["2019-05-07"]),
        ("het jaar 2014", ["2014"]),
        ("عام 2014", ["2014"]),
        ("2004-05-XX", ["2004-05"]),
    ],
)
def test_a_usual_date_is_put_into_form(written: str, dates: list[str]) -> None:
    assert date_parser.parse(written) == dates


@pytest.mark.parametrize(
    "written",
    ["", "2014", "sedert 2014", "last year", "17/12/20", "31/02/2020", "4 juillet", "2014-2016"]
    + ["1/2/3/2020", "May", "2014-13", "²", "9" * 50_000, "-2014", "2014/..", "2019-00-01"]
    + ["<2014", "> 2014", "≤ 2014", "2014+", "2014 -", "2014–", "– 2014", "2014/", "/2014"]
    + ["2010/11", "2011 / 12", "2008–09", "1999/00", "~2010/11", "٢٠١٠/١١", "2014 ± 2"]
    + ["2014~", "2014?", "? décembre 2020", "17? décembre 2020", "2014 - ?"],
)
def test_nothing_is_made_of_what_is_no_date(written: str) -> None:
    assert date_parser.parse(written) == []


def test_of_a_month_no_day_is_made() -> None:
    assert date_parser.parse("December 2020", only_days=True) == []
    assert date_parser.parse("17 December 2020", only_days=True) == ["2020-12-17"]


@pytest.mark.parametrize(
    ("written", "dates"),
    [
        ("17/12/11", ["2011-12-17"]),
        ("17.12.11", ["2011-12-17"]),
        ("12/17/11", ["2011-12-17"]),
        ("03/04/12", ["2012-04-03", "2012-03-04"]),
        ("99-12-31", ["1999-12-31"]),
        ("17 déc. 11", ["2011-12-17"]),
        ("١٧/١٢/١١", ["2011-12-17"]),
        ("17/12/26", ["2026-12-17"]),
        ("17/12/27", ["1927-12-17"]),
        ("17/12/2027", ["2027-12-17"]),
        ("12/11", []),
        ("1/2/3", []),
        ("déc. 11", []),
        ("11", []),
    ],
)
def test_a_year_of_two_digits_is_the_last_one_it_can_be(written: str, dates: list[str]) -> None:
    assert date_parser.parse(written, latest=2026) == dates


@pytest.mark.parametrize(
    ("written", "month"),
    [
        ("31/02/2012", "2012-02"),
        ("02/31/2012", "2012-02"),
        ("2012-02-31", "2012-02"),
        ("31 avril 2012", "2012-04"),
        ("29/02/13", "2013-02"),
        ("~ 30.02.2012", "2012-02"),
        ("29/02/2012", ""),
        ("32/01/2012", ""),
        ("31/13/2012", ""),
        ("2012-02-00", ""),
        ("2012", ""),
        ("last year", ""),
    ],
)
def test_a_day_that_its_month_has_not_is_told_by_the_month(written: str, month: str) -> None:
    assert date_parser.find_overrun_month(written, latest=2026) == month


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("month", range(1, 13))
def test_what_the_site_itself_writes_is_understood(code: str, month: int) -> None:
    for date in (f"2020-{month:02}", f"2020-{month:02}-17"):
        shown = Language(code, "").date(EdtfDate.parse(date))
        assert date_parser.parse(shown) == [date]
