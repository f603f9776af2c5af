"""Where Wikidata says of a twinning that it began in another year than our sources do.

The columns are those of Wikidata's Mismatch Finder:
https://github.com/wmde/wikidata-mismatch-finder/blob/main/docs/UserGuide.md
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from atlas.graph.relate import Atlas
from atlas.model import ListedTie
from atlas.model.edtf_date import EdtfDate
from atlas.site.wikidata.quickstatements import START
from atlas.site.wikidata.statements import Statement, is_of_wikidata

COLUMNS = (
    *("item_id", "statement_guid", "property_id", "wikidata_value", "meta_wikidata_value"),
    *("external_value", "external_url", "type"),
)

_GUID = re.compile(r"([Qq][1-9]\d*)\$[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}")
_QUALIFIER = "qualifier"


def find_rows(atlas: Atlas, statements: Iterable[Statement], url: str) -> Iterator[list[str]]:
    """A row for each statement of Wikidata whose start cannot be that of our record; `url` is the
    address of the site.

    Only where the register that was taken from Wikidata tells the statement's own id, and of one
    statement alone: whose start it is of two, it does not tell. Such a row would need the id, as
    without it the Mismatch Finder takes the value for one that Wikidata lacks.
    """
    ours = {statement.pair: statement for statement in statements if statement.start}
    for pair in atlas.listed.pairs.values():
        statement = ours.get((pair.a, pair.b))
        if statement is None or statement.start is None:
            continue
        for tie in pair.ties:
            guid = _GUID.fullmatch(tie.locator or "")
            if not guid or not is_of_wikidata(atlas, tie) or not _differs(tie, statement.start):
                continue
            item, page = guid[1].upper(), f"{url}cooperations/{statement.cooperations[0]}/"
            said, stated = str(tie.start), str(statement.start)
            yield [item, guid[0], START, said, "", stated, page, _QUALIFIER]


def _differs(tie: ListedTie, start: EdtfDate) -> bool:
    """Whether the start of a tie is known for sure, and no day is in both."""
    if tie.start is None or tie.start.qualifier or tie.start_as_stated:
        return False
    return tie.start.last < start.first or start.last < tie.start.first
