"""Lists say in words how each cooperation stands, figures what they count, in every language."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from html import unescape
from typing import Any

import pytest

from atlas.graph.relate import Atlas
from atlas.graph.tally import tally
from atlas.model import Cooperation
from atlas.pages import (
    actor,
    country,
    coverage,
    home,
    opening,
    overview,
    section_indexes,
    status,
    tallies,
    theme,
)
from atlas.pages import place as place_pages
from atlas.pages.page import PageContext
from atlas.site.cards import content
from tests.pages.conftest import NewContext
from tests.pages.small_atlas import atlas, cooperation

HILL, DALE, MOOR, WEIR = "hill-town", "dale-town", "moor-town", "weir-town"
TODAY = date(2026, 6, 15)


def of(id_: str, code: str = "unknown", *, dates: Any = None, **status_fields: Any) -> Cooperation:
    given = {"code": code, "evidence": {"en": "."}, **status_fields}
    return cooperation(id_, HILL, DALE, status=given, dates=dates)


def leaving(id_: str, **fields: Any) -> Cooperation:
    """Hill left it in 2014; Dale and Weir are still there."""
    parties = [
        {"actor": HILL, "roles": ["partner"], "until": "2014"},
        *({"actor": one, "roles": ["partner"]} for one in (DALE, WEIR)),
    ]
    return cooperation(id_, parties=parties, **fields)


def today(context: PageContext) -> PageContext:
    context.site = replace(context.site, today=TODAY)
    return context


def text_of(html: object) -> str:
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", str(html))))


def states(html: object, table: str = "table") -> dict[str, tuple[str, str]]:
    """For each row of a table its state, and what its last cell says."""
    part = str(html).partition(f'id="{table}"')[2].partition("</table>")[0]
    rows = re.findall(
        r'<tr data-cooperation="([^"]+)" data-state="([^"]+)">.*?'
        r'data-label="Status"[^>]*>(.*?)</td>',
        part,
        re.S,
    )
    return {id_: (state, text_of(cell).strip()) for id_, state, cell in rows}


EVERY = (
    of("closed", "closed", dates={"actual_end": "2015"}),
    of("over", "closed"),
    of("given-up", "cancelled", dates={"actual_end": "2016-03"}),
    of("paused", "suspended", since="2022"),
    of("asleep", "dormant"),
    of("plan", "pipeline"),
    of("listed", "implementation", as_of="2020-12"),
)


def test_a_row_says_in_words_how_it_stands(context_of: NewContext) -> None:
    found = states(country.page(today(context_of("en", atlas(*EVERY))), "BE").body)
    assert found == {
        "closed": ("ended", "Closed in 2015"),
        "over": ("ended", "Closed"),
        "given-up": ("ended", "Cancelled in March 2016"),
        "paused": ("paused", "Suspended since 2022"),
        "asleep": ("paused", "Dormant"),
        "plan": ("planned", "Planned"),
        "listed": ("ongoing", "Listed as active December 2020 · 6 years ago"),
    }


def test_on_the_page_of_who_left_it_has_ended_and_on_others_it_has_not(
    context_of: NewContext,
) -> None:
    context = context_of("en", atlas(leaving("one"), of("two")))
    gone, stays = ("ended", "Left: 2014 · Unknown"), ("ongoing", "Unknown")
    assert states(actor.page(context, HILL).body) == {"one": gone, "two": stays}
    assert states(country.page(context, "BE").body) == {"one": gone, "two": stays}
    assert states(actor.page(context, DALE).body)["one"] == stays
    assert states(country.page(context, "TR").body) == {"one": stays}
    assert "2 twinnings (1 ended) with" in str(country.page(context, "BE").body)
    assert "2 twinnings with" in str(country.page(context, "MA").body)


def test_a_place_without_an_authority_knows_who_left(context_of: NewContext) -> None:
    records = atlas(leaving("one", locations=["moor"]), leaving("two"))
    wide = replace(records, by_place={**records.by_place, "hill": ("one", "two")})
    found = states(place_pages.page(context_of("en", wide), "hill").body)
    assert found == dict.fromkeys(("one", "two"), ("ended", "Left: 2014 · Unknown"))


def test_a_table_can_be_narrowed_where_there_is_something_of_both_kinds(
    context_of: NewContext,
) -> None:
    def switch(*records: Cooperation) -> str:
        html = str(country.page(context_of("en", atlas(*records)), "BE").body)
        return text_of(
            html.partition('<fieldset class="atlas-when">')[2].partition("</fieldset")[0]
        )

    both = "Show Ever: planned and ended ones too Now: what is not known to have ended"
    assert switch(of("a"), of("b", "closed")).strip() == both
    assert switch(of("a"), of("b", "pipeline")).strip() == both
    assert switch(of("a"), leaving("b")).strip() == both
    assert switch(of("a"), of("b", "suspended")) == ""
    assert switch(of("a", "closed"), of("b", "cancelled")) == ""


def test_a_row_says_what_it_is_a_part_of(context_of: NewContext) -> None:
    part = cooperation("part", HILL, DALE, part_of="whole")
    html = country.page(context_of("en", atlas(cooperation("whole", HILL, DALE), part)), "BE").body
    assert "part of Of hill-town and dale-town (whole)" in text_of(html)


SAID = {
    "en": "1 cooperation (1 ended), 1 part of them, 1 network membership",
    "nl": "1 samenwerking (1 beëindigd), 1 onderdeel ervan, 1 lidmaatschap van een netwerk",
    "fr": "1 coopération (1 terminée), 1 de leurs volets, 1 adhésion à un réseau",
    "ar": "علاقة تعاون واحدة (واحدة منتهية)، جزء واحد منها، عضوية واحدة في شبكة",
}


def counted_apart() -> Atlas:
    closed = {"code": "closed", "evidence": {"en": "."}}
    return atlas(
        cooperation("whole", HILL, DALE, status=closed, themes=["health"]),
        cooperation("part", HILL, DALE, part_of="whole", themes=["health"]),
        cooperation("member", HILL, "forum", form="network-membership", themes=["health"]),
    )


@pytest.mark.parametrize(("language", "said"), SAID.items())
def test_figures_say_what_they_count_in_every_language(
    context_of: NewContext, language: str, said: str
) -> None:
    context = context_of(language, counted_apart())
    ids = [*context.edition.atlas.records.cooperations]
    assert tallies.count_all(context.edition, ids) == said
    assert said in str(section_indexes.cooperations(context)), "above the list"
    one = said.partition(",")[0].partition("،")[0]
    pages = [
        home.body(context),
        coverage.body(context),
        overview.body(context),
        country.page(context, "BE").body,
        section_indexes.front(context, "countries"),
        section_indexes.front(context, "themes"),
        section_indexes.front(context, "actors"),
        section_indexes.front(context, "places"),
    ]
    for number, html in enumerate(pages):
        words = opening_of(context) if number == 3 else one
        assert words in str(html), number


def opening_of(context: PageContext) -> str:
    """The sentence of a country, whose one type stands for «cooperation»."""
    ids = context.edition.atlas.by_country["BE"]
    return opening.summarise(context, ids, ["BE"])


def test_a_sentence_says_how_many_of_one_type_have_ended(context_of: NewContext) -> None:
    assert opening_of(context_of("en", counted_apart())) == (
        "1 twinning (1 ended) with partners in 1 country. "
        "Counted apart: 1 part of them and 1 network membership."
    )


def test_memberships_alone_are_counted_as_such(context_of: NewContext) -> None:
    context = context_of("en", counted_apart())
    assert tallies.count(context.edition, ["member"]) == "1 network membership"
    assert tallies.count(context.edition, []) == "0 cooperations"
    html = section_indexes.front(context, "actors")
    assert "1 network membership" in text_of(html)


def test_a_card_counts_what_its_page_counts(context_of: NewContext) -> None:
    context = context_of("en", counted_apart())
    counted = set()
    for subject in content.subjects(context):
        facts = [one.text for one in content.card(context.edition, subject, "Atlas", "").facts]
        if "1 cooperation (1 ended)" in facts:
            counted.add((subject.section, subject.id))
    assert {("", ""), ("countries", "BE"), ("themes", "health")} <= counted


def test_a_theme_counts_a_tie_once(context_of: NewContext) -> None:
    html = theme.page(context_of("en", counted_apart()), "health").body
    assert len(states(html)) == 3
    found = tally(counted_apart(), ["whole", "part", "member"])
    assert (len(found.cooperations), found.parts, found.memberships) == (1, ("part",), ("member",))


AGED = {
    "en": "4 years ago: nothing newer is known",
    "nl": "4 jaar geleden: niets recenters bekend",
    "fr": "il y a 4 ans : rien de plus récent n’est connu",
    "ar": "قبل 4 سنوات: لا يُعرف ما هو أحدث",
}


@pytest.mark.parametrize(("language", "said"), AGED.items())
def test_old_evidence_is_said_to_be_old(context_of: NewContext, language: str, said: str) -> None:
    old = cooperation(
        "x",
        HILL,
        DALE,
        form="pilot",
        status={"code": "implementation", "as_of": "2022", "evidence": {"en": "."}},
    )
    context = today(context_of(language, atlas(old)))
    assert f"({said})" in text_of(status.describe_status(context, old))
    assert said in text_of(country.page(context, "BE").body)


def test_what_a_claim_says_later_is_the_last_evidence(context_of: NewContext) -> None:
    claims = [{"field": "status", "text": {"en": "."}, "source": "s", "as_of": "2014-05"}]
    seen = {"code": "implementation", "as_of": "2010", "evidence": {"en": "."}}
    one = cooperation("x", HILL, DALE, status=seen, claims=claims)
    context = today(context_of("en", atlas(one)))
    assert status.describe_age(context, one) == (
        "last evidence May 2014, 12 years ago: nothing newer is known"
    )
    newer = cooperation("x", HILL, DALE, status=seen, claims=[{**claims[0], "as_of": "2020"}])
    assert status.describe_age(context, newer) == "16 years ago"


def test_coverage_counts_old_evidence_and_names_it(context_of: NewContext) -> None:
    found = atlas(
        *(of(f"old-{at}", "implementation", as_of="2012") for at in range(2)),
        of("fresh", "implementation", as_of="2025"),
        of("undated", "implementation"),
        of("ended", "closed", as_of="1999"),
    )
    html = str(coverage.body(today(context_of("en", found))))
    part = html.partition('aria-labelledby="evidence"')[2].partition("</section>")[0]
    assert text_of(part.partition("<tbody>")[2].partition("</tbody>")[0]).split() == [
        *("Twinning", "after", "10", "years", "4", "2", "1")
    ]
    assert re.findall(r"<summary>(.*?)</summary>", part) == [
        "2 records with old evidence, of which nothing newer is known",
        "1 record without dated evidence",
    ]
    assert re.findall(r"cooperations/([^/]+)/", part) == ["old-0", "old-1", "undated"]


def test_the_rule_stands_on_the_page_about(context_of: NewContext) -> None:
    said = text_of(section_indexes.forms(context_of()))
    assert "that call it a twinning. Evidence is old after 10 years." in said
    assert "prepare or follow up a cooperation. Its evidence does not age." in said


def test_the_chart_of_beginnings_says_what_stands_in_no_bar(context_of: NewContext) -> None:
    began = [of(f"b{at}", "closed", dates={"actual_start": "2014"}) for at in range(5)]
    found = atlas(
        *began,
        of("between", dates={"actual_start": {"earliest": "2014", "latest": "2016"}}),
        of("plan", "pipeline", dates={"planned_start": "2030"}),
        of("undated"),
    )
    said = text_of(overview.body(context_of("en", found)))
    assert (
        "The year of the start is known for 5 of 8 cooperations, from 2014 to 2014. 1 more began "
        "in one year or another, and stands in no bar. 1 is planned, and not among them. 5 of "
        "those in the bars have ended."
    ) in said
    assert "Counted: 8 cooperations (1 planned, 5 ended)." in said
