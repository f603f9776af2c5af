"""Counts of cooperations, and of listed ties, by a facet. Worked out, never copied."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass

from atlas.graph import tally
from atlas.graph.facets import DECADE, FORM, THEME, Facet
from atlas.model.vocabulary import Form
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
    if tally.count(context.edition.atlas, cooperations) < FEWEST:
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

    Values without an order of their own: the most frequent first. Memberships of networks count
    where they are told apart, by type.
    """
    atlas = context.edition.atlas
    having: dict[str, list[str]] = defaultdict(list)
    for id_ in cooperations:
        for value in facet.values(atlas, id_):
            having[value].append(id_)
    counted = Counter({value: tally.count(atlas, ids) for value, ids in having.items()})
    if facet is FORM:
        membership = Form.NETWORK_MEMBERSHIP.value
        counted[membership] = len(tally.tally(atlas, having[membership]).memberships)
    return _lines(context, facet, +counted, facet.path)


def count_listed(
    context: PageContext, facet: Facet, path: Callable[[str], str], most: int | None = None
) -> list[Count]:
    """The same of the ties that registers list and nobody has researched, with the address of each
    value's list; of values without an order no more than the `most` frequent."""
    counted = facet.count_listed(context.edition.atlas)
    lines = _lines(context, facet, counted, path)
    return lines if facet.rank else lines[:most]


def _lines(
    context: PageContext, facet: Facet, counted: Counter[str], path: Callable[[str], str]
) -> list[Count]:
    most = max(counted.values(), default=1)
    values = facet.in_order(context.edition, counted)
    if not facet.rank:
        values.sort(key=lambda value: -counted[value])
    return [
        Count(
            label=facet.name(context.edition, value),
            count=counted[value],
            percent=f"{100 * counted[value] / most:.1f}",
            path=path(value),
        )
        for value in values
    ]
