"""Home says what the atlas is for, shows its range, how much it holds and what changed last."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from atlas.graph.relate import Atlas, relate
from atlas.pages import coverage, examples, home
from tests.pages.conftest import NewContext, listed_atlas
from tests.pages.small_atlas import atlas, cooperation

HILL, DALE, MOOR, WEIR = "hill-town", "dale-town", "moor-town", "weir-town"
LATER = [{"field": "status", "text": {"en": "Goes on."}, "source": "s", "as_of": "2022"}]


def _status(code: str, as_of: str | None = None) -> dict[str, Any]:
    return {"status": {"code": code, "as_of": as_of, "evidence": {"en": "Seen."}}}


def _cards(html: str) -> list[str]:
    listed = html[html.index('class="atlas-cards"') :]
    return listed[: listed.index("</ul>")].split("<li>")[1:]


@pytest.fixture
def varied() -> Atlas:
    return atlas(
        cooperation("a-twinning", HILL, DALE, **_status("implementation", "2020")),
        cooperation("b-later", HILL, DALE, **_status("implementation", "2020"), claims=LATER),
        cooperation("c-ended-undated", MOOR, WEIR, form="mission", **_status("closed")),
        cooperation("d-ended", HILL, DALE, form="workshop", **_status("closed", "2019")),
        cooperation("e-ended-twinning", MOOR, WEIR, **_status("closed", "2019")),
        cooperation("f-network-here", HILL, "league", form="network", **_status("unknown", "2021")),
        cooperation("g-network", WEIR, "forum", form="network", **_status("unknown", "2018")),
    )


def test_examples_show_the_range(varied: Atlas) -> None:
    """A tie with later evidence, an end of another form, and a network of other countries."""
    assert examples.choose_cooperations(varied) == ["b-later", "d-ended", "g-network"]


@pytest.mark.parametrize("number", [0, 1, 2, 4])
def test_there_are_as_many_examples_as_there_can_be(number: int) -> None:
    few = atlas(*(cooperation(f"c{at}", HILL, DALE) for at in range(number)))
    assert len({*examples.choose_cooperations(few)}) == min(number, 3)


def test_an_example_says_what_it_is_and_of_when_that_is(
    context_of: NewContext, varied: Atlas
) -> None:
    first, second, third = _cards(str(home.body(context_of("en", varied))))
    assert "Twinning" in first
    assert "Later evidence: 2022" in first
    assert '<time datetime="2019">2019</time>' in second
    assert '<time datetime="2018">2018</time>' in third
    assert all(one.count("They work together.") == 1 for one in (first, second, third))


@pytest.mark.parametrize(
    ("summary", "sentence"),
    [
        ("Hill and Dale are twin towns, and their schools write. They met.", "schools write."),
        ("St. Hill and Dale meet each year on the market square. And more.", "market square."),
        ("Short. The second sentence ends the first that is long enough. Third.", "long enough."),
        ("No stop at all in what is said of it here", "of it here"),
        ("word " * 200, "word …"),
    ],
)
def test_an_example_is_told_in_a_sentence(
    context_of: NewContext, summary: str, sentence: str
) -> None:
    told = atlas(cooperation("one", HILL, DALE, summary={"en": summary}))
    (card,) = _cards(str(home.body(context_of("en", told))))
    assert f"{sentence}</p>" in card


def test_what_a_machine_translated_is_marked_among_the_examples(context_of: NewContext) -> None:
    html = str(home.body(context_of("fr")))
    mark = html.index("Ces textes ont été traduits par une machine")
    assert html.index('id="examples"') < mark < html.index("atlas-cards")
    assert "atlas-notice" not in home.body(context_of("en"))


def test_names_to_search_for_are_of_two_countries_a_theme_and_a_third(
    context_of: NewContext,
) -> None:
    records = atlas(
        cooperation("a", HILL, DALE, themes=["health"]),
        cooperation("b", HILL, MOOR),
        cooperation("c", HILL, WEIR),
        cooperation("d", DALE, MOOR),
        cooperation("e", "union", "forum"),
    )
    names = examples.choose_names(context_of("en", records))
    assert [one.path for one in names] == [
        "actors/hill-town/",
        "actors/dale-town/",
        "themes/health/",
        "countries/tr/",
    ]
    assert examples.choose_names(context_of("en", atlas())) == []


def test_the_search_comes_first_and_needs_no_script(context_of: NewContext) -> None:
    html = str(home.body(context_of("ar")))
    form = html.index('<form class="atlas-ask" role="search" action="../../search/"')
    assert form < html.index('name="q"') < html.index("<svg") < html.index('id="examples"')


def test_the_last_changes_are_named_the_last_first(context_of: NewContext, varied: Atlas) -> None:
    context = context_of("en", varied)
    days = {"a-twinning": 3, "g-network": 9, "d-ended": 9, "c-ended-undated": 5}
    changes = {
        f"cooperations/{id_}": datetime(2026, 5, day, tzinfo=UTC) for id_, day in days.items()
    }
    context.site = replace(context.site, changes=changes)
    html = str(home.body(context))
    part = html[html.index('id="changes"') :]
    assert re.findall(r"cooperations/([a-z-]+)/", part)[:3] == [
        "d-ended",
        "g-network",
        "c-ended-undated",
    ]
    assert '<time datetime="2026-05-09">9 May 2026</time>' in part
    assert 'href="feed.atom"' in part


def test_nothing_empty_stands_on_the_home_page_of_an_atlas_without_records(
    context_of: NewContext,
) -> None:
    html = str(home.body(context_of("en", atlas())))
    assert re.findall(r"<h2[^>]*>([^<]*)", html) == [
        "How much the atlas holds, and whose",
        "Countries",
        "Figures",
    ]
    assert "issues/new?template=new-cooperation" in html


def test_reviews_of_one_day_are_one_line(context_of: NewContext) -> None:
    kept = {"review": {"last_verified": "2025-03-01"}}
    records = atlas(
        *(cooperation(f"c{at}", HILL, DALE) for at in range(coverage.MOST_NAMES + 2)),
        cooperation("early", HILL, DALE, **kept),
    )
    html = str(coverage.body(context_of("en", records)))
    reviews = html.partition('id="reviews"')[2]
    assert re.findall(r"<summary>(.*?)</summary>", reviews) == [
        "1 March 2027: 1 record, checked against its sources on 1 March 2025",
        "1 January 2028: 102 records, checked against their sources on 1 January 2026",
    ]
    assert reviews.count("<li>") == 1 + coverage.MOST_NAMES
    assert "And 2 more." in html


@pytest.mark.parametrize("language", ["en", "ar"])
def test_what_registers_list_is_counted_apart(context_of: NewContext, language: str) -> None:
    """Figures are those of what is researched, whatever registers list beside it."""
    listing = listed_atlas()
    alone = replace(listing.records, ties={}, listed_places=frozenset(), registers={})
    known = listing.records.listed_places
    places = {id_: one for id_, one in alone.places.items() if id_ not in known}
    without = relate(replace(alone, places=places))
    figures, others = _totals(str(home.body(context_of(language, listing))))
    same, nothing = _totals(str(home.body(context_of(language, without))))
    assert (figures, nothing) == (same, [])
    if language == "en":
        assert [*re.findall(r">(\d+ [^<]+)<", others[0])] == [
            *("7 listed ties (1 ended)", "10 places")
        ]
        assert "Find your town" in others[0]


def _totals(html: str) -> tuple[list[str], list[str]]:
    """The totals of what is researched, with the list of countries; and those of the listed."""
    totals = re.findall(r'(?s)<ul class="atlas-totals[^>]*>(.*?)</ul>', html)
    countries = re.search(r'(?s)<section aria-labelledby="by-country">(.*?)</ul>', html)
    assert countries
    return [totals[0], countries[1]], totals[1:]
