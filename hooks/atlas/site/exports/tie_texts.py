"""What the script of listed ties fetches beside their rows: its texts in each language."""

from __future__ import annotations

import json
from collections.abc import Iterator

from atlas.pages import tie_forms
from atlas.site.contents import SiteContents

FOLDER = "assets/listed"


def files(site: SiteContents) -> Iterator[tuple[str, bytes]]:
    """A file for each language, if registers list anything."""
    if not site.atlas.listed.pairs:
        return
    for context in site.contexts:
        text = json.dumps(tie_forms.texts(context), ensure_ascii=False, separators=(",", ":"))
        yield f"{FOLDER}/{context.edition.language.code}.json", text.encode()
