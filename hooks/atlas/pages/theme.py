"""The page of a theme: what it covers, its cooperations, its neighbours, its codes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from atlas.graph.edition import Ref
from atlas.pages import collection, concentration, notices
from atlas.pages.page import Page, PageContext, sort_by_name

SECTION = "themes"
MOST_NEIGHBOURS = 8


def ids(context: PageContext) -> Iterable[str]:
    """The id of every theme: each has one page."""
    return context.edition.atlas.records.themes


def pages(context: PageContext, id_: str) -> Iterator[Page]:
    """The page of the theme `id_`."""
    yield page(context, id_)


def page(context: PageContext, id_: str) -> Page:
    """The page of the theme `id_`."""
    edition = context.edition
    record = edition.atlas.records.themes[id_]
    description = edition.text(record.description)
    cooperations = edition.atlas.by_theme.get(id_, ())
    return collection.page(
        context,
        SECTION,
        id_,
        edition.theme(id_).name,
        description.text,
        scene=f"theme-{id_}",
        cooperations=cooperations,
        lead=context.render(
            "theme.html",
            description=description,
            notices=notices.of_prose(context, record, [record.description]),
            whose=concentration.describe(context, cooperations),
            neighbours=_neighbours(context, id_, cooperations),
            dac_sectors=[edition.sector(code) for code in record.dac_sectors],
            goals=[edition.goal(goal) for goal in record.goals],
        ),
    )


def _neighbours(context: PageContext, id_: str, cooperations: tuple[str, ...]) -> list[Ref]:
    """The themes named as related, then those most often met in the same cooperations."""
    edition, records = context.edition, context.edition.atlas.records
    related = records.themes[id_].related
    met = Counter(
        theme
        for one in cooperations
        for theme in records.cooperations[one].theme_ids
        if theme != id_ and theme not in related
    )
    often = sorted(met, key=lambda theme: (-met[theme], theme))
    refs = [*sort_by_name(map(edition.theme, related)), *map(edition.theme, often)]
    return refs[:MOST_NEIGHBOURS]
