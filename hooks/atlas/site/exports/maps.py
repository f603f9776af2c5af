"""The files that all maps share."""

from __future__ import annotations

from collections.abc import Iterator

from atlas.maps import assets
from atlas.site import compaction
from atlas.site.contents import SiteContents


def files(site: SiteContents) -> Iterator[tuple[str, bytes]]:
    """Path from the root of the site and content of each file, but for the backgrounds."""
    for path, content in assets.files(site.outlines):
        yield path, compaction.shorten(path, content)
