"""The words that the search speaks, a small script per language: no page carries them itself."""

from __future__ import annotations

import json
from collections.abc import Iterator

from atlas.pages import search_form
from atlas.site.contents import SiteContents


def files(site: SiteContents) -> Iterator[tuple[str, bytes]]:
    """Path from the root of the site and content of each script, which sets `atlasWords`."""
    for edition in site.editions:
        words = json.dumps(search_form.texts(edition.language), ensure_ascii=False)
        yield search_form.words_path(edition.language), f"var atlasWords = {words};\n".encode()
