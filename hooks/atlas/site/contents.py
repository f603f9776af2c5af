"""What is published: the atlas in every language, its maps, and the addresses of its pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from atlas.graph.edition import Edition
from atlas.graph.relate import Atlas
from atlas.maps import outlines
from atlas.maps.outlines import Bounds
from atlas.model.ledgers import Removal
from atlas.pages.page import Maps, PageContext, SiteInfo
from atlas.site.cards.renderer import CardRenderer
from atlas.site.columns import Table
from atlas.site.frames import HandWrittenPage
from atlas.site.listed_columns import ListedTable

PAGE_DEPTH = 2
"""Every stamped page lies two folders below its language's root, as its shell does."""


@dataclass(frozen=True)
class SiteContents:
    """What exporters make their files of.

    `contexts` are those of stamped pages, a language each, that of the site's root first; all of
    them share one `Maps`. `addresses` are those of
    all pages under the root of their language. Without `cards` the pages have no share cards.
    `hand_written` are the host's pages, by the code of their language and their address,
    and `removed` the records that were taken out, by folder and id ("places/genk").
    """

    contexts: Sequence[PageContext]
    outlines: Mapping[str, Any]
    addresses: Sequence[str] = ()
    cards: CardRenderer | None = None
    hand_written: Mapping[str, HandWrittenPage] = field(default_factory=dict)
    removed: Mapping[str, Removal] = field(default_factory=dict)

    @cached_property
    def bounds(self) -> Mapping[str, Bounds]:
        """The main bounds of every country, by its code."""
        return outlines.bounds(self.outlines)

    @property
    def editions(self) -> list[Edition]:
        """The atlas in every language."""
        return [context.edition for context in self.contexts]

    @property
    def atlas(self) -> Atlas:
        """The records, free of language."""
        return self.contexts[0].edition.atlas

    @cached_property
    def table(self) -> Table:
        """The cooperations in the order in which scripts are given them."""
        return Table(self.atlas)

    @cached_property
    def listed_table(self) -> ListedTable:
        """The ties that registers list, in the order in which scripts are given them."""
        return ListedTable(self.atlas)

    @property
    def info(self) -> SiteInfo:
        """What all pages share."""
        return self.contexts[0].site

    @property
    def maps(self) -> Maps:
        """The maps of all pages."""
        return self.contexts[0].maps
