"""Every country lies in one region of M49, and that is where its clocks are named for."""

from __future__ import annotations

import pytest
from babel.core import get_global

from atlas.model import iso_codes
from atlas.model.world_regions import find_regions

CLOCKS = {
    "Africa": "Africa",
    "America": "Americas",
    "Asia": "Asia",
    "Europe": "Europe",
    "Australia": "Oceania",
    "Pacific": "Oceania",
}
"""The region that the zones of the IANA time zone database are named for, by their first part."""

IN_PART = {("ES", "Africa"), ("RU", "Asia"), ("TR", "Europe")} | {
    (code, "Oceania") for code in ("CL", "EC", "US")
}
"""Countries that lie in a further region, where M49 does not count them."""


def test_every_country_but_antarctica_lies_in_one_region() -> None:
    found = {code: find_regions([code]) for code in iso_codes.countries()}
    assert {code for code, regions in found.items() if len(regions) != 1} == {"AQ"}


def test_countries_lie_where_their_time_zones_say() -> None:
    zones = get_global("zone_territories").items()
    named = {(country, CLOCKS.get(zone.split("/")[0])) for zone, country in zones}
    elsewhere = {
        (country, region)
        for country, region in named
        if region and [region] != find_regions([country])
    }
    assert elsewhere == IN_PART


@pytest.mark.parametrize(
    ("countries", "regions"),
    [
        (["MA"], ["Africa"]),
        (["NA"], ["Africa"]),
        (["RE"], ["Africa"]),
        (["MQ"], ["Americas"]),
        (["CY"], ["Asia"]),
        (["XK"], ["Europe"]),
        (["TR", "BE", "FR"], ["Asia", "Europe"]),
        (["AQ"], []),
        ([], []),
    ],
)
def test_countries_have_their_regions(countries: list[str], regions: list[str]) -> None:
    assert find_regions(countries) == regions
