"""Hand-written pages with their gaps filled from records; those at one address are a unit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from atlas.pages import search_record, section_indexes
from atlas.pages.page import PageContext
from atlas.pages.search_record import SearchRecord
from atlas.site import data_catalogue, linked_data, offered, shell
from atlas.site.frames import CATALOGUE, OFFERED, HandWrittenPage
from atlas.site.frames import fill as fill_gaps
from atlas.site.units import Unit

KIND = "hand-written"
"""The kind of these units; their id is the address."""


def by_address(pages: Iterable[HandWrittenPage]) -> dict[str, HandWrittenPage]:
    """The pages by the code of their language and their address under its root: "en/about/"."""
    return {f"{page.language}/{page.address}": page for page in pages}


def units(pages: Mapping[str, HandWrittenPage]) -> list[Unit]:
    """The units that such pages are."""
    return [Unit(KIND, address) for address in sorted({page.address for page in pages.values()})]


def fill(page: HandWrittenPage, context: PageContext) -> str:
    """The HTML of a page; `context` is one of its language, of whatever depth."""
    there = context.at(page.address.count("/"))

    def fill_gap(name: str) -> str:
        if name == CATALOGUE:
            return str(linked_data.script(data_catalogue.describe(there.edition, there.site)))
        if name == OFFERED:
            return str(offered.fill(there))
        return section_indexes.FILLINGS[name](there)

    return shell.tighten(fill_gaps(page.html, fill_gap))


def search_record_of(page: HandWrittenPage) -> SearchRecord:
    """What the search index is to hold of a page that is listed."""
    return search_record.of_hand_written(page.title, page.description, page.prose)
