"""Every address in every language, each with its translations (sitemaps.org 0.9)."""

from __future__ import annotations

import gzip
from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from atlas.site.contents import SiteContents

MOST_ADDRESSES = 10_000
"""In one file; the protocol allows 50,000 and 50 MB, and ours are long."""

_SPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def files(site: SiteContents) -> Iterator[tuple[str, bytes]]:
    """Path from the root of the site and content of each sitemap; parts are compressed."""
    languages = [(one.language.code, one.language.prefix) for one in site.editions]
    for name, text in sitemaps(site.info.url, languages, site.addresses):
        content = text.encode()
        yield name, gzip.compress(content, mtime=0) if name.endswith(".gz") else content


def sitemaps(
    url: str, languages: Sequence[tuple[str, str]], paths: Sequence[str]
) -> Iterator[tuple[str, str]]:
    """Name and text of the sitemap of a site at `url`: one file, or an index and its parts.

    `languages` are codes and their folders ("nl", "nl/"), the default one first; `paths` lie under
    each language's root.
    """
    step = MOST_ADDRESSES // len(languages)
    parts = [paths[start : start + step] for start in range(0, len(paths), step)]
    if len(parts) == 1:
        yield "sitemap.xml", _part(url, languages, paths)
        return
    names = [f"sitemap-{number}.xml.gz" for number in range(1, len(parts) + 1)]
    for name, part in zip(names, parts, strict=True):
        yield name, _part(url, languages, part)
    yield (
        "sitemap.xml",
        _document(
            f'<sitemapindex xmlns="{_SPACE}">',
            [f"<sitemap><loc>{escape(url + name)}</loc></sitemap>" for name in names],
            "</sitemapindex>",
        ),
    )


def _part(url: str, languages: Sequence[tuple[str, str]], paths: Sequence[str]) -> str:
    lines = []
    for path in paths:
        links = "".join(
            f'<xhtml:link rel="alternate" hreflang="{code}" href={quoteattr(url + prefix + path)}/>'
            for code, prefix in [*languages, ("x-default", languages[0][1])]
        )
        lines += [
            f"<url><loc>{escape(url + prefix + path)}</loc>{links}</url>" for _, prefix in languages
        ]
    head = f'<urlset xmlns="{_SPACE}" xmlns:xhtml="http://www.w3.org/1999/xhtml">'
    return _document(head, lines, "</urlset>")


def _document(head: str, lines: Sequence[str], foot: str) -> str:
    return "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', head, *lines, f"{foot}\n"])
