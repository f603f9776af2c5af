"""What the page of a source says of it as a register: what it lists, and what was made of that."""

from __future__ import annotations

from collections import Counter

from markupsafe import Markup

from atlas.files.register_lists import QUESTIONS, REFUSED
from atlas.graph.edition import Ref
from atlas.model import iso_codes
from atlas.model.registers import Counts, Unsettled
from atlas.model.vocabulary import N_
from atlas.model.vocabulary.registers import Points
from atlas.pages.listed_section import EVERYTHING
from atlas.pages.page import PageContext, sort_by_name

MOST_COUNTRIES = 20
"""Countries that are named with how many ties the register lists there, those with most first."""

_COUNTS = {
    "rows": N_("Rows read"),
    "merged": N_("Rows that say the same as others"),
    "ties": N_("Ties"),
    "both": N_("Ties that both sides state"),
    "places": N_("Places"),
}
_POINTS = {
    Points.SOURCE: N_("The points of its places are its own."),
    Points.GEOCODED: N_("The points of its places were looked up by their names."),
    Points.NONE: N_("It gives no points."),
}


def section(context: PageContext, id_: str) -> Markup:
    """What is said of the register `id_`; nothing of a source that is none."""
    edition, records = context.edition, context.edition.atlas.records
    record = records.registers.get(id_)
    if record is None:
        return Markup("")
    unsettled = records.unsettled.get(id_, Unsettled())
    listed = edition.atlas.listed
    folder = f"{context.site.repository}/blob/main/data/registers/{id_}"
    countries = _count_by_country(context, id_)
    return context.render(
        "register.html",
        register=record,
        points=context._(_POINTS[record.points]),
        counts=_describe_counts(context, record.counts),
        refused=sorted(unsettled.refused.items()),
        asked=sorted(unsettled.asked.items()),
        refused_file=f"{folder}/{REFUSED}",
        asked_file=f"{folder}/{QUESTIONS}",
        query=f"{folder}/{record.query}" if record.query else "",
        folder=folder,
        everything=EVERYTHING,
        pairs=len(listed.by_register.get(id_, ())),
        researched=sum(
            bool(pair.cooperations) and any(tie.source == id_ for tie in pair.ties)
            for pair in listed.pairs.values()
        ),
        countries=countries[:MOST_COUNTRIES],
        others=len(countries[MOST_COUNTRIES:]),
    )


def _describe_counts(context: PageContext, counts: Counts) -> list[tuple[str, int]]:
    return [(context._(label), getattr(counts, name)) for name, label in _COUNTS.items()]


def _count_by_country(context: PageContext, id_: str) -> list[tuple[Ref, int]]:
    """The countries with the ties that a register lists there, those with most first."""
    edition, listed = context.edition, context.edition.atlas.listed
    places = edition.atlas.records.places
    counted: Counter[str] = Counter()
    for pair in map(listed.pairs.__getitem__, listed.by_register.get(id_, ())):
        ends = (*places[pair.a].countries, *places[pair.b].countries)
        counted.update(set(iso_codes.with_states({*ends})))
    named = sort_by_name(map(edition.country, counted))
    return sorted(((ref, counted[ref.id]) for ref in named), key=lambda pair: -pair[1])
