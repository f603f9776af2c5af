"""The counts of the page Overview as CSV (RFC 4180): codes, and their names in English."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from atlas.graph import counts
from atlas.graph.edition import Edition
from atlas.graph.relate import Atlas
from atlas.model.vocabulary import GOALS, Form
from atlas.site import csv_table
from atlas.site.contents import SiteContents

_KINDS: Mapping[Callable[[Atlas], counts.Grid], tuple[str, str]] = {
    counts.by_year_and_form: ("year", "form"),
    counts.by_countries: ("country", "country"),
    counts.by_theme_and_form: ("theme", "form"),
    counts.by_theme_and_goal: ("theme", "goal"),
}
"""What the codes in the rows and in the columns of each table stand for."""

_HEADINGS = {
    ("year", "form"): ("year", "form", "form_name"),
    ("country", "country"): ("country_a", "country_a_name", "country_b", "country_b_name"),
    ("theme", "form"): ("theme", "theme_name", "form", "form_name"),
    ("theme", "goal"): ("theme", "theme_name", "goal", "goal_name"),
}

Names = Mapping[str, Callable[[str], str]]


def files(site: SiteContents) -> Iterator[tuple[str, bytes]]:
    """Path from the root of the site and content of each file: UTF-8, lines ended by CR LF.

    A line is a pair of codes with at least one cooperation. A pair of countries stands once.
    """
    names = _names(site.atlas)
    for name, count in counts.TABLES.items():
        text = csv_table.write(_lines(count(site.atlas), _KINDS[count], names))
        yield f"{counts.FOLDER}/{name}.csv", text.encode()


def _lines(
    grid: counts.Grid, kinds: tuple[str, str], names: Names
) -> Iterator[tuple[str | int, ...]]:
    yield (*_HEADINGS[kinds], "cooperations")
    for row in grid.rows:
        for column in grid.columns:
            number = grid.count(row, column)
            if number and (kinds[0] != kinds[1] or row < column):
                cells = (
                    *_code_and_name(names, kinds[0], row),
                    *_code_and_name(names, kinds[1], column),
                )
                yield (*cells, number)


def _code_and_name(names: Names, kind: str, code: str) -> tuple[str, ...]:
    """A code and its name; a year is its own name."""
    return (code, names[kind](code)) if kind in names else (code,)


def _names(atlas: Atlas) -> Names:
    edition = Edition.in_english(atlas)
    return {
        "country": lambda code: edition.country(code).name.text,
        "theme": lambda id_: edition.theme(id_).name.text,
        "form": lambda id_: Form(id_).label,
        "goal": lambda number: GOALS[int(number)],
    }
