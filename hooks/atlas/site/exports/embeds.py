"""What all pages in frames of others share: their style sheet."""

from __future__ import annotations

from collections.abc import Iterator

from atlas.site import compaction, embed_styles
from atlas.site.contents import SiteContents


def files(_: SiteContents) -> Iterator[tuple[str, bytes]]:
    """Path from the root of the site and content of the file."""
    yield embed_styles.PATH, compaction.shorten(embed_styles.PATH, embed_styles.read().encode())
