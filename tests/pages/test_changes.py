"""What changed is told on the page Changes, at the foot of each record and in its citation."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from html import unescape

import pytest

from atlas.files.git_revisions import Revision
from atlas.graph.delta import TIER, Change, Delta, Turn
from atlas.graph.facts import TIERS, fields_of
from atlas.graph.relate import Atlas
from atlas.pages import changes, field_words, page_footer, record_history
from atlas.pages.page import PageContext
from tests.pages import small_atlas
from tests.pages.conftest import NewContext

ATLAS = small_atlas.atlas(
    small_atlas.cooperation("a", "hill-town", "dale-town", title={"en": "A <b>"}),
    small_atlas.cooperation("b", "hill-town", "dale-town", previous_ids=["old-b"]),
)
CHANGED = (
    Change("cooperations", "a", Turn.CHANGED, ("dates", "sources")),
    Change("cooperations", "gone", Turn.REMOVED, reason="privacy"),
    Change("cooperations", "lost", Turn.REMOVED),
    Change("cooperations", "old-b", Turn.RENAMED, into="b"),
    Change("ties", "wikidata/x-y", Turn.ADDED),
    Change("ties", "wikidata/x-z", Turn.REMOVED),
)
DELTA = Delta("2026.1", "2026-11-30", {f"{one.kind}/{one.id}": one for one in CHANGED})
REVISIONS = {
    "cooperations/a": (
        Revision(date(2026, 5, 12), ("dates", "sources")),
        Revision(date(2026, 3, 3), is_first=True),
    ),
    "cooperations/taken-out": (Revision(date(2026, 6, 1), ("dates",)),),
    "places/hill": (Revision(date(2026, 6, 1), ("names",)),),
}


@pytest.fixture
def context(context_of: NewContext) -> PageContext:
    return with_history(context_of("en", ATLAS))


def with_history(context: PageContext, delta: Delta | None = DELTA) -> PageContext:
    return replace(context, site=replace(context.site, revisions=REVISIONS, delta=delta))


def foot(context: PageContext, id_: str) -> str:
    return unescape(str(page_footer.footer(context, "cooperations", id_, "T", [id_])))


@pytest.mark.parametrize("kind", TIERS)
def test_every_field_has_a_word(kind: str) -> None:
    assert {*fields_of(kind), "previous_ids", TIER} <= field_words.WORDS.keys()


def test_several_fields_have_one_word(context: PageContext) -> None:
    said = field_words.join(context, ("title", "title_as_stated", "dates", "unheard-of"))
    assert said == "name and dates"


def test_a_record_tells_its_history(context: PageContext) -> None:
    found = record_history.find(context, "cooperations", "a")
    assert found
    assert [(str(one.day), one.said) for one in found.entries] == [
        ("12 May 2026", "Changed: dates and sources"),
        ("3 March 2026", "Added"),
    ]
    assert found.since == "Changed since version 2026.1 of 30 November 2026: dates and sources"


def test_one_that_was_renamed_says_so(context: PageContext) -> None:
    found = record_history.find(context, "cooperations", "b")
    assert found
    assert found.since == "Renamed since version 2026.1 of 30 November 2026"


def test_one_of_which_nothing_is_known_says_nothing(context: PageContext) -> None:
    plain = replace(context, site=replace(context.site, revisions={}, delta=None))
    assert record_history.find(plain, "cooperations", "a") is None
    assert "<details" not in foot(plain, "a")


def test_what_is_no_record_has_no_history(context: PageContext) -> None:
    assert record_history.find(context, "countries", "BE") is None


def test_a_listed_place_has_none_either(context_of: NewContext, listed: Atlas) -> None:
    place = min(listed.records.listed_places)
    assert record_history.find(with_history(context_of("en", listed)), "places", place) is None


@pytest.fixture
def listed() -> Atlas:
    from tests.pages.conftest import listed_atlas

    return listed_atlas()


def test_a_citation_names_the_version_that_says_just_the_same(context: PageContext) -> None:
    same = foot(with_history(context, replace(DELTA, changes={})), "a")
    assert "Atlas, version 2026.1 of 30 November 2026. https" in same
    assert 'data-version="2026-11-30" data-edition="2026.1"' in same
    assert "Unchanged since version 2026.1 of 30 November 2026" in same


def test_a_citation_of_what_has_changed_since_names_none(context: PageContext) -> None:
    changed = foot(context, "a")
    assert "Atlas, 1 January 2026. https" in changed
    assert 'data-version="2026-01-01"' in changed
    assert "data-edition" not in changed


def test_the_page_tells_both_tiers_apart(context: PageContext) -> None:
    html = str(changes.body(context))
    researched, listed = html.split('<section aria-labelledby="listed">')
    assert _count(researched, "Cooperations") == [0, 1, 1, 2]
    assert _count(listed.split("</section>")[0], "Listed ties") == [1, 0, 0, 1]
    assert "wikidata/x-y" not in html, "listed ties are counted, and named in the file"


def _count(html: str, kind: str) -> list[int]:
    row = re.search(rf'<tr><th scope="row">{kind}</th>(.*?)</tr>', html)
    assert row
    return [int(one) for one in re.findall(r">(\d+)<", row[1])]


def test_the_page_names_what_was_changed_renamed_and_taken_out(context: PageContext) -> None:
    html = str(changes.body(context))
    assert '<a href="../../cooperations/a/">A &lt;b&gt;</a> · dates and sources</li>' in html
    assert "· formerly old-b</li>" in html
    privacy = "This protects someone’s privacy."
    assert f'<a href="../../cooperations/gone/">gone</a> · {privacy}</li>' in html
    assert "<li><bdi>lost</bdi></li>" in html


def test_the_last_changes_stand_first_and_only_those_of_what_is_there(
    context: PageContext,
) -> None:
    found = [(one.ref.id, str(one.day), one.said) for one in changes.latest(context)]
    assert found == [
        ("a", "12 May 2026", "Changed: dates and sources"),
        ("a", "3 March 2026", "Added"),
    ]


def test_before_the_first_version_nothing_is_compared(context: PageContext) -> None:
    html = str(changes.body(with_history(context, None)))
    assert "No version has been released yet" in html
    assert "12 May 2026" in html
    assert "delta.json" not in html


def test_long_lists_say_how_many_more_there_are(
    context: PageContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(changes, "MOST_NAMES", 1)
    assert "And 1 more." in str(changes.body(context))
