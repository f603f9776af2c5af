"""What Wikidata may take from the atlas: commands of QuickStatements, mismatches, a catalogue."""

from __future__ import annotations

from collections.abc import Iterator

from atlas.site import csv_table
from atlas.site.contents import SiteContents
from atlas.site.wikidata import quickstatements, tables


def files(site: SiteContents) -> Iterator[tuple[str, bytes]]:
    """Path from the root of the site and content of each file that has something in it."""
    for data, heading, rows in tables.find(site.atlas, site.info.url):
        [format_] = data.formats
        if found := [*rows]:
            delimiter = "\t" if format_.ending == "tsv" else ","
            text = (
                csv_table.write([heading, *found], delimiter)
                if heading
                else quickstatements.write(found)
            )
            yield data.path(format_), text.encode()
