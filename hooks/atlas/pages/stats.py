"""Counts of cooperations by a facet. Worked out, never copied."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from atlas.graph.facets import Facet
from atlas.pages.page import PageContext


@dataclass(frozen=True, slots=True)
class Count:
    """One line of a count: `percent` is its part of the largest, from 0 to 100.

    `order` is its place among lines that have an order of their own, else 0.
    """

    label: object
    count: int
    percent: str
    path: str = ""
    order: int = 0


def by_rank(context: PageContext, facet: Facet, cooperations: Iterable[str]) -> list[Count]:
    """How many cooperations have each value of a facet, in the order of its values."""
    edition, counted = context.edition, _counted(context, facet, cooperations)
    return _counts(
        (facet.name(edition, value), "", counted[value], facet.rank(value) if facet.rank else 0)
        for value in facet.in_order(edition, counted)
    )


def by_frequency(context: PageContext, facet: Facet, cooperations: Iterable[str]) -> list[Count]:
    """The same with links to the values' pages, the most frequent value first."""
    edition, counted = context.edition, _counted(context, facet, cooperations)
    values = sorted(facet.in_order(edition, counted), key=lambda value: -counted[value])
    return _counts(
        (facet.name(edition, value), facet.path(value), counted[value], 0) for value in values
    )


def _counted(context: PageContext, facet: Facet, cooperations: Iterable[str]) -> Counter[str]:
    atlas = context.edition.atlas
    return Counter(value for id_ in cooperations for value in facet.values(atlas, id_))


def _counts(items: Iterable[tuple[object, str, int, int]]) -> list[Count]:
    """Label, address, count and order of each line; those without a cooperation are left out."""
    kept = [item for item in items if item[2]]
    most = max((count for _, _, count, _ in kept), default=1)
    return [
        Count(label, count, f"{100 * count / most:.1f}", path, order)
        for label, path, count, order in kept
    ]
