"""Dates that say their own precision, and what is no date."""

from __future__ import annotations

import pytest

from atlas.model.edtf_date import EdtfDate


@pytest.mark.parametrize(
    ("text", "precision", "first", "last", "qualifier"),
    [
        ("2014", "year", "2014-01-01", "2014-12-31", ""),
        ("2018-03", "month", "2018-03-01", "2018-03-31", ""),
        ("2024-02", "month", "2024-02-01", "2024-02-29", ""),
        ("2019-05-07", "day", "2019-05-07", "2019-05-07", ""),
        ("2014~", "year", "2014-01-01", "2014-12-31", "~"),
        ("2018-03?", "month", "2018-03-01", "2018-03-31", "?"),
        ("2019-05-07%", "day", "2019-05-07", "2019-05-07", "%"),
    ],
)
def test_a_date_knows_its_precision_and_the_days_it_may_mean(
    text: str, precision: str, first: str, last: str, qualifier: str
) -> None:
    date = EdtfDate.parse(text)
    assert str(date) == text
    assert (date.precision, str(date.first), str(date.last), date.qualifier) == (
        precision,
        first,
        last,
        qualifier,
    )


@pytest.mark.parametrize(
    "text",
    ["", "14", "20144", "2014-13", "2014-00", "2023-02-29", "2014-5-7", "7 May 2019", "2014/2016"]
    + ["0000", "2014 ", "２０１４", "2014~?", "-2014", "2014-05-07T12:00"],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not a"):
        EdtfDate.parse(text)
