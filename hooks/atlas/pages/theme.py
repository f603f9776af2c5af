"""The page of a theme: what it covers, its cooperations, its neighbours, its codes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from atlas.edition import Ref
from atlas.pages import collection
from atlas.pages.page import Desk, Page, by_name, described
from atlas.vocabulary import GOALS

SECTION = "themes"
MOST_NEIGHBOURS = 8


def pages(desk: Desk) -> Iterator[Page]:
    """One page per theme."""
    for id_ in desk.edition.atlas.records.themes:
        yield page(desk, id_)


def page(desk: Desk, id_: str) -> Page:
    """The page of the theme `id_`."""
    edition = desk.edition
    record = edition.atlas.records.themes[id_]
    ref, description = edition.theme(id_), edition.text(record.description)
    cooperations = edition.atlas.by_theme.get(id_, ())
    goals = [
        Ref(str(goal), edition.own(f"{goal}. {desk._(GOALS[goal])}"), f"goals/{goal}/")
        for goal in record.goals
    ]
    lead = desk.render(
        "theme.html",
        description=description,
        neighbours=_neighbours(desk, id_, cooperations),
        dac_sectors=[edition.sector(code) for code in record.dac_sectors],
        goals=goals,
    )
    return Page(
        SECTION,
        id_,
        ref.name,
        described(description.text),
        collection.body(
            desk,
            path=f"{SECTION}/{id_}/",
            key=f"{SECTION}/{id_}",
            feeds=True,
            name=f"theme-{id_}",
            title=desk._("Cooperations: %(name)s") % {"name": ref.name.text},
            cooperations=cooperations,
            by_theme=False,
            lead=lead,
        ),
    )


def _neighbours(desk: Desk, id_: str, cooperations: tuple[str, ...]) -> list[Ref]:
    """The themes named as related, then those most often met in the same cooperations."""
    records = desk.edition.atlas.records
    related = records.themes[id_].related
    met = Counter(
        theme
        for one in cooperations
        for theme in records.cooperations[one].themes
        if theme != id_ and theme not in related
    )
    often = sorted(met, key=lambda theme: (-met[theme], theme))
    named = sorted(map(desk.edition.theme, related), key=by_name)
    return (named + [desk.edition.theme(theme) for theme in often])[:MOST_NEIGHBOURS]
