"""The coverage page: how complete the records are, per country, theme and language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from atlas.edition import Date, Ref
from atlas.model import Cooperation
from atlas.pages import country, facts
from atlas.pages.page import Desk, by_name
from atlas.relate import start_of
from atlas.vocabulary import Translation

REVIEW_EVERY = 2
"""Years after which a record is due for review, where it does not say when itself."""

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
class Line:
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


def body(desk: Desk) -> Markup:
    """The tables of the coverage page."""
    atlas = desk.edition.atlas
    return desk.render(
        "coverage.html",
        headings=[
            desk._("Start"),
            desk._("Dated evidence"),
            desk._("All parties on the map"),
            desk._("Address of a source"),
            desk._("All languages"),
        ],
        countries=[
            _line(desk, ref, atlas.by_country.get(ref.id, ())) for ref in country.refs(desk)
        ],
        themes=[
            _line(desk, ref, atlas.by_theme.get(ref.id, ()))
            for ref in sorted(map(desk.edition.theme, atlas.records.themes), key=by_name)
        ],
        languages=[_language(desk, language.code) for language in desk.edition.languages],
        reviews=_reviews(desk),
        years=REVIEW_EVERY,
    )


def _line(desk: Desk, ref: Ref, cooperations: Sequence[str]) -> Line:
    records = [desk.edition.atlas.records.cooperations[id_] for id_ in cooperations]
    total = len(records)
    tests = (
        (start_of(one) is not None for one in records),
        (one.status.as_of is not None for one in records),
        (_is_on_the_map(desk, one) for one in records),
        (_has_an_address(desk, one) for one in records),
        (_is_in_every_language(desk, one) for one in records),
    )
    return Line(ref, total, tuple(Share(sum(test), total) for test in tests))


def _is_on_the_map(desk: Desk, record: Cooperation) -> bool:
    pins = desk.edition.atlas.pins_of_actor
    return all(pins[party.actor] for party in record.parties)


def _has_an_address(desk: Desk, record: Cooperation) -> bool:
    sources = desk.edition.atlas.records.sources
    return any(sources[citation.source].url for citation in record.sources)


def _is_in_every_language(desk: Desk, record: Cooperation) -> bool:
    return all(_is_in(record, language.code) for language in desk.edition.languages)


def _is_in(record: Cooperation, code: str) -> bool:
    return all(code in texts for texts in facts.every_text(record))


def _language(desk: Desk, code: str) -> LanguageLine:
    records = desk.edition.atlas.records.cooperations.values()
    there = [record for record in records if _is_in(record, code)]
    ways = [record.translations.get(code) for record in there]
    return LanguageLine(
        name=desk.edition.language.language_name(code),
        original=ways.count(Translation.ORIGINAL),
        human=ways.count(Translation.HUMAN),
        machine=ways.count(Translation.MACHINE),
        missing=len(records) - len(there),
    )


def _reviews(desk: Desk) -> list[Due]:
    records = desk.edition.atlas.records.cooperations
    dated = sorted((due(record), id_) for id_, record in records.items())
    return [
        Due(
            desk.edition.cooperation(id_),
            desk.edition.day(records[id_].review.last_verified),
            desk.edition.day(day),
        )
        for day, id_ in dated[:MOST_REVIEWS]
    ]


def due(record: Cooperation) -> date:
    """The day its review is due: the one it names, or some years after the last."""
    verified = record.review.last_verified
    later = verified.replace(year=verified.year + REVIEW_EVERY, day=min(verified.day, 28))
    return record.review.due or later
