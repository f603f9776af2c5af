"""What Wikidata may take from the atlas: commands of QuickStatements, mismatches, a catalogue."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from atlas.graph.counts import FOLDER
from atlas.graph.edition import Edition
from atlas.i18n.languages import ENGLISH
from atlas.site import csv_table
from atlas.site.contents import SiteContents
from atlas.site.wikidata import catalogue, mismatches, quickstatements, statements

WIKIDATA = f"{FOLDER}/wikidata"


def files(site: SiteContents) -> Iterator[tuple[str, bytes]]:
    """Path from the root of the site and content of each file that has something in it.

    What is researched and what registers list stand in files of their own.
    """
    atlas, url = site.atlas, site.info.url
    english = Edition(atlas, ENGLISH, (ENGLISH,))
    items = {id_: one.wikidata for id_, one in atlas.records.places.items() if one.wikidata}
    known, researched = statements.find_known(atlas), [*statements.find_researched(atlas)]
    for name, found in (("researched", researched), ("listed", statements.find_listed(atlas))):
        if commands := quickstatements.write(found, items, known):
            yield f"{WIKIDATA}/quickstatements-{name}.txt", commands.encode()
    rows = mismatches.find_rows(atlas, researched, url)
    yield from _table("mismatches.csv", mismatches.COLUMNS, rows)
    yield from _table("mix-n-match.tsv", catalogue.COLUMNS, catalogue.find_records(english, url))
    rows = catalogue.find_listed(english, url)
    yield from _table("mix-n-match-listed.tsv", catalogue.COLUMNS, rows)


def _table(
    name: str, columns: Sequence[str], rows: Iterable[Sequence[str]]
) -> Iterator[tuple[str, bytes]]:
    found = [*rows]
    if found:
        delimiter = "\t" if name.endswith(".tsv") else ","
        text = csv_table.write([columns, *found], delimiter)
        yield f"{WIKIDATA}/{name}", text.encode()
