"""A printed atlas: what stands in it, and where its links lead."""

from __future__ import annotations

import re
from functools import cache

import pytest

from atlas.pages import book
from atlas.pages.book import Book
from tests.frozen_records import LISTED_PAIRS
from tests.pages.conftest import _context, listed_atlas

CHAPTER = re.compile(r'<section class="chapter">\n<h2 id="([^"]*)">(.*?)</section>', re.DOTALL)


@cache
def made(language: str = "en") -> Book:
    return book.make(_context(language, listed_atlas()), "BE")


def chapters(language: str = "en") -> dict[str, str]:
    return dict(CHAPTER.findall(made(language).html))


def test_each_town_and_organisation_with_a_tie_has_a_chapter() -> None:
    assert [*chapters()] == [
        *("places-aalst-be", "places-antwerp-be", "actors-saint-josse-ten-noode"),
        *("places-bocholt-be", "places-ghent-be", "places-houffalize-be"),
    ]


def test_a_chapter_tells_what_is_researched_from_what_is_listed() -> None:
    found = chapters()
    researched = {id_ for id_, text in found.items() if "Researched cooperations" in text}
    listed = {id_ for id_, text in found.items() if "Listed ties, not checked" in text}
    assert researched == {"actors-saint-josse-ten-noode"}
    assert listed == found.keys() - researched
    rows = sum(text.count("<tr>") - 1 for id_, text in found.items() if id_ in listed)
    assert rows == len([pair for pair in LISTED_PAIRS if "-be" in pair])


def test_every_link_within_leads_to_one_place() -> None:
    html = made().html
    ids = re.findall(r' id="([^"]*)"', html)
    assert len(ids) == len({*ids})
    assert {*re.findall(r'href="#([^"]*)"', html)} <= {*ids}


def test_what_the_book_has_is_linked_within_and_all_else_leads_to_the_site() -> None:
    html = made().html
    assert 'href="#cooperations-saint-josse-tangier" data-within' in html
    assert 'href="#actors-saint-josse-ten-noode" data-within' in html
    assert "cooperations/saint-josse-tangier/" not in html
    assert 'href="../../actors/tangier/"' in html
    assert made().address == "https://example.org/countries/be/"


def test_each_picture_comes_with_the_book() -> None:
    named = re.findall(r'<img src="([^"]*)"', made().html)
    assert named
    assert sorted(named) == sorted(made().pictures)


def test_a_cooperation_names_its_sources_and_a_register_its_licence() -> None:
    html = made().html
    entry = html[html.index('id="cooperations-saint-josse-tangier"') :]
    assert re.search(r'<li><a href="#source-[^"]*" data-within>', entry)
    licences = html[html.index('id="licences"') :]
    assert "CC BY 4.0" in licences
    assert {"CC0-1.0", "CC-BY-4.0"} <= {*re.findall(r'dir="ltr">([\w.-]+)</a>', licences)}


@pytest.mark.parametrize(("language", "direction"), [("en", "ltr"), ("ar", "rtl")])
def test_a_book_is_in_its_language(language: str, direction: str) -> None:
    assert f'<html lang="{language}" dir="{direction}">' in made(language).html
    prefix = "" if language == "en" else f"{language}/"
    assert made(language).address == f"https://example.org/{prefix}countries/be/"


def test_a_country_of_which_nothing_is_recorded_but_places_has_a_book() -> None:
    empty = book.make(_context("en", listed_atlas()), "RO")
    assert "<h1>Romania</h1>" in empty.html
