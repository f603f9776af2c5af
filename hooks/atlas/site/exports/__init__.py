"""The atlas in other forms than pages: one module for each, listed in EXPORTERS."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from atlas.site.contents import SiteContents
from atlas.site.exports import (
    api_index,
    api_lists,
    api_removed,
    api_schemas,
    compare,
    dataset,
    embeds,
    explore,
    explore_facts,
    explore_listed,
    explore_listed_map,
    explore_listed_rows,
    explore_map,
    explore_rows,
    facts,
    feeds,
    headings,
    iati,
    licences,
    listed,
    maps,
    match,
    redirects,
    register_files,
    search_words,
    share_cards,
    sitemap,
    tables,
    tie_texts,
    wikidata,
)

Exporter = Callable[[SiteContents], Iterator[tuple[str, bytes]]]
"""Gives path from the root of the site and content of each file; the same site, the same bytes."""

EXPORTERS: Mapping[str, Exporter] = {
    "redirects": redirects.files,
    "feeds": feeds.files,
    "maps": maps.files,
    "embeds": embeds.files,
    "tables": tables.files,
    "headings": headings.files,
    "facts": facts.files,
    "listed ties": listed.files,
    "registers": register_files.files,
    "IATI": iati.files,
    "Wikidata": wikidata.files,
    "texts of listed ties": tie_texts.files,
    "share cards": share_cards.files,
    "explore": explore.files,
    "explore, rows": explore_rows.files,
    "explore, map": explore_map.files,
    "explore, facts": explore_facts.files,
    "explore, listed": explore_listed.files,
    "explore, listed rows": explore_listed_rows.files,
    "explore, listed map": explore_listed_map.files,
    "compare": compare.files,
    "match": match.files,
    "API, lists": api_lists.files,
    "API, removed": api_removed.files,
    "API, index": api_index.files,
    "API, schemas": api_schemas.files,
    "licences": licences.files,
    "dataset": dataset.files,
    "search": search_words.files,
    "sitemap": sitemap.files,
}
"""Every export by what a build calls it while it is written."""

OF_PAGES = frozenset({"share cards", "sitemap"})
"""Exports that are not made of records alone: the first keeps its files itself, the other lists all
pages."""
