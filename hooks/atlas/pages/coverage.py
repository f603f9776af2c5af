"""The coverage page: how complete the records are, per country, theme and language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from atlas.graph.edition import Date, Ref
from atlas.graph.relate import start_of
from atlas.model import Cooperation
from atlas.model.cooperation import REVIEW_EVERY, review_due
from atlas.model.vocabulary import Translation
from atlas.pages import country, facts
from atlas.pages.page import PageContext, by_name

MOST_REVIEWS = 50
"""Reviews on the list, the first due first."""


@dataclass(frozen=True, slots=True)
class Share:
    """How many of a group's cooperations have something: «12 of 20», and the part from 0 to 1."""

    known: int
    total: int

    @property
    def share(self) -> str:
        """The part that is known, from 0 to 1."""
        return f"{self.known / self.total:.3f}" if self.total else "0"


@dataclass(frozen=True, slots=True)
class CoverageLine:
    """One country or theme: its cooperations, and how many of them have what."""

    ref: Ref
    count: int
    shares: tuple[Share, ...]


@dataclass(frozen=True, slots=True)
class LanguageLine:
    """One language: how many cooperations have their texts in it, and how they came about."""

    name: str
    original: int
    human: int
    machine: int
    missing: int


@dataclass(frozen=True, slots=True)
class Due:
    """A record and the day by which it should be held against its sources again."""

    ref: Ref
    verified: Date
    due: Date


def body(context: PageContext) -> Markup:
    """The tables of the coverage page."""
    atlas = context.edition.atlas
    return context.render(
        "coverage.html",
        headings=[
            context._("Start"),
            context._("Dated evidence"),
            context._("All parties on the map"),
            context._("Address of a source"),
            context._("All languages"),
        ],
        countries=[
            _line(context, ref, atlas.by_country.get(ref.id, ())) for ref in country.refs(context)
        ],
        themes=[
            _line(context, ref, atlas.by_theme.get(ref.id, ()))
            for ref in sorted(map(context.edition.theme, atlas.records.themes), key=by_name)
        ],
        languages=[_language(context, language.code) for language in context.edition.languages],
        reviews=_reviews(context),
        years=REVIEW_EVERY,
    )


def _line(context: PageContext, ref: Ref, cooperations: Sequence[str]) -> CoverageLine:
    records = [context.edition.atlas.records.cooperations[id_] for id_ in cooperations]
    total = len(records)
    tests = (
        (start_of(one) is not None for one in records),
        (one.status.as_of is not None for one in records),
        (_is_on_the_map(context, one) for one in records),
        (_has_an_address(context, one) for one in records),
        (_is_in_every_language(context, one) for one in records),
    )
    return CoverageLine(ref, total, tuple(Share(sum(test), total) for test in tests))


def _is_on_the_map(context: PageContext, record: Cooperation) -> bool:
    pins = context.edition.atlas.pins_of_actor
    return all(pins[party.actor] for party in record.parties)


def _has_an_address(context: PageContext, record: Cooperation) -> bool:
    sources = context.edition.atlas.records.sources
    return any(sources[citation.source].url for citation in record.sources)


def _is_in_every_language(context: PageContext, record: Cooperation) -> bool:
    return all(_is_in(record, language.code) for language in context.edition.languages)


def _is_in(record: Cooperation, code: str) -> bool:
    return all(code in texts for texts in facts.every_text(record))


def _language(context: PageContext, code: str) -> LanguageLine:
    records = context.edition.atlas.records.cooperations.values()
    there = [record for record in records if _is_in(record, code)]
    ways = [record.translations.get(code) for record in there]
    return LanguageLine(
        name=context.edition.language.language_name(code),
        original=ways.count(Translation.ORIGINAL),
        human=ways.count(Translation.HUMAN),
        machine=ways.count(Translation.MACHINE),
        missing=len(records) - len(there),
    )


def _reviews(context: PageContext) -> list[Due]:
    records = context.edition.atlas.records.cooperations
    dated = sorted((review_due(record), id_) for id_, record in records.items())
    return [
        Due(
            context.edition.cooperation(id_),
            context.edition.day(records[id_].review.last_verified),
            context.edition.day(day),
        )
        for day, id_ in dated[:MOST_REVIEWS]
    ]
