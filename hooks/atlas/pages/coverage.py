"""The coverage page: how complete the records are, per country, theme and language."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from atlas.graph.beginnings import start_of
from atlas.graph.edition import Date, Ref
from atlas.model import Cooperation
from atlas.model.cooperation import REVIEW_EVERY, review_due
from atlas.model.evidence_age import is_old, latest_evidence
from atlas.model.vocabulary import Form, State, Translation
from atlas.pages import concentration, country, facts, page_footer, tallies, totals
from atlas.pages.page import PageContext, sort_by_name

MOST_DAYS = 25
"""Days on the list of reviews, the first due first."""

MOST_NAMES = 100
"""Cooperations that are named of those due on one day."""


@dataclass(frozen=True, slots=True)
class _FormAge:
    """A form, after how many years its evidence is old, and what there is of it that has not ended:
    how many records, how many of them with old evidence, and how many with none that is dated."""

    form: Form
    years: int
    records: int
    old: int
    undated: int


@dataclass(frozen=True, slots=True)
class _ReviewDay:
    """A day on which reviews are due, of cooperations that were checked on one day."""

    due: Date
    verified: Date
    count: int
    refs: list[Ref]


def body(context: PageContext) -> Markup:
    """The tables of the coverage page."""
    edition, atlas, today = context.edition, context.edition.atlas, context.site.today
    unended = [*_unended(context)]
    return context.render(
        "coverage.html",
        headings=[
            context._("Start"),
            context._("Dated evidence"),
            context._("All partners on the map"),
            context._("Address of a source"),
            context._("All languages"),
        ],
        countries=[
            _line(context, ref, atlas.by_country.get(ref.id, ()))
            for ref in country.refs(context)
            if ref.id in atlas.by_country or ref.id not in atlas.listed.by_country
        ],
        listed=_count_listed(context),
        counted=tallies.sum_up(edition, atlas.records.cooperations),
        listed_ties=len(atlas.listed.unresearched),
        totals=totals.compare(context),
        themes=[
            _line(context, ref, atlas.by_theme.get(ref.id, ()))
            for ref in sort_by_name(map(edition.theme, atlas.records.themes))
        ],
        ages=_age_forms(context),
        old=_name(context, (one for one in unended if is_old(one, today))),
        undated=_name(context, (one for one in unended if not latest_evidence(one, today))),
        most=MOST_NAMES,
        languages=[_language(context, language.code) for language in edition.languages],
        reviews=_plan_reviews(context),
        years=REVIEW_EVERY,
        whose=concentration.describe(context, tuple(atlas.records.cooperations)),
        trust=page_footer.footer(
            context, "coverage", "", context._("What is on record"), [*atlas.records.cooperations]
        ),
    )


def _count_listed(context: PageContext) -> list[tuple[Ref, int]]:
    """The countries of listed ties, each with how many these are."""
    listed = context.edition.atlas.listed.by_country
    return [(ref, len(listed[ref.id])) for ref in country.refs(context) if ref.id in listed]


def _line(
    context: PageContext, ref: Ref, cooperations: Sequence[str]
) -> tuple[Ref, int, list[int]]:
    """A country or theme, its cooperations, and how many of them have what each heading says."""
    atlas = context.edition.atlas
    records = [atlas.records.cooperations[id_] for id_ in cooperations]
    codes = [language.code for language in context.edition.languages]
    tests = (
        (start_of(one) is not None for one in records),
        (one.status.as_of is not None for one in records),
        (all(atlas.pins_of_actor[party.actor] for party in one.parties) for one in records),
        (any(atlas.records.sources[c.source].url for c in one.sources) for one in records),
        (all(_is_in(one, code) for code in codes) for one in records),
    )
    return ref, len(records), [sum(test) for test in tests]


def _unended(context: PageContext) -> Iterator[Cooperation]:
    """What has not ended as far as is known; what has does not age."""
    for one in context.edition.atlas.records.cooperations.values():
        if one.status.code.state is not State.ENDED:
            yield one


def _age_forms(context: PageContext) -> list[_FormAge]:
    """How old the evidence is, form by form."""
    found: dict[Form, list[Cooperation]] = defaultdict(list)
    for one in _unended(context):
        found[one.form].append(one)
    today = context.site.today
    return [
        _FormAge(
            form,
            form.evidence_years,
            len(found[form]),
            sum(is_old(one, today) for one in found[form]),
            sum(latest_evidence(one, today) is None for one in found[form]),
        )
        for form in Form
        if form in found
    ]


def _name(context: PageContext, records: Iterable[Cooperation]) -> list[Ref]:
    return sort_by_name(context.edition.cooperation(one.id) for one in records)


def _is_in(record: Cooperation, code: str) -> bool:
    return all(code in texts for texts in facts.every_text(record))


def _language(context: PageContext, code: str) -> tuple[str, Counter[Translation | None], int]:
    """A language, how the texts of those cooperations came about that have all of them in it, and
    how many have not."""
    records = context.edition.atlas.records.cooperations.values()
    ways = Counter(one.translations.get(code) for one in records if _is_in(one, code))
    return context.edition.language.language_name(code), ways, len(records) - ways.total()


def _plan_reviews(context: PageContext) -> list[_ReviewDay]:
    """The days on which reviews are due, the first of them, each with its cooperations."""
    edition = context.edition
    records = edition.atlas.records.cooperations
    due: dict[tuple[date, date], list[str]] = defaultdict(list)
    for id_, record in records.items():
        due[review_due(record), record.review.last_verified].append(id_)
    return [
        _ReviewDay(
            due=edition.day(day),
            verified=edition.day(verified),
            count=len(due[day, verified]),
            refs=sort_by_name(map(edition.cooperation, due[day, verified][:MOST_NAMES])),
        )
        for day, verified in sorted(due)[:MOST_DAYS]
    ]
