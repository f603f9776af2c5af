"""Dates of other calendars, and what they are in ours."""

from __future__ import annotations

from datetime import date

import pytest

from atlas.lookup import calendars

_TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("1445-09-02", {"hijri": "2024-03-12"}),
        ("1445-02-30", {"hijri": "2023-09-15"}),
        ("1445-09", {"hijri": "{earliest: 2024-03-11, latest: 2024-04-09}"}),
        ("1445~", {"hijri": "{earliest: 2023-07-19, latest: 2024-07-06}"}),
        ("1398-02-15", {"persian": "2019-05-05", "hijri": "1978-01-24"}),
        ("1398", {"persian": "{earliest: 2019-03-21, latest: 2020-03-20}"}),
        ("2562", {"thai": "2019"}),
        ("2562-05", {"thai": "2019-05"}),
        ("2562-05-07", {"thai": "2019-05-07"}),
        ("0836", {}),
        ("1200-01-01", {}),
        ("1445-13-01", {}),
        ("2019-05-07", {}),
        ("soon", {}),
    ],
)
def test_a_date_that_may_be_of_another_calendar_is_said_in_ours(
    written: str, found: dict[str, str]
) -> None:
    converted = {one.calendar.value: one.form for one in calendars.convert(written, _TODAY)}
    assert converted.items() >= found.items()
    assert bool(converted) == bool(found)


@pytest.mark.parametrize(
    ("written", "forms"),
    [
        ("2 Ramadan 1445", ["2024-03-12"]),
        ("٢ رمضان ١٤٤٥ هـ", ["2024-03-12"]),
        ("12 Rabi' al-awwal 1440", ["2018-11-20"]),
        ("30 صفر 1445", ["2023-09-15"]),
        ("1440 A.H.", ["{earliest: 2018-09-11, latest: 2019-08-30}"]),
        ("1440هـ", ["{earliest: 2018-09-11, latest: 2019-08-30}"]),
        ("02/09/1445 هـ", ["2024-03-12", "2023-08-25"]),
        ("1398 SH", ["{earliest: 2019-03-21, latest: 2020-03-20}"]),
        ("B.E. 2562", ["2019"]),
        ("พ.ศ. 2562", ["2019"]),
        ("2 May 2019", []),
        ("Ramadan", []),
        ("", []),
    ],
)
def test_a_date_that_names_its_calendar_is_said_in_ours(written: str, forms: list[str]) -> None:
    assert [one.form for one in calendars.parse(written, _TODAY)] == forms


@pytest.mark.parametrize("written", ["2022-04-03", "1985", "2019-05-07"])
def test_a_date_of_ours_is_of_no_other_calendar_on_no_day(written: str) -> None:
    assert calendars.convert(written) == []
