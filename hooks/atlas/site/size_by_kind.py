"""What a built site's bytes and files are: pages by section, maps, tables, cards, and so on."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from atlas.i18n.messages import Message, msg


@dataclass(frozen=True, slots=True)
class Share:
    """So many files of a kind, and their bytes."""

    kind: Message
    files: int
    size: int


_KINDS = (
    (re.compile(r"sitemap[^/]*"), msg("sitemaps")),
    (re.compile(r"(.*/)?card\.png"), msg("share cards")),
    (re.compile(r"(.*/)?feed\.(atom|json)"), msg("feeds")),
    (re.compile(r"([^/]+/){2,}embed/index\.html"), msg("pages for frames of others")),
    (re.compile(r"(.*/)?calendar\.ics"), msg("calendars")),
    (re.compile(r"pagefind/.*"), msg("search index")),
    (re.compile(r"assets/maps/.*"), msg("maps")),
    (re.compile(r"assets/(javascripts|stylesheets|images|fonts)/.*"), msg("scripts and styles")),
    (re.compile(r"assets/.*"), msg("tables and lists")),
    (re.compile(r"api/.*"), msg("files of the API")),
)
"""The kinds but for pages of records, by what the whole path of a file is; the first that fits."""

_PAGE = re.compile(r"([a-z-]+)/[^/]+/index\.html")
_OTHER = msg("other files")
_OTHER_PAGES = msg("other pages")


def shares(files: Mapping[str, int], prefixes: Collection[str]) -> list[Share]:
    """The kinds of `files`, paths with their bytes, the largest first; together they are all.

    `prefixes` are the folders of the languages ("nl/"; the first one's is "").
    """
    found: dict[Message, list[int]] = {}
    for path, size in files.items():
        found.setdefault(_kind_of(path, prefixes), []).append(size)
    every = [Share(kind, len(sizes), sum(sizes)) for kind, sizes in found.items()]
    return sorted(every, key=lambda share: (-share.size, str(share.kind)))


def _kind_of(path: str, prefixes: Collection[str]) -> Message:
    for pattern, kind in _KINDS:
        if pattern.fullmatch(path):
            return kind
    if not path.endswith("index.html"):
        return _OTHER
    first, slash, rest = path.partition("/")
    own = rest if f"{first}{slash}" in prefixes else path
    page = _PAGE.fullmatch(own)
    return msg("pages of {section}", section=page[1]) if page else _OTHER_PAGES
