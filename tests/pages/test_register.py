"""The page of a source that is a register says what it lists, whence, and what was left out."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

import pytest

from atlas.graph import relate
from atlas.graph.relate import Atlas
from atlas.model.registers import Register, Unsettled
from atlas.model.vocabulary.registers import Licence, Query, Refusal
from atlas.pages import source
from tests.pages.conftest import NewContext, listed_atlas


def atlas_with(unsettled: Unsettled, **said: object) -> Atlas:
    """The atlas in which this was left open of Wikidata, of which the register says that too."""
    records = listed_atlas().records
    one = records.registers["wikidata"].model_copy(update=said)
    return relate.relate(
        replace(
            records,
            registers={**records.registers, "wikidata": one},
            unsettled={"wikidata": unsettled},
        )
    )


def section(context_of: NewContext, id_: str, atlas: Atlas, language: str = "en") -> str:
    page = source.page(context_of(language, atlas), id_)
    return str(page.body).partition('aria-labelledby="register"')[2].partition("</section>")[0]


def facts(html: str) -> dict[str, str]:
    found = re.findall(r"<dt>(.*?)</dt><dd>(.*?)</dd>", html)
    return {label: unescape(re.sub(r"<[^>]+>", "", text)) for label, text in found}


def test_a_register_says_what_it_is_and_counts_what_came_of_it(context_of: NewContext) -> None:
    html = section(context_of, "wikidata", listed_atlas())
    said = facts(html)
    assert said["State of the list"] == "May 2017"
    assert said["Licence"] == "CC0-1.0"
    assert (said["Rows read"], said["Ties"], said["Places"]) == ("9", "7", "11")
    assert said["Listed here, not checked"] == "6 listed ties"
    assert said["Researched here too"] == "1 tie"
    assert 'href="../../about/#registers"' in html
    assert "publicdomain/zero" in html
    assert '<a href="../../countries/be/">Belgium</a>' in html


def test_what_was_left_out_and_asked_is_counted_by_reason(context_of: NewContext) -> None:
    unsettled = Unsettled({Refusal.COUNTRY_BLANK: 3, Refusal.SAME_PLACE: 1}, {Query.SAME_PLACE: 2})
    html = section(context_of, "wikidata", atlas_with(unsettled))
    text = re.sub(r"<[^>]+>", "", html)
    assert "3 · A country is missing." in text
    assert "1 · Both ends are the same place." in text
    assert "2 · Are these the same place?" in text
    assert "/blob/main/data/registers/wikidata/refused.csv" in html
    assert "/blob/main/data/registers/wikidata/questions.csv" in html


def test_where_nothing_is_open_that_is_said(context_of: NewContext) -> None:
    html = section(context_of, "wikidata", atlas_with(Unsettled()))
    assert "Nothing was left out." in html
    assert "No question is open." in html
    assert "refused.csv" not in html


@pytest.mark.parametrize("licence", Licence)
def test_every_licence_leads_to_its_text(context_of: NewContext, licence: Licence) -> None:
    html = section(context_of, "wikidata", atlas_with(Unsettled(), licence=licence))
    assert f'href="{licence.address}"' in html
    assert licence.address.startswith("https://")


def test_a_register_with_a_query_leads_to_it(context_of: NewContext) -> None:
    html = section(context_of, "wikidata", atlas_with(Unsettled(), query="ties.rq"))
    assert "/blob/main/data/registers/wikidata/ties.rq" in html
    assert "ties.rq" not in section(context_of, "wikidata", listed_atlas())


def test_a_source_that_is_no_register_has_no_such_part(context_of: NewContext) -> None:
    page = source.page(context_of(atlas=listed_atlas()), "town-pages")
    assert "atlas-register" not in page.body


@pytest.mark.parametrize("language", ["en", "nl", "fr", "ar"])
@pytest.mark.parametrize("id_", ["wikidata", "assembly"])
def test_it_is_said_in_every_language(context_of: NewContext, language: str, id_: str) -> None:
    html = section(context_of, id_, listed_atlas(), language)
    assert html
    assert not re.search(r"[{}]", re.sub(r"<[^>]+>", "", html))


def test_places_known_from_it_alone_are_counted_and_not_named_one_by_one(
    context_of: NewContext,
) -> None:
    body = str(source.page(context_of(atlas=listed_atlas()), "wikidata").body)
    assert "places/houffalize-be/" not in body


def test_a_register_is_read_with_what_was_left_open() -> None:
    records = listed_atlas().records
    assert isinstance(records.registers["wikidata"], Register)
    assert records.unsettled["wikidata"] == Unsettled(
        {Refusal.COUNTRY_BLANK: 1}, {Query.COUNTRY: 1}
    )
    assert records.unsettled["assembly"] == Unsettled({}, {})
