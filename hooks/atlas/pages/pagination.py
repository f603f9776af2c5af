"""Long lists of links, cut into pages so that no page grows with the atlas."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from atlas.files.ids import further_page
from atlas.graph.edition import Ref
from atlas.pages.page import Page, PageContext

LENGTH = 500
"""Entries on one page of a list."""


@dataclass(frozen=True, slots=True)
class ListEntry:
    """One line of a list: a link, where it lies or what it is, how many cooperations it has."""

    ref: Ref
    where: list[Ref]
    count: int
    text: object = ""


Renderer = Callable[[PageContext, Sequence[str]], Markup]
"""Turns the ids on one page of a list into its HTML."""


def first(context: PageContext, section: str, ids: Sequence[str], render: Renderer) -> Markup:
    """The first page of a list, which stands on the section's front."""
    return _render(context, section, ids, render, 1)


def rest(
    context: PageContext, section: str, title: str, ids: Sequence[str], render: Renderer
) -> Iterator[Page]:
    """The further pages of a list: /<section>/page-2/ and so on."""
    for number in range(2, _count_pages(ids) + 1):
        name = context._("{title}, page {number}").format(title=title, number=number)
        body = _render(context, section, ids, render, number)
        yield Page(section, further_page(number), context.edition.own(name), name, body)


def entries(context: PageContext, items: Sequence[ListEntry]) -> Markup:
    """A list of links with their counts."""
    return context.render("entries.html", entries=items)


def _render(
    context: PageContext, section: str, ids: Sequence[str], render: Renderer, number: int
) -> Markup:
    start = (number - 1) * LENGTH
    return context.render(
        "leaf.html",
        content=render(context, ids[start : start + LENGTH]),
        section=section,
        number=number,
        last=_count_pages(ids),
    )


def _count_pages(ids: Sequence[str]) -> int:
    return max(1, -(-len(ids) // LENGTH))
