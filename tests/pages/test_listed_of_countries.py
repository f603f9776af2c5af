"""The listed ties of a country: page by page, each once, found by the initial of the town."""

from __future__ import annotations

import re

import pytest

from atlas.pages import country, listed_section, pagination, section_indexes
from atlas.pages.page import Page, PageContext
from tests.pages import listed_atlas
from tests.pages.conftest import LANGUAGES, NewContext

TIES = 130


def own(page: Page) -> list[str]:
    """The ids of the pairs to whose rows a page of a country leads, in its order."""
    return re.findall(r'<th scope="row"><span[^>]*><a href="[^"#]+#([^"]+)"', page.body)


def shown(context: PageContext, code: str) -> list[Page]:
    """Every page with listed ties of a country, in order."""
    return [country.page(context, code), *listed_section.pages(context, code)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_tie_of_a_country_stands_on_one_of_its_pages(
    context_of: NewContext, language: str
) -> None:
    context = context_of(language, listed_atlas.many(TIES))
    listed = context.edition.atlas.listed
    for code in ("BE", "EE"):
        made = shown(context, code)
        ids = [id_ for page in made for id_ in own(page)]
        assert sorted(ids) == sorted(listed.by_country[code])
        assert len(ids) == TIES
        assert max(len(own(page)) for page in made) == listed_section.AT_ONCE
        assert [page.path for page in made[1:]] == [
            f"listed/{code.lower()}-2/",
            f"listed/{code.lower()}-3/",
        ]


def test_a_country_s_ties_are_in_the_order_of_its_own_places(context_of: NewContext) -> None:
    context = context_of(atlas=listed_atlas.many(TIES))
    ids = [id_ for page in shown(context, "BE") for id_ in own(page)]
    assert ids == sorted(ids)
    assert "data-atlas-sortable" not in "".join(
        page.body.partition("atlas-listed-table")[2] for page in shown(context, "BE")
    ), "a part of a list cannot be sorted"
    whole = country.page(context_of(atlas=listed_atlas.many(3)), "BE").body
    assert "data-atlas-sortable" in whole.partition("atlas-listed-table")[2]


def test_an_initial_leads_to_the_first_town_that_has_it(context_of: NewContext) -> None:
    context = context_of(atlas=listed_atlas.many(TIES))
    made = {page.path: page for page in shown(context, "BE")}
    for page in made.values():
        ways = re.findall(r'<li><a href="\.\./\.\./([^"#]+)#(letter-[^"]+)">([^<]+)</a>', page.body)
        assert [letter for _, _, letter in ways] == [chr(ord("A") + at) for at in range(26)]
        for path, anchor, letter in ways:
            row = made[path].body.partition(f'<tr id="{anchor}">')[2]
            first = re.search(r'<a href="[^"]+">([^<]+)</a>', row)
            assert first
            assert first[1] == f"{letter}{ord(letter) - ord('A'):04}"


def test_no_page_needs_a_script_to_be_reached(context_of: NewContext) -> None:
    context = context_of(atlas=listed_atlas.many(TIES))
    made = shown(context, "BE")
    for page in made:
        leaves = page.body.partition("Pages of this list")[2]
        for other in made:
            assert other is page or f'href="../../{other.path}#listed"' in leaves
        assert 'id="listed"' in page.body


def test_both_tiers_are_counted_apart(context_of: NewContext) -> None:
    context = context_of(atlas=listed_atlas.frozen())
    html = country.page(context, "BE").body
    leads = re.findall(r'<p class="atlas-lead">(.*?)</p>', html, re.S)
    assert leads[0].startswith("3 cooperations with partners in 3 countries since 2014")
    assert leads[1].startswith('<a href="#listed">7 listed ties (1 ended) with 5 countries</a>')
    lists = {name: str(section_indexes.front(context, name)) for name in ("countries", "places")}

    def counted(name: str, path: str) -> str:
        entry = re.search(rf'<a href="\.\./\.\./{path}">.*?atlas-number">(.*?)</span>', lists[name])
        assert entry, path
        return entry[1]

    assert counted("countries", "countries/be/") == "3 cooperations · 7 listed ties (1 ended)"
    assert counted("countries", "countries/ma/") == "1 cooperation"
    assert counted("countries", "countries/ee/") == "2 listed ties"
    assert counted("places", "places/houffalize-be/") == "2 listed ties"
    assert counted("places", "places/kinshasa/") == "1 cooperation"


def test_a_state_s_page_has_the_ties_of_its_territories(context_of: NewContext) -> None:
    context = context_of(atlas=listed_atlas.frozen())
    for code in ("FR", "RE"):
        assert own(country.page(context, code)) == ["antwerp-be-saint-denis-re"]


def test_a_long_list_has_its_entries_under_their_initials(context_of: NewContext) -> None:
    context = context_of(atlas=listed_atlas.many(600))
    first = str(section_indexes.front(context, "places"))
    further = next(section_indexes.further(context, "places"))
    pages = {"places/": first, further.path: further.body}
    ways = re.findall(r'<li><a href="\.\./\.\./([^"#]+)#([^"]+)">(.)</a></li>', first)
    assert len(ways) == 26
    assert {path for path, _, _ in ways} == {*pages}
    for path, anchor, letter in ways:
        heading = f'<h2 class="atlas-initial" id="{anchor}">{letter}</h2>'
        below = pages[path].partition(heading)[2]
        entry = re.search(r'<a href="[^"]+">(.)', below)
        assert entry
        assert entry[1] == letter
    short = str(section_indexes.front(context, "countries"))
    assert "atlas-initial" not in short
    assert "letter-" not in short


@pytest.mark.parametrize(
    ("name", "letter"),
    [
        ("Éghezée", "E"),
        ("Österby", "O"),
        ("łódź", "L"),
        ("’s-Hertogenbosch", "#"),
        ("100 Mile House", "#"),
        ("أنتويرب", "ا"),
        ("Αθήνα", "Α"),
        ("", "#"),
    ],
)
def test_a_name_stands_under_its_letter_without_marks(name: str, letter: str) -> None:
    assert pagination.initial(name) == letter
