"""Addresses are read with their letters, and can look like nothing but what they are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atlas.pages import source
from atlas.pages.web_address import readable
from tests.pages.conftest import NewContext


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("https://x.example/%D8%B7%D9%86%D8%AC%D8%A9/", "https://x.example/طنجة/"),
        ("https://x.example/Sint-Joost-ten-Node%C3%A9", "https://x.example/Sint-Joost-ten-Nodeé"),
        ("https://x.example/a%20b%2Fc%3Fd%41", "https://x.example/a%20b%2Fc%3FdA"),
        ("https://x.example/%E2%80%AEcod", "https://x.example/%E2%80%AEcod"),
        ("https://x.example/%EF%BC%8F%E2%81%84", "https://x.example/%EF%BC%8F%E2%81%84"),
        ("https://x.example/%FF%C3", "https://x.example/%FF%C3"),
        ("https://x.example/100%", "https://x.example/100%"),
    ],
    ids=["Arabic", "French", "ASCII", "turned round", "like a slash", "no UTF-8", "no escape"],
)
def test_letters_are_shown_and_all_else_stays_escaped(address: str, shown: str) -> None:
    assert readable(address) == shown


@given(st.text(st.characters(codec="ascii")))
def test_an_address_without_escapes_is_as_it_was(address: str) -> None:
    assert readable(address.replace("%", "")) == address.replace("%", "")


def test_the_link_on_the_page_of_a_source_keeps_its_address(context_of: NewContext) -> None:
    context = context_of()
    url = context.edition.atlas.records.sources["akhbarona-2019"].url
    html = source.page(context, "akhbarona-2019").body
    assert url
    assert "%d8" in url
    assert f'href="{url}"' in html
    assert f">{readable(url)}</a>" in html
