"""The links in the head of a page to what lies beside it, for programs."""

from __future__ import annotations

from markupsafe import Markup

from atlas.pages import subscriptions
from atlas.pages.page import Page, PageContext

_ALTERNATE = Markup('<link rel="alternate" type="{}" href="{}">')

_FEED = _ALTERNATE.format("application/atom+xml", subscriptions.FEED)
_CALENDAR = _ALTERNATE.format("text/calendar", subscriptions.CALENDAR)


def of_home() -> Markup:
    """Those of the home page, which has the feed of the whole atlas."""
    return _FEED


def of_page(context: PageContext, page: Page) -> Markup:
    """Those of a page that is made from records; what continues a list has none."""
    if page.is_further:
        return Markup("")
    beside = subscriptions.find(context.edition.atlas, page.section, page.id)
    links = [*([_FEED] if beside.feed else []), *([_CALENDAR] if beside.calendar else [])]
    return Markup("").join(links)
