"""What stands at the address of a record that was taken out: when that was done, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from atlas.model import MODELS
from atlas.model.ledgers import Removal
from atlas.model.vocabulary import REMOVED
from atlas.pages import section_indexes
from atlas.pages.page import Page, PageContext


def pages(context: PageContext, removed: Sequence[Removal]) -> Iterator[Page]:
    """A page for every record of `removed` that had one."""
    title = context.edition.own(context._("Taken out of the atlas"))
    for removal in removed:
        if removal.folder not in MODELS:
            continue  # a listed tie has no page of its own
        section, reason = removal.folder.value, context._(REMOVED[removal.reason])
        body = context.render(
            "tombstone.html",
            date=context.edition.day(removal.date).text,
            reason=reason,
            section=section,
            name=context._(section_indexes.SECTIONS[section].title),
        )
        yield Page(section, removal.id, title, reason, body)
