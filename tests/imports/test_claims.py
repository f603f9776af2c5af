"""Names that hold a country as well."""

from __future__ import annotations

import pytest

from atlas.imports.claims import split_country


@pytest.mark.parametrize(
    ("name", "country", "split"),
    [
        ("Varna, Bulgaria", "", ("Varna", "Bulgaria")),
        ("Varna, Bulgaria", "Bulgarien", ("Varna", "Bulgarien")),
        ("Varna, Bulgaria", "Romania", ("Varna, Bulgaria", "Romania")),
        ("Granada, España", "", ("Granada", "España")),
        ("Lille, FR", "France", ("Lille", "France")),
        ("Wilmington, DE", "", ("Wilmington, DE", "")),
        ("Portland, ME", "United States", ("Portland, ME", "United States")),
        ("Brazzaville, Congo", "", ("Brazzaville, Congo", "")),
        ("Varna,", "", ("Varna,", "")),
        (", Bulgaria", "", (", Bulgaria", "")),
    ],
)
def test_a_country_behind_a_name_is_told_from_a_part_of_one(
    name: str, country: str, split: tuple[str, str]
) -> None:
    assert split_country(name, country) == split
