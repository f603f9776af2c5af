"""The page Charts: all cooperations by year, by pair of countries and by theme, as pictures."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import ceil, sqrt
from urllib.parse import urlencode

from markupsafe import Markup

from atlas.graph import counts
from atlas.graph.beginnings import start_of, year_of
from atlas.graph.counts import OTHERS, Grid
from atlas.graph.facets import (
    COUNTRY,
    DECADE,
    EVIDENCE,
    FORM,
    GOAL,
    REGISTER,
    STATED,
    THEME,
    Facet,
)
from atlas.graph.tally import tally
from atlas.model.vocabulary import State, Tier
from atlas.pages import explore, page_footer, stats, tallies, timeline
from atlas.pages.page import PageContext
from atlas.pages.stats import Count
from atlas.pages.timeline import Bar

MOST = 25
"""So many countries or themes a matrix shows; it sums up the others."""

MOST_COUNTRIES = 10
"""So many countries are counted by themselves that registers list something of."""

SHADES = 5
"""How many depths of colour a cell of a matrix may have."""


@dataclass(frozen=True, slots=True)
class Heading:
    """What a row or a column is called, and its page, if it has one."""

    label: object
    path: str


@dataclass(frozen=True, slots=True)
class Cell:
    """A count, its shade (from 1 to SHADES, or 0 for none), and the list of what it counts: the
    address of that list and what the link to it says. Both are "" for a sum of several codes."""

    count: int
    shade: int
    path: str = ""
    says: str = ""


@dataclass(frozen=True, slots=True)
class Matrix:
    """A chart of two facets. A line is its heading, its cells and how many cooperations stand in
    it; None stands where a country would meet itself. Where it is `shortened` it sums up rows.
    `counted` says how many stand in it all, and how many of them are planned or have ended."""

    counted: str
    headings: Sequence[Heading]
    lines: Sequence[tuple[Heading, Sequence[Cell | None], int]]
    shortened: bool


def body(context: PageContext) -> Markup:
    """The timeline, the matrix of countries, themes by type and by goal, each with its data."""
    atlas = context.edition.atlas
    return context.render(
        "overview.html",
        timeline=_timeline(context, counts.by_year_and_form(atlas)),
        whole=tallies.sum_up(context.edition, atlas.records.cooperations),
        countries=_matrix(context, counts.by_countries(atlas, MOST), COUNTRY, COUNTRY),
        themes_by_form=_matrix(context, counts.by_theme_and_form(atlas, MOST), THEME, FORM),
        themes_by_goal=_matrix(context, counts.by_theme_and_goal(atlas, MOST), THEME, GOAL),
        listed=_count_listed(context),
        listed_ties=len(atlas.listed.unresearched),
        most=MOST,
        fewest=stats.FEWEST,
        data=f"{context.root}{counts.FOLDER}/",
        trust=page_footer.footer(
            context,
            "overview",
            "",
            context._("All figures and charts"),
            [*atlas.records.cooperations],
        ),
    )


def _count_listed(context: PageContext) -> list[tuple[str, list[Count]]]:
    """What registers list beside all this, each count behind its heading."""
    headed = (
        (context._("By register"), REGISTER),
        (context._("Who states it"), STATED),
        (context._("Started in"), DECADE),
        (context._("Countries with the most"), COUNTRY),
    )

    def path(facet: Facet) -> Callable[[str], str]:
        return lambda value: _list_of((EVIDENCE, Tier.LISTED), (facet, value))

    found = [
        (heading, stats.count_listed(context, facet, path(facet), MOST_COUNTRIES))
        for heading, facet in headed
    ]
    return [(heading, lines) for heading, lines in found if lines]


def _timeline(context: PageContext, grid: Grid) -> Markup:
    """The bars, what their patterns mean, and the same counts as a table; nothing of too few."""
    bars = [bar for bar in timeline.bars(grid) if bar.total]
    known = sum(bar.total for bar in bars)
    if known < stats.FEWEST:
        return Markup("")
    title = context._("Cooperations by the year in which they began")
    description = " ".join(_describe_years(context, grid, bars))
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


def _describe_years(context: PageContext, grid: Grid, bars: Sequence[Bar]) -> Iterator[str]:
    """What the bars count, and what stands in none of them."""
    edition, number = context.edition, context.edition.language.number
    yield context._(
        "The year of the start is known for {known} of {all} cooperations, from {first} to {last}."
    ).format(
        known=number(sum(bar.total for bar in bars)),
        all=number(grid.cooperations),
        first=bars[0].first,
        last=bars[-1].last,
    )
    if between := sum(grid.totals[year] for year in grid.rows if "/" in year):
        yield edition.ngettext(
            "{n} more began in one year or another, and stands in no bar.",
            "{n} more began in one year or another, and stand in no bar.",
            between,
        )
    if planned := grid.totals.get(counts.PLANNED):
        yield edition.ngettext(
            "{n} is planned, and not among them.", "{n} are planned, and not among them.", planned
        )
    begun = {
        id_
        for id_ in grid.tally.cooperations
        if year_of(start_of(edition.atlas.records.cooperations[id_]))
    }
    if ended := tally(edition.atlas, begun).states.get(State.ENDED):
        yield edition.ngettext(
            "{n} of those in the bars has ended.", "{n} of those in the bars have ended.", ended
        )


def _matrix(context: PageContext, grid: Grid, row: Facet, column: Facet) -> Matrix | None:
    """The matrix of a grid; None of too few cooperations."""
    if grid.cooperations < stats.FEWEST:
        return None
    most = max(grid.cells.values())

    def cell(one: str, other: str) -> Cell | None:
        if row is column and one == other != OTHERS:
            return None
        count = grid.count(one, other)
        shade = ceil(SHADES * sqrt(count / most))
        if not count or OTHERS in {one, other}:
            return Cell(count, shade)
        return Cell(
            count,
            shade,
            _list_of((row, one), (column, other)),
            _says(context, (row, one), (column, other), count),
        )

    return Matrix(
        tallies.sum_up(context.edition, grid.tally.cooperations),
        [_heading(context, column, code) for code in grid.columns],
        [
            (
                _heading(context, row, code),
                [cell(code, other) for other in grid.columns],
                grid.totals[code],
            )
            for code in grid.rows
        ],
        OTHERS in grid.rows,
    )


def _heading(context: PageContext, facet: Facet, code: str) -> Heading:
    if code == OTHERS:
        return Heading(context._("All others"), "")
    return Heading(facet.name(context.edition, code), facet.path(code))


def _list_of(one: tuple[Facet, str], other: tuple[Facet, str]) -> str:
    """The address of the list of what has both values; two of one facet are told to be asked for
    together, else either would do."""
    query = [(facet.id, value) for facet, value in (one, other)]
    if one[0] is other[0]:
        query.append((explore.TOGETHER, explore.BOTH))
    return f"{explore.LIST}/?{urlencode(query)}"


def _says(
    context: PageContext, one: tuple[Facet, str], other: tuple[Facet, str], count: int
) -> str:
    """«Belgium, Morocco: 2 cooperations», for whoever does not see the headings."""
    edition, language = context.edition, context.edition.language
    names = [facet.name(edition, code).text for facet, code in (one, other)]
    counted = edition.ngettext("{n} cooperation", "{n} cooperations", count)
    return f"{language.comma.join(names)}{language.colon}{counted}"
