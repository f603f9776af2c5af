"""What stands behind a record: its sources, claims that disagree, and our own notes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from atlas.graph.edition import Date, Quote, Text
from atlas.model import Citation, Claim, Cooperation, Note, Source
from atlas.model.vocabulary import CLAIM_FIELDS, NOTE_KINDS, RANKS
from atlas.pages.page import PageContext


@dataclass(frozen=True, slots=True)
class NoteView:
    """A remark of the atlas."""

    kind: str
    label: str
    text: Text
    quote: Quote | None


@dataclass(frozen=True, slots=True)
class SourceView:
    """A source as it is cited: everything that helps to judge and to find it."""

    id: str
    name: Quote
    publisher: str
    url: str
    archive_url: str
    dates: list[tuple[str, Date]]
    language: str
    translated_from: str
    locator: Text | None
    quality_note: Text | None


@dataclass(frozen=True, slots=True)
class ClaimView:
    """What one source says of one field."""

    field: str
    text: Text
    quote: Quote | None
    source: SourceView
    as_of: Date | None
    rank: str
    rank_label: str


def notes(context: PageContext, items: Iterable[Note]) -> list[NoteView]:
    """The atlas's own remarks, each with its kind's label."""
    edition = context.edition
    return [
        NoteView(
            kind=note.kind.value,
            label=context._(NOTE_KINDS[note.kind].label),
            text=edition.text(note.text),
            quote=edition.quote(note.as_stated) if note.as_stated else None,
        )
        for note in items
    ]


def citations(context: PageContext, items: Iterable[Citation]) -> list[SourceView]:
    """The sources a record cites, in its order."""
    return [
        source(context, item.source, context.edition.text(item.locator) if item.locator else None)
        for item in items
    ]


def source(context: PageContext, id_: str, locator: Text | None = None) -> SourceView:
    """One source, as cited."""
    edition = context.edition
    record = edition.atlas.records.sources[id_]
    name = edition.language.language_name
    return SourceView(
        id=id_,
        name=edition.quote(record.title),
        publisher=record.publisher or "",
        url=record.url or "",
        archive_url=record.archive_url or "",
        dates=_dates(context, record),
        language=name(record.language),
        translated_from=name(record.translated_from) if record.translated_from else "",
        locator=locator,
        quality_note=edition.text(record.quality_note) if record.quality_note else None,
    )


def claims(context: PageContext, record: Cooperation) -> list[ClaimView]:
    """The claims of single sources, in the record's order."""
    return [_claim(context, claim) for claim in record.claims]


def _claim(context: PageContext, claim: Claim) -> ClaimView:
    edition = context.edition
    return ClaimView(
        field=context._(CLAIM_FIELDS[claim.field].label),
        text=edition.text(claim.text),
        quote=edition.quote(claim.as_stated) if claim.as_stated else None,
        source=source(context, claim.source),
        as_of=edition.moment(claim.as_of) if claim.as_of else None,
        rank=claim.rank.value,
        rank_label=context._(RANKS[claim.rank].label),
    )


def _dates(context: PageContext, record: Source) -> list[tuple[str, Date]]:
    labelled = (
        (context._("published"), record.published),
        (context._("last changed"), record.modified),
        (context._("read"), record.accessed),
    )
    return [(label, context.edition.moment(value)) for label, value in labelled if value]
