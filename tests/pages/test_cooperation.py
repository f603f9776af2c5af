"""The page of a cooperation: summary, four facts, then the rest; its status tells its age."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from atlas import pages
from atlas.model import Actor, Cooperation
from atlas.model.edtf_date import EdtfDate
from atlas.model.vocabulary import NoteKind, Rank
from atlas.pages import actor, cooperation, status
from tests.pages import small_atlas
from tests.pages.conftest import NewContext

TANGIER = "saint-josse-tangier"
AGES = {
    "en": "(6 years ago)",
    "nl": "(6 jaar geleden)",
    "fr": "(il y a 6 ans)",
    "ar": "(قبل 6 سنوات)",
}


def test_the_summary_comes_first_then_four_facts_then_all_else(context_of: NewContext) -> None:
    context = context_of()
    for page in pages.every_page(context, cooperation):
        html = str(page.body)
        facts = html.partition('class="atlas-facts"')[2].partition("</section>")[0]
        labels = re.findall(r"<dt>([^<]+)</dt>", facts)
        planned = "planned: " in facts
        since = "Start" if planned else "Since"
        assert labels[:4] == ["Partners", since, "Status", "Type"], page.path
        order = [html.index(f'id="{id_}"') for id_ in ("summary", "facts", "parties", "sources")]
        assert order == sorted(order)
        assert "<q" not in facts, "the words of a source are folded"
        shown = re.sub(r"<details.*?</details>", "", html, flags=re.S)
        assert "OECD DAC sectors" not in shown


@pytest.mark.parametrize(
    ("dates", "said"),
    [
        ({"actual_start": "2014", "planned_start": "2013"}, "<dt>Since</dt><dd>2014</dd>"),
        ({"planned_start": "2027"}, "<dt>Start</dt><dd>planned: 2027</dd>"),
        ({}, '<dt>Since</dt><dd><span class="atlas-unknown">not recorded</span></dd>'),
    ],
)
def test_nothing_is_since_a_day_that_was_only_planned(
    context_of: NewContext, dates: dict[str, str], said: str
) -> None:
    record = small_atlas.cooperation("tie", "hill-town", "dale-town", dates=dates)
    html = str(cooperation.page(context_of("en", small_atlas.atlas(record)), "tie").body)
    assert said in re.sub("</?time[^>]*>", "", html)


@pytest.mark.parametrize(("language", "age"), AGES.items())
def test_a_status_tells_its_month_and_its_age(
    context_of: NewContext, language: str, age: str
) -> None:
    context = context_of(language)
    record = context.edition.atlas.records.cooperations[TANGIER]
    context.site = replace(context.site, today=date(2026, 11, 29))
    said = status.describe_status(context, record)
    assert '<time datetime="2020-12-17">' in said
    assert age in said
    assert "17" not in re.sub(r"<[^>]+>", "", said)
    assert "&lt;" not in said


@pytest.mark.parametrize(
    ("since", "today", "years"),
    [
        ("2020-12-17", date(2026, 11, 29), 6),
        ("2020-12-17", date(2020, 12, 18), 0),
        ("2020-12-17", date(2021, 5, 31), 0),
        ("2020-12-17", date(2021, 11, 30), 0),
        ("2020-12-17", date(2021, 12, 1), 1),
        ("2020-12-17", date(2022, 5, 31), 1),
        ("2020-12-17", date(2022, 6, 1), 2),
        ("2020", date(2021, 1, 1), 1),
        ("2024-12", date(2026, 1, 1), 1),
        ("2014", date(2026, 1, 1), 12),
        ("2014", date(2026, 12, 31), 12),
        ("2030", date(2026, 12, 31), -4),
    ],
)
def test_an_age_changes_with_the_months_not_with_the_days(
    since: str, today: date, years: int
) -> None:
    assert status.count_years(EdtfDate.parse(since), today) == years


def test_without_a_day_of_the_build_no_age_is_told(context_of: NewContext) -> None:
    context = context_of()
    record = context.edition.atlas.records.cooperations[TANGIER]
    assert "ago" not in status.describe_status(context, record)


def test_the_status_points_to_later_evidence(context_of: NewContext) -> None:
    context = context_of()
    record = context.edition.atlas.records.cooperations[TANGIER]
    claim = next(one for one in record.claims if one.field == "status")

    def pointer(as_of: str | None, **changes: object) -> tuple[str, str] | None:
        moment = EdtfDate.parse(as_of) if as_of else None
        changed = claim.model_copy(update={"as_of": moment, **changes})
        claims = [record.claims[0], changed]
        found = status.point_to_later(context, record.model_copy(update={"claims": claims}))
        return (found.text, found.anchor) if found else None

    assert pointer("2022") == ("Later evidence: 2022", "claim-2")
    assert pointer("2021-03-04") == ("Later evidence: March 2021", "claim-2")
    assert pointer(None) == ("What another source says of it", "claim-2")
    assert pointer(None, source=record.status.source) is None
    assert pointer("2019", field="results") is None
    assert pointer("2022", rank=Rank.DEPRECATED) is None, "which the record turns down"


def test_the_status_leads_to_the_claim_that_is_later(context_of: NewContext) -> None:
    body = str(cooperation.page(context_of(), TANGIER).body)
    anchor = re.search(r'class="atlas-later" href="#([^"]+)"', body)
    assert anchor
    assert f'<li id="{anchor[1]}" class="atlas-claim-' in body


def test_what_is_left_out_on_purpose_is_not_said_on_every_page(context_of: NewContext) -> None:
    context = context_of()
    records = context.edition.atlas.records
    remarked: list[Cooperation | Actor] = [*records.cooperations.values(), *records.actors.values()]
    left_out = [
        note for record in remarked for note in record.notes if note.kind is NoteKind.OMISSION
    ]
    assert left_out
    for page in pages.every_page(context, cooperation, actor):
        assert not any(str(context.edition.text(note.text)) in page.body for note in left_out)
