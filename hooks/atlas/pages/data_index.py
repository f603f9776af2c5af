"""What there is to take home, for the page Data: how much, in which formats, on which terms."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from atlas.graph.relate import Atlas
from atlas.model import KINDS, Actor, Cooperation, Place, Record, Source, Statement, Theme
from atlas.model.vocabulary import Tier
from atlas.model.walk import parts
from atlas.pages import data_files
from atlas.pages.data_files import DataSet
from atlas.pages.page import PageContext, sort_by_name


@dataclass(frozen=True, slots=True)
class Row:
    """A data set: its label, name and address of the file in each format, and its rows in the tiers
    that it holds; None for the others, and for both of what is no table."""

    label: str
    files: list[tuple[str, str]]
    researched: int | None
    listed: int | None


def body(context: PageContext) -> Markup:
    """The table of all files, what describes them, and the licence of each register."""
    edition, records = context.edition, context.edition.atlas.records
    counted = count_rows(edition.atlas)
    registers = [
        (ref, records.registers[ref.id].licence)
        for ref in sort_by_name(map(edition.source, records.registers))
    ]
    return context.render(
        "data_index.html",
        rows=[_row(context, one, counted) for one in data_files.present(edition.atlas)],
        descriptions=[_row(context, one, counted) for one in data_files.DESCRIPTIONS],
        catalogue=data_files.PORTAL_ENTRY.path(data_files.JSON_LD),
        registers=registers,
    )


def count_rows(atlas: Atlas) -> Mapping[str, Mapping[Tier, int]]:
    """The rows of data sets, by their names, in each tier that they hold; a database has none."""
    records = atlas.records
    every, pairs = records.cooperations.values(), atlas.listed.pairs.values()
    listed_places = [records.places[id_] for id_ in records.listed_places]
    researched: list[Cooperation | Actor | Place | Source | Theme] = [
        record
        for kind in KINDS
        for id_, record in getattr(records, kind.folder).items()
        if kind is not Place or id_ not in records.listed_places
    ]
    both = {
        "ties": (
            sum(map(len, atlas.ties.values())),
            sum(len(one.ties) for one in pairs if not one.cooperations),
        ),
        "places": (len(records.places) - len(listed_places), len(listed_places)),
        "sources": (len(records.sources) - len(records.registers), len(records.registers)),
        "names": (sum(map(_count_names, researched)), sum(map(_count_names, listed_places))),
    }
    alone = {
        "cooperations": len(every),
        "parties": sum(len(one.parties) for one in every),
        "actors": len(records.actors),
        "themes": len(records.themes),
        "budgets": sum(len(one.budget) for one in every),
        "budget-shares": sum(len(budget.shares) for one in every for budget in one.budget),
        "transactions": sum(len(one.transactions) for one in every),
        "subjects": sum(len(one.themes + one.goals + one.dac_sectors) for one in every),
        "place-codes": sum(len(one.codes) for one in records.places.values()),
        "quotations": sum(map(_count_quotations, [*researched, *listed_places])),
        "records": len(researched),
    }
    return {
        **{name: {Tier.RESEARCHED: a, Tier.LISTED: b} for name, (a, b) in both.items()},
        **{name: {Tier.RESEARCHED: count} for name, count in alone.items()},
        "listed-ties": {Tier.LISTED: sum(len(one.ties) for one in pairs)},
    }


def _count_names(record: Cooperation | Actor | Place | Source | Theme) -> int:
    """The names, titles, acronyms and former names of a record."""
    if isinstance(record, Source):
        return 1
    if isinstance(record, Cooperation):
        return len(record.title)
    acronyms = len(record.acronyms) if isinstance(record, Actor) else 0
    former = record.former_names if isinstance(record, Actor | Place) else []
    return len(record.names) + acronyms + sum(len(one.names) for one in former)


def _count_quotations(record: Record) -> int:
    return sum(isinstance(part, Statement) for _, part in parts(record))


def _row(context: PageContext, one: DataSet, counted: Mapping[str, Mapping[Tier, int]]) -> Row:
    rows = counted.get(one.name, {})
    return Row(
        label=context._(one.label),
        files=[(format_.name, one.path(format_)) for format_ in one.formats],
        researched=rows.get(Tier.RESEARCHED),
        listed=rows.get(Tier.LISTED),
    )
