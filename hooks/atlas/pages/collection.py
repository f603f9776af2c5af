"""The body of a page about what cooperations have in common: a country, a theme, a goal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from atlas.pages import figures, trust
from atlas.pages.mapped import map_of, picture_of, unpinned
from atlas.pages.page import Desk
from atlas.pages.ties import newest_first, table

MOST_ROWS = 1_000
"""Rows of a table; a page with more would take long to load on a phone."""


def body(
    desk: Desk,
    *,
    name: str,
    title: str,
    cooperations: Sequence[str],
    countries: Iterable[str] = (),
    by_theme: bool = True,
    interactive: bool = True,
    lead: Markup | str = "",
    after: Markup | str = "",
    path: str,
    key: str = "",
    feeds: bool = False,
    compare: str = "",
) -> Markup:
    """Lead, map, what the map cannot show, table, counts, and what follows.

    `name` is the map's own; `countries` are shaded beside those of the cooperations.
    `path`, `key` and `feeds` are the end of the page's (see `trust.footer`).
    `compare` leads to the page on which it is compared with others, if it can be.
    Without `interactive` the map is a picture: there may be thousands of places and actors.
    """
    scene = desk.edition.atlas.scene(name, cooperations, countries)
    shown = newest_first(desk, cooperations)[:MOST_ROWS]
    counts = [(desk._("By form"), figures.by_form(desk, cooperations))]
    if by_theme:
        counts.append((desk._("By theme"), figures.by_theme(desk, cooperations)))
    counts.append((desk._("By decade of the start"), figures.by_decade(desk, cooperations)))
    return desk.render(
        "collection.html",
        lead=lead,
        cooperations=cooperations,
        map=map_of(desk, scene, title, listed=shown)
        if interactive
        else picture_of(desk, scene, title),
        unpinned=unpinned(desk, cooperations),
        table=table(desk, shown, title),
        rows=len(shown),
        figures=counts,
        after=after,
        compare=compare,
        trust=trust.footer(desk, path, title, cooperations, key=key, feeds=feeds),
    )
