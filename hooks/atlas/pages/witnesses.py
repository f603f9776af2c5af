"""Who else lists the tie of a cooperation, and where what they say agrees with what is known."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from atlas.graph.edition import Date, Quote, Ref
from atlas.model import Cooperation, ListedTie, Moment, first_day, last_day
from atlas.model.vocabulary import N_
from atlas.model.vocabulary.registers import StatedBy
from atlas.pages.page import PageContext

AS_HERE = N_("{field}: {value}, as here")
AS_HERE_BEFORE = N_("{field}: {value}, as here before")
NOT_AS_HERE = N_("{field}: {value}; here {other}")
NOT_KNOWN_HERE = N_("{field}: {value}; not recorded here")
NOT_SAID = N_("{field}: not given")


@dataclass(frozen=True, slots=True)
class Witness:
    """A register that lists the tie: since when it does, who says so, and what it says.

    `pair` are the two places, where the cooperation ties more than these; `points` compare.
    """

    id: str
    register: Ref
    as_of: Date
    stated_by: StatedBy
    reference: str | None
    pair: tuple[Ref, Ref] | None
    points: list[Markup]


def witnesses(context: PageContext, id_: str) -> list[Witness]:
    """The registers that list a tie of the cooperation `id_`, pair by pair."""
    edition, listed = context.edition, context.edition.atlas.listed
    pairs = [listed.pairs[pair] for pair in listed.by_cooperation.get(id_, ())]
    record = edition.atlas.records.cooperations[id_]
    return [
        Witness(
            id=pair.id if tie is pair.ties[0] else "",
            register=edition.source(tie.source),
            as_of=edition.moment(tie.as_of),
            stated_by=tie.stated_by,
            reference=tie.reference_url,
            pair=(edition.place(pair.a), edition.place(pair.b)) if len(pairs) > 1 else None,
            points=[
                _compare_form(context, tie, record),
                _compare_start(context, tie, record),
                *_compare_end(context, tie, record),
            ],
        )
        for pair in pairs
        for tie in pair.ties
    ]


def _compare_form(context: PageContext, tie: ListedTie, record: Cooperation) -> Markup:
    ours = context.edition.label(record.form)
    stated = _quote(context, tie)
    if tie.form is record.form:
        return _say(context, AS_HERE, field=context._("Type"), value=ours)
    if tie.form in [one.form for one in record.earlier_forms]:
        before = context.edition.label(tie.form) if tie.form else ""
        return _say(context, AS_HERE_BEFORE, field=context._("Type"), value=before)
    if tie.form is None and stated is None:
        return _say(context, NOT_SAID, field=context._("Type"))
    theirs = stated if tie.form is None else context.edition.label(tie.form)
    return _say(context, NOT_AS_HERE, field=context._("Type"), value=theirs, other=ours)


def _compare_start(context: PageContext, tie: ListedTie, record: Cooperation) -> Markup:
    """The beginning; a register may mean the day of the signature by it."""
    dates = [record.dates.actual_start] if record.dates else []
    dates += [one.signed for one in record.agreements] + [one.since for one in record.earlier_forms]
    known = [date for date in dates if date]
    field, ours = context._("Start"), context.edition.start(record)
    if tie.start is None:
        return _say(context, NOT_SAID, field=field)
    theirs = context.edition.moment(tie.start)
    if any(_may_be_same(tie.start, date) for date in known):
        return _say(context, AS_HERE, field=field, value=theirs)
    if ours is None:
        return _say(context, NOT_KNOWN_HERE, field=field, value=theirs)
    return _say(context, NOT_AS_HERE, field=field, value=theirs, other=ours)


def _compare_end(context: PageContext, tie: ListedTie, record: Cooperation) -> Iterator[Markup]:
    """The end, of which most say nothing."""
    if tie.end is None:
        return
    ours = record.dates.actual_end if record.dates else None
    field, theirs = context._("End"), context.edition.moment(tie.end)
    if ours is None:
        yield _say(context, NOT_KNOWN_HERE, field=field, value=theirs)
    elif _may_be_same(tie.end, ours):
        yield _say(context, AS_HERE, field=field, value=theirs)
    else:
        other = context.edition.moment(ours)
        yield _say(context, NOT_AS_HERE, field=field, value=theirs, other=other)


def _say(context: PageContext, message: str, **values: object) -> Markup:
    """A message with its words, each escaped or marked with its language."""
    return Markup(context._(message)).format(**values)  # noqa: S704 - of our catalogues


def _quote(context: PageContext, tie: ListedTie) -> Quote | None:
    """The register's own word for the kind of tie."""
    source = context.edition.atlas.records.sources[tie.source]
    return Quote(tie.form_as_stated, source.language) if tie.form_as_stated else None


def _may_be_same(one: Moment, other: Moment) -> bool:
    """Whether two moments have a day in common: 2014 and May 2014."""
    pairs = ((first_day(one), last_day(other)), (first_day(other), last_day(one)))
    return all(first <= last for first, last in pairs if first and last)
