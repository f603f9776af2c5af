"""Long lists of links, cut into pages so that no page grows with the atlas."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from atlas.files.ids import further_page
from atlas.graph.edition import Ref
from atlas.pages.page import Page, PageContext

LENGTH = 500
"""Entries on one page of a list, unless they are more than a line each."""

_AROUND = 2
"""Pages before and after the present one to which it has a link, beside the first and the last."""


@dataclass(frozen=True, slots=True)
class ListEntry:
    """One line of a list: a link, where it lies or what it is, how many cooperations it has."""

    ref: Ref
    where: list[Ref]
    count: int
    text: object = ""


Renderer = Callable[[PageContext, Sequence[str]], Markup]
"""Turns the ids on one page of a list into its HTML."""


def first(
    context: PageContext, section: str, ids: Sequence[str], render: Renderer, length: int = LENGTH
) -> Markup:
    """The first page of a list, which stands on the section's front."""
    return _render(context, section, ids, render, 1, length)


def rest(
    context: PageContext,
    section: str,
    title: str,
    ids: Sequence[str],
    render: Renderer,
    length: int = LENGTH,
) -> Iterator[Page]:
    """The further pages of a list: /<section>/page-2/ and so on."""
    for number in range(2, _count_pages(ids, length) + 1):
        name = context._("{title}, page {number}").format(title=title, number=number)
        body = _render(context, section, ids, render, number, length)
        yield Page(section, further_page(number), context.edition.own(name), name, body)


def entries(context: PageContext, items: Sequence[ListEntry]) -> Markup:
    """A list of links with their counts."""
    return context.render("entries.html", entries=items)


def list_leaves(number: int, last: int) -> list[int | None]:
    """The pages to which page `number` of `last` has a link, itself among them; None for a gap.

    A gap of one page would be no shorter than that page.
    """
    near = {1, last, *range(max(1, number - _AROUND), min(last, number + _AROUND) + 1)}
    leaves: list[int | None] = []
    before = 0
    for leaf in sorted(near):
        if leaf - before == 2:
            leaves.append(leaf - 1)
        elif leaf - before > 2:
            leaves.append(None)
        leaves.append(leaf)
        before = leaf
    return leaves


def _render(
    context: PageContext,
    section: str,
    ids: Sequence[str],
    render: Renderer,
    number: int,
    length: int,
) -> Markup:
    start = (number - 1) * length
    return context.render(
        "leaf.html",
        content=render(context, ids[start : start + length]),
        section=section,
        number=number,
        leaves=list_leaves(number, _count_pages(ids, length)),
    )


def _count_pages(ids: Sequence[str], length: int) -> int:
    return max(1, -(-len(ids) // length))
