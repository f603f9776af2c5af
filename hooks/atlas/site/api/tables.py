"""The cooperations of a page as a table (CSV): rows of the table of all (`cooperation_row`)."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from atlas.pages.page import PageContext
from atlas.site.dataset import cooperation_row, csv_file
from atlas.site.dataset.cooperation_row import COOPERATIONS
from atlas.site.dataset.table import TableSource


def write(context: PageContext, ids: Iterable[str]) -> bytes:
    """The table of these cooperations, in their order."""
    lines = context.remember_for_all("CSV", "lines", partial(_Lines, context))
    rows = (context.remember_for_all("CSV row", id_, partial(lines.write, id_)) for id_ in ids)
    return "".join([lines.heading, *rows]).encode()


class _Lines:
    """Writes the lines of such tables, of which all have the same heading."""

    def __init__(self, context: PageContext) -> None:
        self._source = TableSource.of(context)
        self._columns = COOPERATIONS.flat_columns(self._source)
        self.heading = csv_file.write_heading(self._columns)

    def write(self, id_: str) -> str:
        """The line of a cooperation."""
        row = cooperation_row.make(self._source, id_)
        return csv_file.write_rows(self._columns, COOPERATIONS.flat_rows(self._source, [row]))
