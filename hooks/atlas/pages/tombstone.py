"""What stands at the address of a record that was taken out: when that was done, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from atlas.edition import Text
from atlas.edtf_date import EdtfDate
from atlas.pages import fronts
from atlas.pages.page import Desk, Page
from atlas.registers import Removal
from atlas.vocabulary import REMOVED


def pages(desk: Desk, removed: Sequence[Removal]) -> Iterator[Page]:
    """A page for every record of `removed` that had one; sources never had."""
    for removal in removed:
        section = removal.folder.value
        if section not in fronts.SECTIONS:
            continue
        body = desk.render(
            "removed.html",
            date=desk.edition.language.date(EdtfDate.of(removal.date.isoformat())),
            reason=desk._(REMOVED[removal.reason].label),
            section=section,
            name=desk._(fronts.SECTIONS[section].title),
        )
        title = Text(desk._("Taken out of the atlas"), desk.edition.language.code, foreign=False)
        yield Page(section, removal.id, title, desk._(REMOVED[removal.reason].label), body)
