"""The page of a source: what it is, what to know of it, and which records rest on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from atlas.graph.beginnings import newest_first
from atlas.graph.edition import Ref
from atlas.model import Place, Source
from atlas.model.vocabulary import N_
from atlas.pages import notices, page_footer, register, totals
from atlas.pages.collection import MOST_ROWS
from atlas.pages.cooperation_table import table
from atlas.pages.page import Page, PageContext, describe, sort_by_name

SECTION = "sources"

MOST_NAMES = 200
"""Records of one kind, beside cooperations, that a page names: a gazetteer has thousands."""

_OTHERS = {"actors": N_("Organisations"), "places": N_("Places")}


def ids(context: PageContext) -> Iterable[str]:
    """The id of every source: each has one page."""
    return context.edition.atlas.records.sources


def pages(context: PageContext, id_: str) -> Iterator[Page]:
    """The page of the source `id_`."""
    yield page(context, id_)


def page(context: PageContext, id_: str) -> Page:
    """The page of the source `id_`."""
    edition, atlas = context.edition, context.edition.atlas
    record = atlas.records.sources[id_]
    title = edition.source(id_).name
    cooperations = atlas.by_source["cooperations"].get(id_, ())
    listed = newest_first(atlas.records, cooperations)[:MOST_ROWS]
    caption = context._("Cooperations that rest on this source")
    body = context.render(
        "source.html",
        record=record,
        notices=notices.of_prose(context, record, [record.quality_note or {}]),
        cooperations=cooperations,
        rows=len(listed),
        table=table(context, listed, caption, narrows=True),
        register=register.section(context, id_),
        totals=totals.compare(context, id_),
        others=[
            (context._(label), *_named(context, folder, id_)) for folder, label in _OTHERS.items()
        ],
        trust=page_footer.footer(context, SECTION, id_, title.text, cooperations),
    )
    return Page(SECTION, id_, title, describe(describe_source(context, record)), body)


def describe_source(context: PageContext, record: Source) -> str:
    """Who published it, in what language and when, in one line."""
    language = context.edition.language
    parts = [record.publisher or "", language.language_name(record.language)]
    if record.published:
        parts.append(language.moment(record.published))
    return " · ".join(part for part in parts if part)


def _named(context: PageContext, folder: str, id_: str) -> tuple[list[Ref], int]:
    """Links to the first records of a folder that rest on a source, and how many there are; without
    the places that are known from a register alone, which counts them itself."""
    atlas = context.edition.atlas
    found = [
        one
        for one in atlas.by_source[folder].get(id_, ())
        if folder != Place.folder or one not in atlas.records.listed_places
    ]
    refs = sort_by_name(context.edition.record(folder, one) for one in found)
    return refs[:MOST_NAMES], len(found)
