"""Counts of cooperations by a facet. Worked out, never copied."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from atlas.graph.facets import DECADE, FORM, THEME, Facet
from atlas.pages.page import PageContext

FEWEST = 5
"""Cooperations from which on figures say more than a list of them."""


@dataclass(frozen=True, slots=True)
class Count:
    """One line of a count: `percent` is its part of the largest, from 0 to 100."""

    label: object
    count: int
    percent: str
    path: str


def figures(
    context: PageContext, cooperations: Collection[str], *, by_theme: bool = True
) -> list[tuple[str, list[Count]]]:
    """The counts that stand below a table, each behind its heading; none of fewer than FEWEST, and
    no heading over nothing."""
    if len(cooperations) < FEWEST:
        return []
    headed = (
        (context._("By type"), FORM),
        (context._("By theme"), THEME),
        (context._("Started in"), DECADE),
    )
    return [
        (heading, counts)
        for heading, facet in headed
        if (by_theme or facet is not THEME) and (counts := count(context, facet, cooperations))
    ]


def count(context: PageContext, facet: Facet, cooperations: Iterable[str]) -> list[Count]:
    """How many cooperations have each value of a facet, in the order of its values.

    Values without an order of their own: the most frequent first.
    """
    edition = context.edition
    counted = Counter(value for id_ in cooperations for value in facet.values(edition.atlas, id_))
    most = max(counted.values(), default=1)
    values = facet.in_order(edition, counted)
    if not facet.rank:
        values.sort(key=lambda value: -counted[value])
    return [
        Count(
            label=facet.name(edition, value),
            count=counted[value],
            percent=f"{100 * counted[value] / most:.1f}",
            path=facet.path(value),
        )
        for value in values
    ]
