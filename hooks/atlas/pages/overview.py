"""The page Overview: all cooperations by year, by pair of countries and by theme, as pictures."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import ceil, sqrt

from markupsafe import Markup

from atlas.graph import counts
from atlas.graph.counts import OTHERS, Grid
from atlas.graph.edition import Ref
from atlas.model.vocabulary import FORMS, Form
from atlas.pages import goal, timeline
from atlas.pages.page import PageContext

MOST = 25
"""So many countries or themes a matrix shows; it sums up the others."""

SHADES = 5
"""How many depths of colour a cell of a matrix may have."""


@dataclass(frozen=True, slots=True)
class Heading:
    """The name of a row or a column; `path` is "" for one without a page."""

    label: object
    path: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a matrix. `shade` is 0 for none, else from 1 to SHADES."""

    count: int
    shade: int
    own: bool


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One row of a matrix: its heading, its cells, and how many cooperations stand in it."""

    heading: Heading
    cells: list[Cell]
    total: int


def body(context: PageContext) -> Markup:
    """The timeline, the matrix of countries, themes by form and by goal, each with its data."""
    atlas = context.edition.atlas
    return context.render(
        "overview.html",
        timeline=_timeline(context, counts.by_year_and_form(atlas)),
        countries=_matrix(context, counts.by_countries(atlas, MOST), _country, _country, own=True),
        themes_by_form=_matrix(context, counts.by_theme_and_form(atlas, MOST), _theme, _form),
        themes_by_goal=_matrix(context, counts.by_theme_and_goal(atlas, MOST), _theme, _goal),
        most=MOST,
        data=f"{context.root}{counts.FOLDER}/",
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
    context: PageContext,
    grid: Grid,
    row: Callable[[PageContext, str], Heading],
    column: Callable[[PageContext, str], Heading],
    *,
    own: bool = False,
) -> dict[str, object] | None:
    """What the template of a matrix needs; None for an empty grid.

    With `own` a row does not meet the column of the same code.
    """
    if not grid.cells:
        return None
    most = max(grid.cells.values())
    return {
        "shortened": OTHERS in grid.rows,
        "headings": [column(context, code) for code in grid.columns],
        "lines": [
            MatrixRow(
                row(context, code),
                [
                    Cell(
                        grid.count(code, other),
                        ceil(SHADES * sqrt(grid.count(code, other) / most)),
                        own and code == other != OTHERS,
                    )
                    for other in grid.columns
                ],
                grid.totals[code],
            )
            for code in grid.rows
        ],
    }


def _linked(ref: Ref) -> Heading:
    return Heading(ref.name, ref.path)


def _country(context: PageContext, code: str) -> Heading:
    return _others(context) if code == OTHERS else _linked(context.edition.country(code))


def _theme(context: PageContext, id_: str) -> Heading:
    return _others(context) if id_ == OTHERS else _linked(context.edition.theme(id_))


def _form(context: PageContext, form: str) -> Heading:
    return Heading(context._(FORMS[Form(form)].label))


def _goal(context: PageContext, number: str) -> Heading:
    return _linked(goal.ref(context, int(number)))


def _others(context: PageContext) -> Heading:
    return Heading(context._("All others"))
