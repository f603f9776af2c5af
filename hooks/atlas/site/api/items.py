"""Cooperations, listed ties and registers as lists have them, each with what it comes to."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from atlas.graph.edition import Edition
from atlas.graph.relate import Atlas
from atlas.graph.tally import tally
from atlas.model import Dates, Moment, write_edtf
from atlas.model.registers import find_end
from atlas.model.vocabulary import Tier
from atlas.pages.page import PageContext
from atlas.site.api.shapes import CooperationItem, Counts, RegisterUsed, TieItem


def list_cooperations(context: PageContext, ids: Iterable[str]) -> list[CooperationItem]:
    """These cooperations, in their order."""
    atlas = context.edition.atlas
    return [
        context.remember("API cooperation", id_, partial(_cooperation, atlas, id_)) for id_ in ids
    ]


def _cooperation(atlas: Atlas, id_: str) -> CooperationItem:
    record = atlas.records.cooperations[id_]
    dates = record.dates or Dates()
    named, others = atlas.breadth.name_parties(id_)
    return CooperationItem(
        id=id_,
        tier=Tier.RESEARCHED,
        title=Edition.in_english(atlas).text(record.title).text,
        form=record.form,
        status=record.status.code,
        state=record.status.code.state,
        as_of=record.status.as_of,
        planned_start=_write(dates.planned_start),
        actual_start=_write(dates.actual_start),
        planned_end=_write(dates.planned_end),
        actual_end=_write(dates.actual_end),
        countries=list(atlas.countries_of[id_]),
        themes=record.theme_ids,
        parties=named,
        party_count=len(named) + others,
    )


def _write(moment: Moment | None) -> str | None:
    return write_edtf(moment) if moment else None


def list_ties(context: PageContext, pairs: Iterable[str]) -> list[TieItem]:
    """These listed pairs, in their order."""
    atlas = context.edition.atlas
    return [context.remember("API tie", id_, partial(_tie, atlas, id_)) for id_ in pairs]


def _tie(atlas: Atlas, id_: str) -> TieItem:
    pair = atlas.listed.pairs[id_]
    return TieItem(
        id=id_,
        tier=Tier.LISTED,
        places=[pair.a, pair.b],
        form=pair.form,
        start=pair.start,
        end=find_end(pair.ties),
        as_of=pair.as_of,
        registers=[tie.source for tie in pair.ties],
    )


def list_registers(atlas: Atlas, ties: Iterable[TieItem]) -> dict[str, RegisterUsed]:
    """The registers that list these ties, by their ids."""
    used = sorted({id_ for tie in ties for id_ in tie.registers})
    return {id_: describe_register(atlas, id_) for id_ in used}


def describe_register(atlas: Atlas, id_: str) -> RegisterUsed:
    """A register with its licence."""
    register = atlas.records.registers[id_]
    return RegisterUsed(
        title=atlas.records.sources[id_].title.text,
        licence=register.licence,
        licence_url=register.licence.address,
        as_of=register.as_of,
    )


def count(atlas: Atlas, cooperations: Iterable[str], listed: int | None = None) -> Counts:
    """What some cooperations come to by the rule of every count, and so many listed ties."""
    found = tally(atlas, cooperations)
    return Counts(
        cooperations=len(found.cooperations),
        parts=len(found.parts),
        memberships=len(found.memberships),
        listed_ties=listed,
    )
