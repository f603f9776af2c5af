"""What is missing is told apart by tier, and held against what others count."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

import pytest

from atlas.graph import relate
from atlas.graph.relate import Atlas
from atlas.model import Total
from atlas.pages import coverage, source
from tests.pages.conftest import NewContext, listed_atlas

TOTALS = (
    {"where": "150", "ties": "17000", "approximate": "true", "source": "town-pages"},
    {"where": "BE", "ties": "9", "as_of": "2020", "source": "town-pages"},
    {"where": "DE", "ties": "6500", "approximate": "true", "source": "town-pages"},
    {"where": "JP", "ties": "1751", "as_of": "2019-06", "source": "town-pages"},
)


def atlas_with(*totals: dict[str, str]) -> Atlas:
    found = tuple(map(Total.model_validate, totals))
    return relate.relate(replace(listed_atlas().records, totals=found))


def rows(html: str, section: str) -> list[list[str]]:
    """The cells of the table in a section, as text."""
    part = html.partition(f'aria-labelledby="{section}"')[2].partition("</section>")[0]
    body = part.partition("<tbody>")[2].partition("</tbody>")[0]
    return [
        [
            " ".join(unescape(re.sub(r"<[^>]+>", " ", cell)).split())
            for cell in re.findall(r"<t[hd].*?>(.*?)</t[hd]>", row, re.S)
        ]
        for row in re.findall(r"<tr>(.*?)</tr>", body, re.S)
    ]


def test_what_others_count_stands_beside_what_is_here(context_of: NewContext) -> None:
    html = str(coverage.body(context_of(atlas=atlas_with(*TOTALS))))
    assert rows(html, "totals") == [
        ["Belgium", "9", "Our towns · 2020", "3", "7 of 9"],
        ["Germany", "about 6,500", "Our towns · undated", "0", "1 of about 6,500"],
        ["Japan", "1,751", "Our towns · June 2019", "0", "none listed yet"],
        ["Europe", "about 17,000", "Our towns · undated", "0", "6 of about 17,000"],
    ]
    assert "no shares of one whole" in html


def test_a_country_without_a_page_is_no_link(context_of: NewContext) -> None:
    html = str(coverage.body(context_of(atlas=atlas_with(*TOTALS))))
    assert "countries/de/" in html
    assert "countries/jp/" not in html
    assert "countries/150/" not in html


def test_the_source_of_a_total_says_what_it_counts(context_of: NewContext) -> None:
    page = source.page(context_of(atlas=atlas_with(*TOTALS)), "town-pages")
    part = str(page.body).partition('aria-labelledby="totals"')[2].partition("</section>")[0]
    said = re.sub(r"<[^>]+>", "", part)
    assert "Germany, about 6,500 ties" in said
    assert "Japan, 1,751 ties as of June 2019" in said
    assert "coverage/#totals" in part


def test_without_totals_nothing_is_compared(context_of: NewContext) -> None:
    assert 'id="totals"' not in coverage.body(context_of(atlas=listed_atlas()))


def test_listed_ties_are_counted_apart_from_what_is_researched(context_of: NewContext) -> None:
    html = str(coverage.body(context_of(atlas=listed_atlas())))
    text = unescape(re.sub(r"<[^>]+>", "", html))
    assert "Counted: 3 cooperations." in text
    assert "7 listed ties, not checked." in text
    countries = {name: count for name, count, *_ in rows(html, "by-country")}
    assert countries["Belgium"] == "3"
    assert "Estonia" not in countries
    listed = html.partition('aria-labelledby="by-country-listed"')[2].partition("</section>")[0]
    assert re.search(r'countries/ee/">Estonia</a> <span class="atlas-number">2<', listed)


def test_an_atlas_without_registers_says_nothing_of_them(context_of: NewContext) -> None:
    html = str(coverage.body(context_of()))
    assert "listed" not in html.lower().replace("listed as active", "")


@pytest.mark.parametrize("language", ["en", "nl", "fr", "ar"])
def test_it_is_said_in_every_language(context_of: NewContext, language: str) -> None:
    html = str(coverage.body(context_of(language, atlas_with(*TOTALS))))
    part = html.partition('aria-labelledby="totals"')[2].partition("</section>")[0]
    assert part
    assert not re.search(r"[{}]", re.sub(r"<[^>]+>", "", part))
