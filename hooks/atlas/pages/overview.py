"""The page Overview: all cooperations by year, by pair of countries and by theme, as pictures."""

from __future__ import annotations

from math import ceil, sqrt

from markupsafe import Markup

from atlas.graph import counts
from atlas.graph.counts import OTHERS, Grid
from atlas.graph.facets import COUNTRY, FORM, GOAL, THEME, Facet
from atlas.pages import page_footer, timeline
from atlas.pages.page import PageContext

MOST = 25
"""So many countries or themes a matrix shows; it sums up the others."""

SHADES = 5
"""How many depths of colour a cell of a matrix may have."""


def body(context: PageContext) -> Markup:
    """The timeline, the matrix of countries, themes by form and by goal, each with its data."""
    atlas = context.edition.atlas
    return context.render(
        "overview.html",
        timeline=_timeline(context, counts.by_year_and_form(atlas)),
        countries=_matrix(context, counts.by_countries(atlas, MOST), COUNTRY, COUNTRY),
        themes_by_form=_matrix(context, counts.by_theme_and_form(atlas, MOST), THEME, FORM),
        themes_by_goal=_matrix(context, counts.by_theme_and_goal(atlas, MOST), THEME, GOAL),
        most=MOST,
        data=f"{context.root}{counts.FOLDER}/",
        trust=page_footer.footer(
            context,
            "overview",
            "",
            context._("The whole atlas in pictures"),
            [*atlas.records.cooperations],
        ),
    )


def _timeline(context: PageContext, grid: Grid) -> Markup:
    """The bars, what their patterns mean, and the same counts as a table."""
    language = context.edition.language
    bars = [bar for bar in timeline.bars(grid) if bar.total]
    if not bars:
        return Markup("")
    title = context._("Cooperations by the year in which they began")
    description = context._(
        "A start is recorded for {known} of {all} cooperations, from {first} to {last}."
        " The highest bar stands for {most}."
    ).format(
        known=language.number(sum(bar.total for bar in bars)),
        all=language.number(len(context.edition.atlas.records.cooperations)),
        first=bars[0].first,
        last=bars[-1].last,
        most=language.number(max(bar.total for bar in bars)),
    )
    groups = timeline.shown_groups(grid)
    return context.render(
        "timeline_figure.html",
        picture=timeline.picture(context, grid, title, description),
        title=title,
        description=description,
        legend=[(g + 1, timeline.group_label(context, grid, g)) for g in groups],
        rows=[(bar.label, [bar.counts[g] for g in groups], bar.total) for bar in bars],
        span=bars[0].last - bars[0].first + 1,
    )


def _matrix(
    context: PageContext, grid: Grid, row: Facet, column: Facet
) -> dict[str, object] | None:
    """What the template of a matrix needs; None for an empty grid.

    A line is its heading, its cells and how many cooperations stand in it. A cell is its count and
    its shade, from 1 to SHADES or 0 for none; None is one where a country would meet itself.
    """
    if not grid.cells:
        return None
    most = max(grid.cells.values())

    def cell(one: str, other: str) -> tuple[int, int] | None:
        if row is column and one == other != OTHERS:
            return None
        count = grid.count(one, other)
        return count, ceil(SHADES * sqrt(count / most))

    return {
        "shortened": OTHERS in grid.rows,
        "headings": [_heading(context, column, code) for code in grid.columns],
        "lines": [
            (
                _heading(context, row, code),
                [cell(code, other) for other in grid.columns],
                grid.totals[code],
            )
            for code in grid.rows
        ],
    }


def _heading(context: PageContext, facet: Facet, code: str) -> tuple[object, str]:
    """The name of a row or a column, and its page; "" for one without a page, or without a link to
    it, as the forms are."""
    if code == OTHERS:
        return context._("All others"), ""
    path = "" if facet is FORM else facet.path(code)
    return facet.name(context.edition, code), path
