"""Where the API has what a page shows, and what pages say of it."""

from __future__ import annotations

from markupsafe import Markup

from atlas.graph.edition import Text
from atlas.pages import api_addresses
from atlas.pages.page import Page
from tests.pages.conftest import NewContext, listed_atlas


def page(section: str, id_: str, *, is_further: bool = False) -> Page:
    return Page(section, id_, Text("T", "en", False), "", Markup(""), is_further)


def test_the_head_of_a_page_leads_to_its_data_and_how_they_are_built(
    context_of: NewContext,
) -> None:
    assert api_addresses.head_links(context_of("fr"), page("countries", "be")) == (
        '<link rel="alternate" type="application/json" href="../../../api/v1/countries/be.json">'
        '<link rel="describedby" type="application/schema+json"'
        ' href="../../../api/v1/schemas/countries.json">'
    )


def test_a_page_that_stands_for_no_one_thing_has_no_data(context_of: NewContext) -> None:
    for one in (page("places", "page-2", is_further=True), page("forms", "twinning")):
        assert api_addresses.head_links(context_of("en"), one) == ""
    assert api_addresses.list_files(listed_atlas(), "overview", "") == []


def test_the_foot_of_a_page_has_a_table_where_it_lists_cooperations() -> None:
    atlas = listed_atlas()
    json, csv = "api/v1/countries/be.json", "api/v1/countries/be.csv"
    assert api_addresses.list_files(atlas, "countries", "be") == [("JSON", json), ("CSV", csv)]
    town = ("JSON", "api/v1/places/aalst-be.json")
    assert api_addresses.list_files(atlas, "places", "aalst-be") == [town]
