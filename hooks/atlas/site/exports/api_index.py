"""The index of the static API: what there is, how much of it, and where."""

from __future__ import annotations

from collections.abc import Iterator

from atlas.pages.api_addresses import FOLDER
from atlas.site.api import index
from atlas.site.api.unit_files import write
from atlas.site.contents import SiteContents


def files(site: SiteContents) -> Iterator[tuple[str, bytes]]:
    """Path from the root of the site and content of the one file."""
    yield f"{FOLDER}/index.json", write(index.make(site.contexts[0]))
