"""The feeds of the whole atlas."""

from __future__ import annotations

from collections.abc import Iterator

from atlas.site import page_attachments
from atlas.site.contents import SiteContents


def files(site: SiteContents) -> Iterator[tuple[str, bytes]]:
    """Path from the root of the site and content of each feed, in every language."""
    for context in site.contexts:
        language = context.edition.language
        name, every = context.site.names[language.code], site.atlas.records.cooperations
        for path, text in page_attachments.feed(context, "", name, every):
            yield f"{language.prefix}{path}", text.encode()
