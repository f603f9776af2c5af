"""Codes of places in lists of others: with the year of the list, on pages and as linked data."""

from __future__ import annotations

import re
from typing import Any

import pytest

from atlas.checks import load
from atlas.graph.relate import relate
from atlas.pages import actor, place
from atlas.site import linked_data
from tests.frozen_records import RICH
from tests.pages.conftest import NewContext

_TAG = re.compile(r"<[^>]+>")


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_code_is_shown_with_its_list_and_year(context_of: NewContext, language: str) -> None:
    context = context_of(language, relate(load.read(RICH).records))
    html = str(actor.page(context, "delta-county").body)
    assert "NUTS 2013: <bdi>FR823</bdi>" in html
    assert "NUTS 2021: <bdi>FRL04</bdi>" in html
    assert "INSEE 2021: <bdi>13</bdi>" in html
    codes = html.partition("NUTS 2013")[2].partition("</div>")[0]
    assert codes.count("https://gazetteer.example/") == 1, "one source is named once"
    assert "LAU 2022: <bdi>38008</bdi>" in str(place.page(context, "marsh").body)


def test_a_county_and_its_authority_share_a_page(context_of: NewContext) -> None:
    atlas = relate(load.read(RICH).records)
    assert atlas.authority_of == {"delta": "delta-county", "isle": "island-region"}


def test_linked_data_has_codes_and_money(context_of: NewContext) -> None:
    edition = context_of("en", relate(load.read(RICH).records)).edition
    assert linked_data.place(edition, "isle")["identifier"] == [
        {"@type": "PropertyValue", "propertyID": "NUTS 2021", "value": "EL43"}
    ]
    project: dict[str, Any] = {**linked_data.project(edition, "two-deltas")}
    assert project["keywords"] == ["Water", "Health"]
    [whole, first, *_] = project["funding"]
    assert whole["amount"] == {
        "@type": "MonetaryAmount",
        "value": "1250000",
        "currency": "EUR",
    }
    assert [one["name"] for one in whole["funder"]] == ["European Union", "Delta Hospital"]
    assert (first["amount"]["validFrom"], first["amount"]["validThrough"]) == (
        "2019-03",
        "2019-12",
    )
