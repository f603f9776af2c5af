"""The page about what cooperations have in common: a country, a theme, a goal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from atlas.graph.edition import Text
from atlas.graph.relate import newest_first
from atlas.pages import page_footer, stats
from atlas.pages.cooperation_table import table
from atlas.pages.map_embed import draw_map, draw_picture, find_unpinned
from atlas.pages.page import Page, PageContext, describe

MOST_ROWS = 1_000
"""Rows of a table; a page with more would take long to load on a phone."""


def page(
    context: PageContext,
    section: str,
    id_: str,
    title: Text,
    description: str,
    *,
    scene: str,
    cooperations: Sequence[str],
    countries: Iterable[str] = (),
    caption: str = "",
    interactive: bool = True,
    lead: Markup | str = "",
    after: Markup | str = "",
    compare: str = "",
) -> Page:
    """A page of lead, map, what the map cannot show, table, counts, and what follows.

    `scene` is the map's own name; `countries` are shaded beside those of the cooperations.
    `caption` says of map and table what is in them, where the title is not enough.
    `compare` leads to the page on which it is compared with others, if it can be.
    Without `interactive` the map is a picture: there may be thousands of places and actors.
    """
    caption = caption or context._("Cooperations: {name}").format(name=title.text)
    drawn = context.edition.atlas.scene(scene, cooperations, countries)
    listed = newest_first(context.edition.atlas.records, cooperations)[:MOST_ROWS]
    body = context.render(
        "collection.html",
        lead=lead,
        cooperations=cooperations,
        map=draw_map(context, drawn, caption, listed=listed)
        if interactive
        else draw_picture(context, drawn, caption),
        unpinned=find_unpinned(context, cooperations),
        table=table(context, listed, caption),
        rows=len(listed),
        figures=stats.figures(context, cooperations, by_theme=section != "themes"),
        after=after,
        compare=compare,
        trust=page_footer.footer(context, section, id_, caption, cooperations),
    )
    return Page(section, id_, title, describe(description), body)
