"""The listed ties of each country, as CSV: those rows of the table of all that are about it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from atlas.model import iso_codes
from atlas.pages import offered_files
from atlas.site.contents import SiteContents
from atlas.site.dataset import csv_file
from atlas.site.dataset.table import TableSource, Value
from atlas.site.dataset.tie_tables import LISTED_TIES


def files(site: SiteContents) -> Iterator[tuple[str, bytes]]:
    """Path from the root of the site and content of each file; none if there is no register.

    A territory's rows are its state's as well.
    """
    source = TableSource.of(site.contexts[0])
    columns = LISTED_TIES.flat_columns(source)
    at = [i for i, column in enumerate(columns) if column.name in {"a_country", "b_country"}]
    of_country: dict[str, list[Sequence[Value]]] = defaultdict(list)
    for row in LISTED_TIES.flat_rows(source):
        for code in iso_codes.with_states({code for i in at for code in str(row[i]).split()}):
            of_country[code].append(row)
    for code, rows in sorted(of_country.items()):
        yield offered_files.of_country(code), csv_file.write(columns, rows)
