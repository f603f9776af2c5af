"""The pictures that stand for a page where its address is shared."""

from __future__ import annotations

from collections.abc import Iterator

from atlas.site.contents import SiteContents


def files(site: SiteContents) -> Iterator[tuple[str, bytes]]:
    """Path from the root of the site and content of each card; none in a site without them."""
    if site.cards:
        yield from site.cards.files(site.contexts)
