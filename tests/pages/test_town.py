"""A town has one page: it opens with a sentence of facts, and no row names the town again."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from atlas import pages
from atlas.graph.beginnings import newest_first
from atlas.graph.tally import count
from atlas.model.vocabulary import COUNTED_FORMS, Form
from atlas.pages import actor, country, opening, place, stats, theme
from atlas.pages.cooperation_table import table
from tests.pages.conftest import NewContext, every_page

TOWN = "saint-josse-ten-noode"
SENTENCES = {
    "en": (
        "9 cooperations (1 ended) with partners in 7 countries since 2011: 4 twinnings, "
        "3 cooperation agreements, 1 cooperation protocol and 1 mission. "
        "Counted apart: 5 network memberships. "
        "Latest dated evidence: December 2020."
    ),
    "nl": (
        "9 samenwerkingen (1 beëindigd) met partners in 7 landen sinds 2011: 4 jumelages of "
        "stedenbanden, 3 samenwerkingsovereenkomsten, 1 samenwerkingsprotocol en 1 missie. "
        "Apart geteld: 5 lidmaatschappen van een netwerk. "
        "Laatste gedateerde bewijs: december 2020."
    ),
    "fr": (
        "9 coopérations (1 terminée) avec des partenaires dans 7 pays depuis 2011\u00a0: "
        "4 jumelages, 3 accords de coopération, 1 protocole de coopération et 1 mission. "
        "Comptés à part\u00a0: 5 adhésions à un réseau. "
        "Dernière preuve datée\u00a0: décembre 2020."
    ),
    "ar": (
        "9 علاقات تعاون (واحدة منتهية) مع شركاء في 7 بلدان منذ 2011: 4 توأمات و3 اتفاقات "
        "تعاون وبروتوكول تعاون واحد وبعثة واحدة. وتُحسب على حدة: 5 عضويات في شبكات. "
        "أحدث دليل مؤرخ: ديسمبر 2020."
    ),
}


@pytest.mark.parametrize(("language", "sentence"), SENTENCES.items())
def test_a_town_opens_with_a_sentence_of_facts(
    context_of: NewContext, language: str, sentence: str
) -> None:
    html = str(actor.page(context_of(language), TOWN).body)
    assert f'<p class="atlas-lead">{sentence}</p>' in html
    order = [
        html.index(sentence),
        html.index("<svg"),
        html.index("<table"),
        html.index('id="details"'),
    ]
    assert order == sorted(order)


@pytest.mark.parametrize("language", ["en", "nl", "fr", "ar"])
@pytest.mark.parametrize("number", [1, 2, 3, 11, 100, 102])
def test_every_form_is_counted_in_words_of_its_own(
    context_of: NewContext, language: str, number: int
) -> None:
    edition = context_of(language).edition
    said = [edition.ngettext(*COUNTED_FORMS[form], number) for form in Form]
    assert len({*said}) == len(Form)
    if language != "ar" or number > 2:
        assert all(re.match(rf"{number} \S", one) for one in said)
    else:
        assert not any(re.search(r"\d", one) for one in said), "a dual says its number itself"


def test_a_sentence_leaves_out_what_is_not_recorded(context_of: NewContext) -> None:
    context = context_of()
    assert opening.summarise(context, [], []) == ""
    one = "border-municipalities-dialogue"
    countries = context.edition.atlas.countries_of[one]
    assert opening.summarise(context, [one], countries) == "1 dialogue."


def test_no_row_names_the_town_that_the_page_is_about(context_of: NewContext) -> None:
    context = context_of()
    atlas = context.edition.atlas
    ids = newest_first(atlas.records, atlas.by_actor[TOWN])
    cells = re.findall(
        r'data-label="Partners">(.*?)</td>', str(table(context, ids, "", own=TOWN)), re.S
    )
    assert len(cells) == len(ids)
    assert not [cell for cell in cells if TOWN in cell]
    kardzhali = next(cell for cell in cells if "kardzhali" in cell)
    assert re.sub(r"<[^>]+>|\s+", " ", kardzhali).split() == [
        *("Municipality", "of", "Kardzhali", "Bulgaria")
    ]
    elsewhere = str(table(context, ids, ""))
    assert elsewhere.count(f"actors/{TOWN}/") == len(ids), "and the rows of other pages still do"


def test_a_place_with_an_authority_has_no_page_beside_it(context_of: NewContext) -> None:
    context = context_of()
    atlas = context.edition.atlas
    governed = {*atlas.authority_of}
    assert {"tangier", TOWN} <= governed < {*atlas.records.places}
    own = {page.id for page in pages.every_page(context, place)}
    assert own == {*atlas.records.places} - governed
    for page in every_page():
        for id_ in governed:
            assert f'places/{id_}/"' not in page.body, page.path


def test_the_page_of_a_town_has_what_that_of_its_place_had(context_of: NewContext) -> None:
    context = context_of()
    records = context.edition.atlas.records
    for id_, town in context.edition.atlas.town_of.items():
        html = str(actor.page(context, id_).body)
        for name in records.places[town].names.values():
            assert name in html.replace("&#39;", "’").replace("&#34;", '"') or "'" in name
        if records.places[town].geonames:
            assert f"geonames.org/{records.places[town].geonames}" in html


def test_cooperations_of_others_in_a_town_stand_apart(context_of: NewContext) -> None:
    context = context_of()
    atlas = context.edition.atlas
    other = next(id_ for id_ in atlas.records.cooperations if id_ not in atlas.by_actor[TOWN])
    here = tuple(sorted([*atlas.by_place[TOWN], other]))
    changed = replace(atlas, by_place={**atlas.by_place, TOWN: here})
    assert 'id="here"' not in actor.page(context, TOWN).body
    own, _, beside = str(actor.page(context_of(atlas=changed), TOWN).body).partition('id="here"')
    assert f'data-cooperation="{other}"' not in own
    assert re.findall(r'data-cooperation="([^"]+)"', beside) == [other]


def test_figures_begin_at_five_cooperations_and_no_heading_stands_over_nothing(
    context_of: NewContext,
) -> None:
    seen, atlas = set(), context_of().edition.atlas
    for page in every_page():
        html = str(page.body)
        assert not re.search(r"<h([2-6])[^>]*>[^<]*</h\1>\s*(<dl>\s*</dl>|</section>|$)", html), (
            page.path
        )
        if page.section in {"actors", "places", "countries", "themes", "goals"}:
            own = html.partition('id="here"')[0]
            counted = count(atlas, re.findall(r'<tr data-cooperation="([^"]+)"', own))
            assert ('id="figures"' in html) == (counted >= stats.FEWEST), page.path
            seen.add('id="figures"' in html)
    assert seen == {True, False}


@pytest.mark.parametrize("language", ["en", "nl", "fr", "ar"])
def test_every_partner_s_page_asks_for_what_is_missing_by_a_form_that_names_it(
    context_of: NewContext, language: str
) -> None:
    context = context_of(language)
    for kind in (actor, place, country):
        for page in pages.every_page(context, kind):
            links = re.search(r'class="atlas-asks">(.*?)</p>', str(page.body), re.S)
            assert links, page.path
            assert f"template=new-cooperation.{language}.yml" in links[1]
            assert page.body.count(f"template=correction.{language}.yml") >= 1, "at its foot"
            is_ended = f"template=ended.{language}.yml" in links[1]
            assert is_ended == ('id="cooperations"' in page.body)
    assert "atlas-asks" not in next(pages.every_page(context, theme)).body
