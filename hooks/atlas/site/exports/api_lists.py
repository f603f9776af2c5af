"""The lists of the static API; the files of single things come with their pages."""

from __future__ import annotations

from collections.abc import Iterator

from atlas.pages.api_addresses import FOLDER
from atlas.site.api import lists
from atlas.site.api.unit_files import write
from atlas.site.contents import SiteContents


def files(site: SiteContents) -> Iterator[tuple[str, bytes]]:
    """Path from the root of the site and content of each list."""
    for kind, found in lists.make(site.contexts[0]):
        yield f"{FOLDER}/{kind}.json", write(found)
