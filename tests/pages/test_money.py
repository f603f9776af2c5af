"""The money of a cooperation: by period, by funder, as it moved, in the figures of the page."""

from __future__ import annotations

import re

import pytest
from markupsafe import escape

from atlas.checks import load
from atlas.graph.parties import actor_countries
from atlas.graph.relate import relate
from atlas.model import Cooperation
from atlas.pages import cooperation
from atlas.pages.page import Page
from tests.frozen_records import RICH
from tests.pages import small_atlas
from tests.pages.conftest import NewContext

SECTION = re.compile(r'<section aria-labelledby="money">.*?</section>', re.DOTALL)
_TAG = re.compile(r"<[^>]+>")


def _page(context_of: NewContext, language: str, id_: str = "two-deltas") -> Page:
    return cooperation.page(context_of(language, relate(load.read(RICH).records)), id_)


def _money(page: Page) -> str:
    [section] = SECTION.findall(str(page.body))
    return str(section)


def _said(html: str) -> str:
    return " ".join(_TAG.sub(" ", html).split())


def _small(context_of: NewContext, **fields: object) -> str:
    record = small_atlas.cooperation("tie", "hill-town", "dale-town", **fields)
    return str(cooperation.page(context_of("en", small_atlas.atlas(record)), "tie").body)


def test_who_gives_how_much_stands_in_a_table_of_its_budget(context_of: NewContext) -> None:
    table = _money(_page(context_of, "en")).split("<table>")[1]
    assert "Who gives it: €1,250,000" in _said(table)
    rows = [_said(row) for row in re.findall(r"<tr>.*?</tr>", table, re.DOTALL)]
    assert rows == [
        "Funder Share Amount",
        "European Union source 2 80% €1,000,000",
        "Delta Hospital 12.5% not recorded",
    ]


@pytest.mark.parametrize(
    ("language", "amount", "share", "first"),
    [
        ("en", "about €1,249,999.50", "12.5%", "March 2019 to December 2019"),
        ("nl", "ongeveer €\xa01.249.999,50", "12,5%", "maart 2019 tot december 2019"),
        (
            "fr",
            "environ 1\u202f249\u202f999,50\xa0€",
            "12,5\u202f%",
            "mars 2019 – décembre 2019",
        ),
        ("ar", "نحو \u200f1,249,999.50\xa0€", "12.5%", "من مارس 2019 إلى ديسمبر 2019"),
    ],
)
def test_periods_are_added_up_in_the_figures_of_the_reader(
    context_of: NewContext, language: str, amount: str, share: str, first: str
) -> None:
    html = _money(_page(context_of, language))
    assert f"<bdi>{amount}</bdi>" in html
    assert re.sub(r"\s", " ", share) in re.sub("[\u200e\u200f]", "", re.sub(r"\s", " ", html))
    assert first in html


def test_what_moved_stands_in_the_order_of_time_and_is_added_by_type(
    context_of: NewContext,
) -> None:
    html = _money(_page(context_of, "en"))
    rows = [_said(row) for row in re.findall(r"<tr>.*?</tr>", html, re.DOTALL)]
    assert rows[-5:] == [
        "14 February 2019 Committed €1,000,000 source 2 European Union Delta County",
        "7 May 2019 Paid out €500,000 source 1 European Union Delta County",
        "2020 Spent €120,000 Laboratory. source 1 Delta County not recorded",
        "June 2020 Paid out €250,000 source 1 European Union Delta County",
        "1 March 2021 Spent MAD\xa090,000 exchange rate of 1 March 2021 source 1 Delta Hospital"
        " not recorded".replace("\xa0", " "),
    ]
    said = _said(html)
    assert "Paid out, all together: €750,000" in said
    assert "Spent, all together: not added up, as the amounts are in different currencies" in said
    assert "Committed, all together" not in said


@pytest.mark.parametrize(
    ("budget", "why"),
    [
        (
            [{"amount": "5", "currency": "EUR"}, {"amount": "7", "currency": "MAD"}],
            "the amounts are in different currencies",
        ),
        (
            [{"amount": "5", "currency": "EUR"}, {"amount": "7", "currency": "EUR"}],
            "each amount is given for the whole",
        ),
        (
            [
                {"amount": "5", "currency": "EUR", "per": "period", "period_start": start}
                | {"period_end": "2016"}
                for start in ("2014", "2015")
            ],
            "some of the periods overlap",
        ),
    ],
)
def test_what_is_not_added_up_says_why(
    context_of: NewContext, budget: list[dict[str, str]], why: str
) -> None:
    assert f"together: not added up, as {why}" in _said(_small(context_of, budget=budget))


def test_one_amount_alone_stands_among_the_other_facts(context_of: NewContext) -> None:
    html = _small(context_of, budget=[{"amount": "35000", "currency": "EUR", "per": "year"}])
    assert not SECTION.search(html)
    assert "Budget €35,000 per year" in _said(html)


def test_without_money_there_is_no_word_of_it(context_of: NewContext) -> None:
    html = _small(context_of)
    assert not SECTION.search(html)
    assert re.search("Not recorded: [^.]*budget", html)


def test_a_source_s_choice_of_themes_is_told_from_the_editors_choice(
    context_of: NewContext,
) -> None:
    html = str(_page(context_of, "en").body)
    facts = html.partition('class="atlas-facts"')[2].partition("</section>")[0]
    assert _said(facts).endswith("Themes Water chosen by the source Health assigned by the editors")


def test_the_gloss_stands_behind_each_quotation_for_readers_of_other_languages(
    context_of: NewContext,
) -> None:
    french, dutch = (str(_page(context_of, one).body) for one in ("fr", "nl"))
    mark = '<q lang="nl" dir="ltr">gezamenlijk project</q>'
    assert (
        f'{mark} <span class="atlas-gloss">notre traduction\xa0: «\xa0projet commun\xa0»' in french
    )
    assert f"{mark}</dd>" in dutch
    record: Cooperation = load.read(RICH).records.cooperations["two-deltas"]
    glossed = [record.title_as_stated, *record.domains_as_stated, record.budget[0].as_stated]
    glossed += [record.claims[0].as_stated, record.notes[0].as_stated]
    for one in glossed:
        gloss = one.gloss if one else None
        assert gloss
        assert str(escape(gloss["fr"])) in french
    assert "title=" not in french.partition('id="details"')[2].partition("</dl>")[0]


def test_the_european_union_is_one_funder_and_no_country(context_of: NewContext) -> None:
    context = context_of("en", relate(load.read(RICH).records))
    atlas = context.edition.atlas
    assert atlas.records.actors["european-union"].seat == "marsh", "it sits in Belgium"
    assert actor_countries(atlas.records, "european-union") == set()
    assert sorted(atlas.by_country) == ["BE", "CH", "FR", "GR"]
    html = str(cooperation.page(context, "two-deltas").body)
    party = html.partition("Partners and their roles")[2].partition("European Union</a>")[2]
    assert _said(party.partition("</li>")[0]) == "Funder"
