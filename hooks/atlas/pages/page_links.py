"""The links in the head of a page to its data and to what lies beside it, for programs."""

from __future__ import annotations

from markupsafe import Markup

from atlas.pages import api_addresses, subscriptions
from atlas.pages.page import Page, PageContext

_ALTERNATE = Markup('<link rel="alternate" type="{}" href="{}">')

_FEED = _ALTERNATE.format("application/atom+xml", subscriptions.FEED)
_CALENDAR = _ALTERNATE.format("text/calendar", subscriptions.CALENDAR)


_FRONTS = frozenset({"index.md", "changes.md"})
"""The hand-written pages that have a feed: of the whole atlas, and of what changed in it."""


def of_front(file: str) -> Markup:
    """Those of a hand-written page, by its file in the folder of its language."""
    return _FEED if file in _FRONTS else Markup("")


def of_page(context: PageContext, page: Page) -> Markup:
    """Those of a page that is made from records; what continues a list has none."""
    if page.is_further:
        return Markup("")
    beside = subscriptions.find(context, page.section, page.id)
    links = [*([_FEED] if beside.feed else []), *([_CALENDAR] if beside.calendar else [])]
    return Markup("").join([api_addresses.head_links(context, page), *links])
