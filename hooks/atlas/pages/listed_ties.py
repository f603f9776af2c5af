"""What registers list, as pages say it: of what kind a tie is, since when, and who lists it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from atlas.graph.edition import Date, Quote, Ref
from atlas.graph.listed import ListedPair
from atlas.model import ListedTie
from atlas.model.edtf_date import EdtfDate
from atlas.model.vocabulary.registers import StatedBy
from atlas.pages import status
from atlas.pages.page import PageContext


@dataclass(frozen=True, slots=True)
class Witness:
    """A register that lists a tie: since when it does, who says so, and what it rests on.

    `start` is what it says of the beginning, where several registers speak of the tie.
    """

    register: Ref
    as_of: Date
    stated_by: StatedBy
    start: Date | None
    reference: str | None


def facts(context: PageContext, pair: ListedPair) -> Markup:
    """The cells that say of a tie what kind it is, from when it was and who lists it; rendered once
    for all pages of the context."""

    def render() -> Markup:
        edition = context.edition
        ends = [tie.end for tie in pair.ties if tie.end]
        return context.render(
            "listed_facts.html",
            form=pair.form,
            form_as_stated=_quote_form(context, pair),
            start=edition.moment(pair.start) if pair.start else None,
            sort_date=pair.start.first.isoformat() if pair.start else "",
            starts_as_stated=[t.start_as_stated for t in pair.ties if t.start_as_stated],
            end=status.say_ended(edition, max(ends, key=lambda date: date.last)) if ends else "",
            witnesses=[_witness(context, tie, among=len(pair.ties)) for tie in pair.ties],
        )

    return context.remember("facts", pair.id, render)


def registers_of(context: PageContext, pairs: Iterable[ListedPair]) -> list[tuple[Ref, EdtfDate]]:
    """The registers that list these pairs, each with the latest date for which it does."""
    latest: dict[str, EdtfDate] = {}
    for pair in pairs:
        for tie in pair.ties:
            known = latest.get(tie.source)
            if known is None or tie.as_of.last > known.last:
                latest[tie.source] = tie.as_of
    return [(context.edition.source(id_), date) for id_, date in sorted(latest.items())]


def _witness(context: PageContext, tie: ListedTie, among: int) -> Witness:
    edition = context.edition
    return Witness(
        register=edition.source(tie.source),
        as_of=edition.moment(tie.as_of),
        stated_by=tie.stated_by,
        start=edition.moment(tie.start) if tie.start and among > 1 else None,
        reference=tie.reference_url,
    )


def _quote_form(context: PageContext, pair: ListedPair) -> Quote | None:
    """The register's own word for the kind of tie, in the register's language."""
    sources = context.edition.atlas.records.sources
    for tie in pair.ties:
        if tie.form_as_stated:
            return Quote(tie.form_as_stated, sources[tie.source].language)
    return None
