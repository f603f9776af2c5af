"""Small pages at the former addresses of records that were renamed."""

from __future__ import annotations

from collections.abc import Iterator

from atlas import pages
from atlas.pages import redirect
from atlas.site.contents import SiteContents


def files(site: SiteContents) -> Iterator[tuple[str, bytes]]:
    """Path from the root of the site and content of each page, in every language."""
    former = [
        (kind.SECTION, id_, old)
        for kind in pages.KINDS
        for id_, record in getattr(site.atlas.records, kind.SECTION, {}).items()
        for old in record.previous_ids
    ]
    for context in site.contexts:
        prefix = context.edition.language.prefix
        for section, id_, old in former:
            html = redirect.page(context, context.edition.record(section, id_))
            yield f"{prefix}{section}/{old}/index.html", html.encode()
