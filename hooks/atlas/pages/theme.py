"""The page of a theme: what it covers, its cooperations, its neighbours, its codes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from atlas.graph.edition import Ref
from atlas.model.vocabulary import GOALS
from atlas.pages import collection
from atlas.pages.page import Page, PageContext, by_name, describe

SECTION = "themes"
MOST_NEIGHBOURS = 8


def pages(context: PageContext) -> Iterator[Page]:
    """One page per theme."""
    for id_ in context.edition.atlas.records.themes:
        yield page(context, id_)


def page(context: PageContext, id_: str) -> Page:
    """The page of the theme `id_`."""
    edition = context.edition
    record = edition.atlas.records.themes[id_]
    ref, description = edition.theme(id_), edition.text(record.description)
    cooperations = edition.atlas.by_theme.get(id_, ())
    goals = [
        Ref(str(goal), edition.own(f"{goal}. {context._(GOALS[goal])}"), f"goals/{goal}/")
        for goal in record.goals
    ]
    lead = context.render(
        "theme.html",
        description=description,
        neighbours=_neighbours(context, id_, cooperations),
        dac_sectors=[edition.sector(code) for code in record.dac_sectors],
        goals=goals,
    )
    return Page(
        SECTION,
        id_,
        ref.name,
        describe(description.text),
        collection.body(
            context,
            path=f"{SECTION}/{id_}/",
            key=f"{SECTION}/{id_}",
            feeds=True,
            name=f"theme-{id_}",
            title=context._("Cooperations: {name}").format(name=ref.name.text),
            cooperations=cooperations,
            by_theme=False,
            lead=lead,
        ),
    )


def _neighbours(context: PageContext, id_: str, cooperations: tuple[str, ...]) -> list[Ref]:
    """The themes named as related, then those most often met in the same cooperations."""
    records = context.edition.atlas.records
    related = records.themes[id_].related
    met = Counter(
        theme
        for one in cooperations
        for theme in records.cooperations[one].themes
        if theme != id_ and theme not in related
    )
    often = sorted(met, key=lambda theme: (-met[theme], theme))
    named = sorted(map(context.edition.theme, related), key=by_name)
    return (named + [context.edition.theme(theme) for theme in often])[:MOST_NEIGHBOURS]
