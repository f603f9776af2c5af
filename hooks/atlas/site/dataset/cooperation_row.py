"""The row of a cooperation: in the table of all, and in that of those that a page lists."""

from __future__ import annotations

from collections.abc import Iterator

from atlas.graph.beginnings import start_of
from atlas.model import Cooperation, Dates
from atlas.model.vocabulary import DAC_SECTORS, GOALS, Tier
from atlas.site.dataset.record_tables import COUNTRIES, ID, PAGE
from atlas.site.dataset.table import Column, Table, TableSource, Type, columns_of, join

TITLE = Column("title", "Its title in English, else in another language.", required=True)
FORM = (
    *columns_of(Cooperation, "form"),
    Column("form_name", "What the form is called in English."),
)
DATES = (
    *columns_of(Dates, "planned_start actual_start planned_end actual_end"),
    Column(
        "began",
        "When it began as far as is known: started, else took its first form or was signed.",
        Type.MOMENT,
    ),
)
SOURCES = Column("sources", "The ids of the sources, with blanks between.")


def dates_of(record: Cooperation) -> tuple[object, ...]:
    """The values of the DATES of a cooperation."""
    known = record.dates or Dates()
    return (known.planned_start, known.actual_start, known.planned_end, known.actual_end,
            start_of(record))  # fmt: skip


def sources_of(record: Cooperation) -> str:
    """The value of the SOURCES of a cooperation."""
    return " ".join(dict.fromkeys(citation.source for citation in record.sources))


def make(source: TableSource, id_: str) -> tuple[object, ...]:
    """The row of a cooperation, a value for each column of COOPERATIONS."""
    records, atlas = source.records, source.atlas
    one = records.cooperations[id_]
    title, status = source.text(one.title), one.status
    parties, others = atlas.breadth.name_parties(id_)
    goals = dict.fromkeys(str(goal.goal) for goal in one.goals)
    sectors = (sector.code for sector in one.dac_sectors)
    return (id_, Tier.RESEARCHED, title.text, title.language, one.form, one.form.label,
            *dates_of(one), status.code, status.code.label, status.code.state, status.as_of,
            *source.countries(atlas.countries_of[id_]),
            *source.called(records.places, one.locations),
            *source.called(records.actors, parties), len(parties) + others, one.parties_open,
            *source.called(records.themes, one.theme_ids),
            *join(goals, lambda number: GOALS[int(number)]),
            *join(sectors, lambda code: DAC_SECTORS.get(code, code)), one.part_of,
            source.text(one.summary).text, sources_of(one), one.review.last_verified,
            source.page(Cooperation, id_))  # fmt: skip


def _rows(source: TableSource) -> Iterator[tuple[object, ...]]:
    return (make(source, id_) for id_ in source.records.cooperations)


COOPERATIONS = Table(
    "cooperations",
    "Cooperations that were researched, each from its sources.",
    (
        ID,
        Column("tier", "researched: what registers list has tables of its own.", required=True),
        TITLE,
        Column("title_language", "The language of that title (BCP 47).", required=True),
        *FORM,
        *DATES,
        Column("status", "Where it stood when that was last evidenced.", required=True),
        Column("status_name", "What that status is called in English.", required=True),
        Column("state", "What maps and lists make of the status.", required=True),
        Column("status_as_of", "The date of the evidence for the status.", Type.MOMENT),
        *COUNTRIES,
        *columns_of(Cooperation, "locations"),
        Column("location_names", "Their names in English, else in another language."),
        Column("parties", "The ids of who takes part, of many the foremost, with blanks between."),
        Column("party_names", "Their names in English, else in another language."),
        Column("party_count", "How many take part, named or not.", Type.INTEGER, required=True),
        *columns_of(Cooperation, "parties_open"),
        Column("themes", "The ids of its themes, with blanks between."),
        Column("theme_names", "Their names in English, else in another language."),
        Column("goals", "Sustainable Development Goals it serves, with blanks between."),
        Column("goal_names", "Their short names in English."),
        Column("dac_sectors", "OECD DAC sectors (five digits), with blanks between."),
        Column("dac_sector_names", "Their names in English."),
        *columns_of(Cooperation, "part_of"),
        Column("summary", "What it is, in English, else in another language.", required=True),
        SOURCES,
        Column("last_verified", "When it was last checked against its sources.", Type.DAY),
        PAGE,
    ),
    _rows,
    ("id",),
)
