"""What is taken for an e-mail address or a telephone number, and what is not."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from tests.checks.minimal import said_of

_NEW = {"in": "cooperations/hill-dale.yml", "old": "Listed on the page of Hill."}


def _said(text: str, folder: Path) -> list[str]:
    said = said_of(
        folder / "data", [{**_NEW, "new": yaml.safe_dump(text, default_style='"').strip()}]
    )
    return [line.partition("holds ")[2].partition(".")[0] for line in said.splitlines()]


@pytest.mark.parametrize(
    "text",
    [
        "someone@hill.example",
        "first.last+page@town.hill.example",
        "someone (at) hill.example",
        "someone[at]hill.example",
        "jan@café.example",
    ],
)
def test_an_e_mail_address_is_found(text: str, tmp_path: Path) -> None:
    assert _said(f"Write to {text} soon.", tmp_path) == ["an e-mail address"]


@pytest.mark.parametrize(
    "text",
    [
        "+32 2 220 26 11",
        "+32 (0)2 220.26.11",
        "0032 2 220 26 11",
        "02 220 26 11",
        "02/220.26.11",
        "(02) 220 26 11",
        "0475/12 34 56",
        "0475123456",
        "+212 5 39 33 44 55",
        "tel. 220 26 11",
        "GSM: 123456789",
        "هاتف: 0539334455",
        "+٣٢ ٢ ٢٢٠ ٢٦ ١١",
    ],
)
def test_a_telephone_number_is_found(text: str, tmp_path: Path) -> None:
    assert _said(f"Call {text} soon.", tmp_path) == ["a telephone number"]


@pytest.mark.parametrize(
    "text",
    [
        "from 2014-05-01 to 2018-12-31",
        "from 01.05.2014 to 31.12.2018",
        "01/05/2014-31/12/2018",
        "in 2014, 2015, 2016 and 2017",
        "35 000 000 euro",
        "1 000 000 000 000 francs",
        "50.8503396, 4.3517103",
        "ISBN 978-90-5583-123-4",
        "sector 15112, goal 3.8",
        "at hill.example there is a page",
        "@hill on the web",
        "between 100 000 and 2 000 000 inhabitants",
    ],
)
def test_dates_sums_and_names_are_neither(text: str, tmp_path: Path) -> None:
    assert _said(f"So it is: {text}.", tmp_path) == []


@pytest.mark.parametrize("text", ["@" + "a" * 190_000, "1" * 190_000 + "a", "@" * 190_000])
def test_a_text_made_to_be_slow_is_searched_in_one_pass(text: str, tmp_path: Path) -> None:
    said = said_of(tmp_path / "data", [{**_NEW, "new": f'"{text}"'}])
    assert "longer than 300 characters" in said
