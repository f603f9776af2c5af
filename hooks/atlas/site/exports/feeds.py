"""The feeds of the whole atlas: of its cooperations, and of the changes made in them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, time

from atlas.graph.delta import Turn
from atlas.pages import changes
from atlas.pages.changes import Latest
from atlas.pages.page import PageContext
from atlas.site import page_attachments
from atlas.site.contents import SiteContents
from atlas.site.feeds import FeedEntry

CHANGES = "changes/"
"""The folder of the feed of changes, beside the page of that name."""


def files(site: SiteContents) -> Iterator[tuple[str, bytes]]:
    """Path from the root of the site and content of each feed, in every language."""
    for context in site.contexts:
        language = context.edition.language
        name, every = context.site.names[language.code], site.atlas.records.cooperations
        for path, text in page_attachments.feed(context, "", name, every):
            yield f"{language.prefix}{path}", text.encode()
        title = f"{name}{language.colon}{context._('Changes')}"
        entries = [_entry(context, one) for one in changes.latest(context)]
        for path, text in page_attachments.write_feed(context, CHANGES, title, entries):
            yield f"{language.prefix}{path}", text.encode()


def _entry(context: PageContext, change: Latest) -> FeedEntry:
    """A change in a feed; its day tells it from others of the same cooperation."""
    turn = Turn.ADDED if change.revision.is_first else Turn.CHANGED
    name, day = change.ref.name, change.revision.day
    return FeedEntry(
        title=name.text,
        language=name.language,
        url=f"{context.address(change.ref.path)}#{day.isoformat()}",
        summary=change.said,
        updated=datetime.combine(day, time(), UTC),
        state=turn.value,
        standing=change.said,
    )
