"""The files of what Wikidata may take from the atlas: the heading and the rows of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from atlas.graph.edition import Edition
from atlas.graph.relate import Atlas
from atlas.pages import offered_files
from atlas.pages.data_files import DataSet
from atlas.site.wikidata import catalogue, mismatches, quickstatements, statements

Rows = Iterator[Sequence[str]]


def find(atlas: Atlas, url: str) -> Iterator[tuple[DataSet, Sequence[str], Rows]]:
    """Every file, its heading and its rows, which may be none; commands have no heading. `url` is
    the address of the site.

    What is researched and what registers list stand in files of their own.
    """
    english = Edition.in_english(atlas)
    items = {id_: one.wikidata for id_, one in atlas.records.places.items() if one.wikidata}
    known, researched = statements.find_known(atlas), [*statements.find_researched(atlas)]
    listed = statements.find_listed(atlas)
    yield offered_files.STATEMENTS, (), quickstatements.find(researched, items, known)
    yield offered_files.LISTED_STATEMENTS, (), quickstatements.find(listed, items, known)
    found = mismatches.find_rows(atlas, researched, url)
    yield offered_files.MISMATCHES, mismatches.COLUMNS, found
    yield offered_files.NAMES, catalogue.COLUMNS, catalogue.find_records(english, url)
    yield offered_files.LISTED_NAMES, catalogue.COLUMNS, catalogue.find_listed(english, url)
