"""The licence texts of what the site ships by others, beside the page that lists them."""

from __future__ import annotations

from collections.abc import Iterator

from atlas.pages.licences import PARTS
from atlas.site.contents import SiteContents


def files(site: SiteContents) -> Iterator[tuple[str, bytes]]:
    """Path from the root of the site and content of each text."""
    for part in PARTS:
        if part.text_path:
            yield part.text_path, part.text.encode()
