"""How many cooperations there are: by year and form, by pair of countries, by theme.

What counts in a cell, in a row and in a whole table is what `tally` says of the cooperations in it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from atlas.graph.beginnings import start_of, year_of
from atlas.graph.relate import Atlas
from atlas.graph.tally import Tally, count, tally
from atlas.model import Cooperation, first_day, iso_codes, last_day
from atlas.model.vocabulary import GOALS, Form, State

FOLDER = "assets/data"
"""Where the tables are published, from the root of the site: <name of TABLES>.csv."""

OTHERS = "*"
"""Stands in a shortened grid for all the rows or columns it leaves out."""

PLANNED = "planned"
"""Stands for the year of what has not begun yet."""

Placed = Iterable[tuple[str, Collection[str], Collection[str]]]
"""Ids of cooperations, each with the rows and the columns in which it stands."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Counts by two codes. `cells` holds only what is above zero.

    `totals` says how many cooperations stand in each row: one that stands in several columns
    counts once. `tally` is of all that stand in the grid.
    """

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: Mapping[tuple[str, str], int]
    totals: Mapping[str, int]
    tally: Tally

    @property
    def cooperations(self) -> int:
        """How many stand in the grid."""
        return len(self.tally.cooperations)

    def count(self, row: str, column: str) -> int:
        """The count in a cell."""
        return self.cells.get((row, column), 0)


def by_year_and_form(atlas: Atlas) -> Grid:
    """The year in which cooperations began (`beginnings.start_of`), by form.

    Behind the years stand what may have begun in one or another, as an interval `2014/2015` whose
    open end is `..`; what is PLANNED; and, as "", that of which nothing is recorded.
    """
    records = atlas.records.cooperations
    placed = [
        (id_, [_year(records[id_])], [records[id_].form.value])
        for id_ in tally(atlas, records).cooperations
    ]
    years = {rows[0] for _, rows, _ in placed}
    return _grid(atlas, placed, sorted(years, key=_order_of_year), list(Form))


def _year(record: Cooperation) -> str:
    start = start_of(record)
    if start is None:
        return PLANNED if record.status.code.state is State.PLANNED else ""
    year = year_of(start)
    if year:
        return str(year)
    first, last = first_day(start), last_day(start)
    return f"{first.year if first else '..'}/{last.year if last else '..'}"


def _order_of_year(year: str) -> tuple[int, int, str]:
    kind = ("/" in year) + 2 * (year == PLANNED) + 3 * (not year)
    return kind, len(year), year


def by_countries(atlas: Atlas, most: int | None = None) -> Grid:
    """Cooperations that bring a pair of countries together, the most connected first.

    Territories count with their state, as on its page. A country's total are its cooperations
    with any other country. A pair stands in the grid both ways round; only OTHERS, which are
    several countries, can be paired with themselves.
    """
    each: dict[str, set[tuple[str, str]]] = {}
    of_country: dict[str, list[str]] = defaultdict(list)
    for id_, pairs in atlas.pairs_of.items():
        of_states = {(_state(a), _state(b)) for a, b in pairs}
        each[id_] = {pair for a, b in of_states if a != b for pair in ((a, b), (b, a))}
        for code in {a for a, _ in each[id_]}:
            of_country[code].append(id_)
    order = _most_frequent(atlas, of_country)
    leading = order[:most]
    shown = {code: code if code in leading else OTHERS for code in order}
    in_cell: dict[tuple[str, str], list[str]] = defaultdict(list)
    for id_, found in each.items():
        for pair in {(shown[a], shown[b]) for a, b in found if {a, b} <= shown.keys()}:
            in_cell[pair].append(id_)
    return _count_cells(atlas, in_cell, _with_others(leading, order), _with_others(leading, order))


def by_theme_and_form(atlas: Atlas, most: int | None = None) -> Grid:
    """Cooperations on each theme, the most frequent first, by form."""
    records = atlas.records.cooperations.items()
    placed = [(id_, one.theme_ids, [one.form.value]) for id_, one in records]
    return _by_theme(atlas, placed, list(Form), most)


def by_theme_and_goal(atlas: Atlas, most: int | None = None) -> Grid:
    """Cooperations on each theme by Sustainable Development Goal; without goals it is empty."""
    records = atlas.records.cooperations.items()
    placed = [
        (id_, one.theme_ids, {str(link.goal) for link in one.goals})
        for id_, one in records
        if one.goals
    ]
    return _by_theme(atlas, placed, list(map(str, GOALS)), most)


TABLES: Mapping[str, Callable[[Atlas], Grid]] = {
    "cooperations-by-year-and-form": by_year_and_form,
    "cooperations-by-countries": by_countries,
    "cooperations-by-theme-and-form": by_theme_and_form,
    "cooperations-by-theme-and-goal": by_theme_and_goal,
}
"""Every table by the name of the file in which it is published whole."""


def _by_theme(
    atlas: Atlas,
    placed: Sequence[tuple[str, Collection[str], Collection[str]]],
    columns: Sequence[str],
    most: int | None,
) -> Grid:
    on_theme: dict[str, list[str]] = defaultdict(list)
    for id_, themes, _ in placed:
        for theme in themes:
            on_theme[theme].append(id_)
    order = _most_frequent(atlas, on_theme)
    leading = {*order[:most]}
    shown = [
        (id_, {theme if theme in leading else OTHERS for theme in themes}, others)
        for id_, themes, others in placed
    ]
    return _grid(atlas, shown, _with_others(order[:most], order), columns)


def _grid(atlas: Atlas, placed: Placed, rows: Sequence[str], columns: Sequence[str]) -> Grid:
    in_cell: dict[tuple[str, str], list[str]] = defaultdict(list)
    for id_, of_rows, of_columns in placed:
        for row in of_rows:
            for column in of_columns:
                in_cell[row, column].append(id_)
    return _count_cells(atlas, in_cell, rows, columns)


def _count_cells(
    atlas: Atlas,
    in_cell: Mapping[tuple[str, str], Sequence[str]],
    rows: Sequence[str],
    columns: Sequence[str],
) -> Grid:
    """Count what stands in each cell, each row and all; drop rows and columns without any."""
    in_row: dict[str, dict[str, None]] = defaultdict(dict)
    for (row, _), ids in in_cell.items():
        in_row[row].update(dict.fromkeys(ids))
    cells = {cell: number for cell, ids in in_cell.items() if (number := count(atlas, ids))}
    totals = {row: number for row, ids in in_row.items() if (number := count(atlas, ids))}
    used = {column for _, column in cells}
    return Grid(
        tuple(row for row in rows if row in totals),
        tuple(str(column) for column in columns if column in used),
        cells,
        totals,
        tally(atlas, (id_ for ids in in_row.values() for id_ in ids)),
    )


def _state(code: str) -> str:
    return iso_codes.STATES.get(code, code)


def _most_frequent(atlas: Atlas, ids: Mapping[str, Collection[str]]) -> list[str]:
    """The codes of which something counts, those of the most first."""
    counted = {code: count(atlas, of) for code, of in ids.items()}
    return sorted(filter(counted.get, counted), key=lambda code: (-counted[code], code))


def _with_others(leading: Sequence[str], order: Sequence[str]) -> tuple[str, ...]:
    return (*leading, *([OTHERS] if len(order) > len(leading) else []))
