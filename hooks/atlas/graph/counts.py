"""How many cooperations there are: by year and form, by pair of countries, by theme."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from atlas.graph.relate import Atlas, start_of, year_of
from atlas.model import iso_codes
from atlas.model.vocabulary import GOALS, Form

FOLDER = "assets/data"
"""Where the tables are published, from the root of the site: <name of TABLES>.csv."""

OTHERS = "*"
"""Stands in a shortened grid for all the rows or columns it leaves out."""

Sets = tuple[Collection[str], Collection[str]]


@dataclass(frozen=True, slots=True)
class Grid:
    """Counts by two codes. `cells` holds only what is above zero.

    `totals` says how many cooperations stand in each row: one that stands in several columns
    counts once. `cooperations` is how many stand in the grid.
    """

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: Mapping[tuple[str, str], int]
    totals: Mapping[str, int]
    cooperations: int

    def count(self, row: str, column: str) -> int:
        """The count in a cell."""
        return self.cells.get((row, column), 0)


def by_year_and_form(atlas: Atlas) -> Grid:
    """The year in which cooperations began, "" where none is recorded, last; by form.

    It is the first year that the start may mean (`relate.start_of`).
    """
    records = atlas.records.cooperations.values()
    counted = [([str(year_of(start_of(one)) or "")], [one.form.value]) for one in records]
    years = sorted({rows[0] for rows, _ in counted}, key=lambda year: (not year, year))
    return _grid(counted, years, list(Form))


def by_countries(atlas: Atlas, most: int | None = None) -> Grid:
    """Cooperations in which both countries of a pair take part, the most connected first.

    Territories count with their state, as on its page. A country's total are its cooperations
    with any other country. A pair stands in the grid both ways round; only OTHERS, which are
    several countries, can be paired with themselves.
    """
    each = [
        {iso_codes.STATES.get(code, code) for code in codes}
        for codes in atlas.countries_of.values()
    ]
    abroad = [codes for codes in each if len(codes) > 1]
    order = _most_frequent(abroad)
    leading = order[:most]
    cells: Counter[tuple[str, str]] = Counter()
    totals: Counter[str] = Counter()
    for codes in abroad:
        shown = _shorten(codes, leading)
        totals.update(shown)
        cells.update((a, b) for a in shown for b in shown if a != b)
        if len(codes.difference(leading)) > 1:
            cells[OTHERS, OTHERS] += 1
    names = _with_others(leading, order)
    return Grid(names, names, dict(cells), dict(totals), len(abroad))


def by_theme_and_form(atlas: Atlas, most: int | None = None) -> Grid:
    """Cooperations on each theme, the most frequent first, by form."""
    records = atlas.records.cooperations.values()
    return _by_theme([(one.theme_ids, [one.form.value]) for one in records], list(Form), most)


def by_theme_and_goal(atlas: Atlas, most: int | None = None) -> Grid:
    """Cooperations on each theme by Sustainable Development Goal; without goals it is empty."""
    records = atlas.records.cooperations.values()
    linked = [
        (one.theme_ids, {str(link.goal) for link in one.goals}) for one in records if one.goals
    ]
    return _by_theme(linked, list(map(str, GOALS)), most)


TABLES: Mapping[str, Callable[[Atlas], Grid]] = {
    "cooperations-by-year-and-form": by_year_and_form,
    "cooperations-by-countries": by_countries,
    "cooperations-by-theme-and-form": by_theme_and_form,
    "cooperations-by-theme-and-goal": by_theme_and_goal,
}
"""Every table by the name of the file in which it is published whole."""


def _by_theme(counted: Sequence[Sets], columns: Sequence[str], most: int | None) -> Grid:
    order = _most_frequent(themes for themes, _ in counted)
    leading = order[:most]
    shown = [(_shorten(themes, leading), others) for themes, others in counted]
    return _grid(shown, _with_others(leading, order), columns)


def _grid(counted: Iterable[Sets], rows: Sequence[str], columns: Sequence[str]) -> Grid:
    """Count each cooperation once in every cell it stands in; drop columns without any."""
    cells: Counter[tuple[str, str]] = Counter()
    totals: Counter[str] = Counter()
    cooperations = 0
    for of_rows, of_columns in counted:
        cooperations += bool(of_rows and of_columns)
        totals.update(of_rows)
        cells.update((row, column) for row in of_rows for column in of_columns)
    used = {column for _, column in cells}
    return Grid(
        tuple(row for row in rows if row in totals),
        tuple(str(column) for column in columns if column in used),
        dict(cells),
        dict(totals),
        cooperations,
    )


def _most_frequent(each: Iterable[Collection[str]]) -> list[str]:
    counted = Counter(code for codes in each for code in codes)
    return sorted(counted, key=lambda code: (-counted[code], code))


def _shorten(codes: Iterable[str], leading: Collection[str]) -> set[str]:
    return {code if code in leading else OTHERS for code in codes}


def _with_others(leading: Sequence[str], order: Sequence[str]) -> tuple[str, ...]:
    return (*leading, *([OTHERS] if len(order) > len(leading) else []))
