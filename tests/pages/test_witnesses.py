"""Where registers list the tie of a cooperation too, its page says who, and what they say of it."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

import pytest

from atlas.graph import relate
from atlas.graph.relate import Atlas
from atlas.model import Dates, EarlierForm, ListedTie
from atlas.model.vocabulary import Form
from atlas.pages import cooperation
from atlas.site import linked_data
from tests.pages.conftest import NewContext, listed_atlas

BOTH = "saint-josse-eskisehir"
ROW = {
    "id": "wikidata/eskisehir-saint-josse-ten-noode",
    "source": "wikidata",
    "pair": "eskisehir-saint-josse-ten-noode",
    "a": "eskisehir",
    "b": "saint-josse-ten-noode",
    "form": "twinning",
    "start": "2008",
    "stated_by": "both",
    "as_of": "2017-05",
}


def atlas_with(dates: dict[str, Any] | None = None, **said: Any) -> Atlas:
    """The atlas in which the cooperation has these dates, and the register says that of its tie."""
    records = listed_atlas().records
    known = Dates.model_validate(dates) if dates else None
    one = records.cooperations[BOTH].model_copy(update={"dates": known})
    tie = ListedTie.model_validate(ROW | said)
    return relate.relate(
        replace(
            records,
            cooperations={**records.cooperations, BOTH: one},
            ties={**records.ties, tie.id: tie},
        )
    )


class _Words(HTMLParser):
    """Gathers what a piece of a page says."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []

    def handle_data(self, data: str) -> None:
        self.said.append(data)


def section(html: str) -> str:
    return html.partition('aria-labelledby="listed-by">')[2].partition("</section>")[0]


def words(html: str) -> str:
    parser = _Words()
    parser.feed(section(html))
    return " ".join("".join(parser.said).split())


def test_a_register_that_lists_the_tie_too_is_named_with_its_date(context_of: NewContext) -> None:
    page = cooperation.page(context_of(atlas=listed_atlas()), BOTH)
    html, said = str(page.body), words(str(page.body))
    assert '<a href="../../sources/wikidata/">' in section(html)
    assert "as of May 2017 · Stated by both sides" in said
    assert "one tie with several witnesses" in said
    assert html.count('id="eskisehir-saint-josse-ten-noode"') == 1


def test_a_cooperation_that_no_register_lists_has_no_such_section(context_of: NewContext) -> None:
    page = cooperation.page(context_of(atlas=listed_atlas()), "saint-josse-kinshasa")
    assert "listed-by" not in page.body


@pytest.mark.parametrize(
    ("dates", "listed", "said"),
    [
        (None, {}, "Type: Twinning; here Friendship · Start: 2008; not recorded here"),
        (None, {"form": "friendship"}, "Type: Friendship, as here"),
        (None, {"form": None, "form_as_stated": "contact"}, "Type: contact; here Friendship"),
        (None, {"form": None}, "Type: not given"),
        (None, {"start": None}, "Start: not given"),
        ({"actual_start": "2009"}, {}, "Start: 2008; here 2009"),
        ({"actual_start": "2008"}, {}, "Start: 2008, as here"),
        ({"actual_start": "2008-05-07"}, {}, "Start: 2008, as here"),
        ({"actual_start": "2008"}, {"start": "2008-05"}, "Start: May 2008, as here"),
        ({"actual_start": {"earliest": "2007", "latest": "2009"}}, {}, "Start: 2008, as here"),
        ({"planned_start": "2008"}, {}, "Start: 2008; here planned: 2008"),
        (None, {"end": "2010"}, "End: 2010; not recorded here"),
        ({"actual_end": "2010-03"}, {"end": "2010"}, "End: 2010, as here"),
        ({"actual_end": "2011"}, {"end": "2010"}, "End: 2010; here 2011"),
    ],
)
def test_what_it_says_is_compared_with_what_is_known(
    context_of: NewContext, dates: dict[str, Any] | None, listed: dict[str, Any], said: str
) -> None:
    page = cooperation.page(context_of(atlas=atlas_with(dates, **listed)), BOTH)
    assert said in words(str(page.body))


def test_of_a_cooperation_of_several_towns_each_pair_is_named(context_of: NewContext) -> None:
    records = atlas_with().records
    one = records.cooperations[BOTH]
    further = one.parties[1].model_copy(update={"actor": "tangier"})
    parties = {"parties": [*one.parties, further]}
    pair = "saint-josse-ten-noode-tangier"
    ends = {"a": "saint-josse-ten-noode", "b": "tangier", "pair": pair, "id": f"wikidata/{pair}"}
    tie = ListedTie.model_validate(ROW | ends)
    atlas = relate.relate(
        replace(
            records,
            cooperations={**records.cooperations, BOTH: one.model_copy(update=parties)},
            ties={**records.ties, tie.id: tie},
        )
    )
    said = words(str(cooperation.page(context_of(atlas=atlas), BOTH).body))
    assert "Eskişehir – Saint-Josse-ten-Noode" in said
    assert "Saint-Josse-ten-Noode – Tangier" in said


def test_what_a_register_says_stays_text(context_of: NewContext) -> None:
    atlas = atlas_with(form=None, form_as_stated="<img src=x onerror=alert(1)> {field}")
    html = str(cooperation.page(context_of(atlas=atlas), BOTH).body)
    assert "<img" not in section(html)
    assert "{field}" in words(html)


@pytest.mark.parametrize("language", ["en", "nl", "fr", "ar"])
def test_the_section_speaks_the_language_of_the_page(context_of: NewContext, language: str) -> None:
    context = context_of(language, listed_atlas())
    said = words(str(cooperation.page(context, BOTH).body))
    assert context._("Who else lists it") in said
    assert not re.search(r"[{}]", said)


def test_programs_are_told_of_the_register_as_of_a_source(context_of: NewContext) -> None:
    context = context_of(atlas=listed_atlas())
    for id_, names in ((BOTH, ["Our towns", "Wikidata"]), ("saint-josse-kinshasa", ["Our towns"])):
        node: Any = linked_data.project(context.edition, id_)
        assert [one["name"] for one in node["subjectOf"]] == names


def test_a_form_that_it_had_before_is_no_contradiction(context_of: NewContext) -> None:
    atlas = atlas_with(form="friendship", start="1998")
    one = atlas.records.cooperations[BOTH]
    before = EarlierForm.model_validate({"form": "friendship", "since": "1998", "until": "2005"})
    changed = one.model_copy(update={"form": Form.TWINNING, "earlier_forms": [before]})
    atlas = relate.relate(replace(atlas.records, cooperations={BOTH: changed}))
    said = words(str(cooperation.page(context_of(atlas=atlas), BOTH).body))
    assert "Type: Friendship, as here before · Start: 1998, as here" in said
