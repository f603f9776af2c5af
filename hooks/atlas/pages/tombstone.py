"""What stands at the address of a record that was taken out: when that was done, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from atlas.graph.edition import Text
from atlas.model.edtf_date import EdtfDate
from atlas.model.registers import Removal
from atlas.model.vocabulary import REMOVED
from atlas.pages import section_indexes
from atlas.pages.page import Page, PageContext


def pages(context: PageContext, removed: Sequence[Removal]) -> Iterator[Page]:
    """A page for every record of `removed` that had one; sources never had."""
    for removal in removed:
        section = removal.folder.value
        if section not in section_indexes.SECTIONS:
            continue
        body = context.render(
            "tombstone.html",
            date=context.edition.language.date(EdtfDate.of(removal.date.isoformat())),
            reason=context._(REMOVED[removal.reason].label),
            section=section,
            name=context._(section_indexes.SECTIONS[section].title),
        )
        title = Text(
            context._("Taken out of the atlas"), context.edition.language.code, foreign=False
        )
        yield Page(section, removal.id, title, context._(REMOVED[removal.reason].label), body)
