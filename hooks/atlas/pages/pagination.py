"""Long lists, cut into pages so that no page grows with the atlas."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup

from atlas.graph.edition import Ref
from atlas.i18n.normalize import sort_key
from atlas.pages.page import PageContext

LENGTH = 500
"""Entries on one page of a list, unless they are more than a line each."""

READ_THROUGH = 100
"""Entries up to which a list is read through; from there on its initials are ways into it."""

_AROUND = 2
"""Pages before and after the present one to which it has a link, beside the first and the last."""


@dataclass(frozen=True, slots=True)
class ListEntry:
    """One line of a list: a link, where it lies or what it is, and how many cooperations
    and how many listed ties it has, in words."""

    ref: Ref
    where: list[Ref]
    counted: str
    listed: str = ""
    text: object = ""


Renderer = Callable[[PageContext, Sequence[str]], Markup]
"""Turns the ids on one page of a list into its HTML."""


@dataclass(frozen=True)
class PagedList:
    """A list that is cut into pages.

    `ids` are all of it in its order, `render` makes the HTML of some of them, and `address` has for
    the number of a page where it lies under the language's root, and `fragment` leads to the list
    on each. `names` has what each id is
    ordered by, if the list is in the order of names: then its initials are ways into it. They head
    what they begin, unless the list is one `table`, whose first row of each has it for its id.
    """

    ids: Sequence[str]
    render: Renderer
    address: Callable[[int], str]
    fragment: str = ""
    length: int = LENGTH
    names: Callable[[str], str] | None = None
    table: bool = False

    @property
    def count(self) -> int:
        """How many pages it has: one at least."""
        return max(1, -(-len(self.ids) // self.length))

    @property
    def further(self) -> Iterator[int]:
        """The numbers of its pages behind the first."""
        return iter(range(2, self.count + 1))

    def page(self, context: PageContext, number: int) -> Markup:
        """One of its pages, with the ways to the others."""
        start = (number - 1) * self.length
        ids = self.ids[start : start + self.length]
        groups = self._group(ids) if self._initials and not self.table else {"": ids}
        return context.render(
            "leaf.html",
            groups=[
                (letter, anchor(letter), self.render(context, some))
                for letter, some in groups.items()
            ],
            address=lambda leaf: f"{self.address(leaf)}{self.fragment}",
            number=number,
            leaves=list_leaves(number, self.count),
            initials=self._initials,
        )

    @cached_property
    def _initials(self) -> list[tuple[str, str]]:
        """Each initial with the address of the first entry that has it; none in a short list."""
        if self.names is None or len(self.ids) <= READ_THROUGH:
            return []
        found: dict[str, int] = {}
        for index, id_ in enumerate(self.ids):
            found.setdefault(initial(self.names(id_)), index)
        return [
            (letter, f"{self.address(index // self.length + 1)}#{anchor(letter)}")
            for letter, index in found.items()
        ]

    def _group(self, ids: Sequence[str]) -> dict[str, list[str]]:
        """Some of the ids by their initials."""
        assert self.names is not None, "only what is in the order of names has initials"
        found: dict[str, list[str]] = {}
        for id_ in ids:
            found.setdefault(initial(self.names(id_)), []).append(id_)
        return found


def number_title(context: PageContext, title: str, number: int) -> str:
    """What a further page of the list with this title is called."""
    return context._("{title}, page {number}").format(title=title, number=number)


def initial(name: str) -> str:
    """The letter under which a name stands in a list; "#" for what begins with none."""
    first = sort_key(name)[:1]
    return first.upper() if first.isalpha() else "#"


def anchor(letter: str) -> str:
    """The id of the first entry with this initial on a page."""
    return f"letter-{'-'.join(f'{ord(one):x}' for one in letter)}"


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
