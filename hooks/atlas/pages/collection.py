"""The body of a page about what cooperations have in common: a country, a theme, a goal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from atlas.graph.facets import DECADE, FORM, THEME
from atlas.pages import page_footer, stats
from atlas.pages.cooperation_table import newest_first, table
from atlas.pages.map_embed import map_of, picture_of, unpinned
from atlas.pages.page import PageContext

MOST_ROWS = 1_000
"""Rows of a table; a page with more would take long to load on a phone."""


def body(
    context: PageContext,
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
    `path`, `key` and `feeds` are the end of the page's (see `page_footer.footer`).
    `compare` leads to the page on which it is compared with others, if it can be.
    Without `interactive` the map is a picture: there may be thousands of places and actors.
    """
    scene = context.edition.atlas.scene(name, cooperations, countries)
    shown = newest_first(context, cooperations)[:MOST_ROWS]
    counts = [(context._("By form"), stats.by_rank(context, FORM, cooperations))]
    if by_theme:
        counts.append((context._("By theme"), stats.by_frequency(context, THEME, cooperations)))
    counts.append(
        (context._("By decade of the start"), stats.by_rank(context, DECADE, cooperations))
    )
    return context.render(
        "collection.html",
        lead=lead,
        cooperations=cooperations,
        map=map_of(context, scene, title, listed=shown)
        if interactive
        else picture_of(context, scene, title),
        unpinned=unpinned(context, cooperations),
        table=table(context, shown, title),
        rows=len(shown),
        figures=counts,
        after=after,
        compare=compare,
        trust=page_footer.footer(context, path, title, cooperations, key=key, feeds=feeds),
    )
