"""What a site's sitemap says of it, in one file or in parts (sitemaps.org 0.9)."""

from __future__ import annotations

import gzip
import io
import xml.etree.ElementTree as ET
import zlib
from collections.abc import Mapping
from dataclasses import dataclass

from atlas.i18n.messages import listing, msg

SITEMAP = "sitemap.xml"
"""The name of a site's sitemap, which may name parts."""

MOST_BYTES = 52_428_800
"""What a sitemap may have before it is compressed."""

_SPACES = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "x": "http://www.w3.org/1999/xhtml",
}


class SitemapError(Exception):
    """A sitemap is not one, or not all of it was given; a sentence says which."""


@dataclass(frozen=True, slots=True)
class Sitemap:
    """What a site's sitemap says of it.

    `prefixes` are the folders of its languages ("nl/", the first language's ""), by their codes;
    `paths` all addresses, from the site's root.
    """

    prefixes: Mapping[str, str]
    paths: frozenset[str]


def parse_sitemaps(sitemaps: Mapping[str, bytes]) -> Sitemap:
    """What a site's `sitemap.xml` says, with the parts it names; `sitemaps` are files by name.

    Raises SitemapError if one of them is not there, or is no sitemap.
    """
    index = _parse(SITEMAP, sitemaps)
    parts = [part.text or "" for part in index.iterfind("s:sitemap/s:loc", _SPACES)]
    addresses: set[str] = set()
    home: dict[str, str] = {}
    for tree in (index, *(_parse(part.rpartition("/")[2], sitemaps) for part in parts)):
        for entry in tree.iterfind("s:url", _SPACES):
            links = {
                link.attrib["hreflang"]: link.get("href", "")
                for link in entry.iterfind("x:link[@hreflang]", _SPACES)
            }
            addresses.add(entry.findtext("s:loc", "", _SPACES))
            shortest = home.get("x-default")
            if "x-default" in links and (not shortest or len(links["x-default"]) < len(shortest)):
                home = links
    if not home.keys() > {"x-default"}:
        raise SitemapError(
            msg("{names}: no page is listed with its languages.", names=listing(sorted(sitemaps)))
        )
    root = home.pop("x-default")
    return Sitemap(
        {code: address.removeprefix(root) for code, address in home.items()},
        frozenset(address.removeprefix(root) for address in addresses),
    )


def _parse(name: str, sitemaps: Mapping[str, bytes]) -> ET.Element:
    if name not in sitemaps:
        raise SitemapError(
            msg("there is no {file}.", file=name)
            if name == SITEMAP
            else msg("{name} names {file}, which was not given.", name=SITEMAP, file=name)
        )
    try:
        tree = ET.fromstring(_unpack(name, sitemaps[name]))  # noqa: S314 - expat bounds entities
    except (  # the last two of unknown encodings
        *(EOFError, OSError, zlib.error),
        *(ET.ParseError, LookupError, ValueError),
    ) as error:
        raise SitemapError(
            msg("{name} is not a sitemap: {reason}.", name=name, reason=str(error))
        ) from error
    root = tree.tag.rpartition("}")[2]
    if root not in {"urlset", "sitemapindex"}:
        raise SitemapError(msg("{name} is not a sitemap: {reason}.", name=name, reason=f"<{root}>"))
    return tree


def _unpack(name: str, content: bytes) -> bytes:
    """A sitemap as XML; of a compressed one no more than the protocol allows."""
    if not name.endswith(".gz"):
        return content
    with gzip.open(io.BytesIO(content)) as file:
        unpacked = file.read(MOST_BYTES + 1)
    if len(unpacked) > MOST_BYTES:
        raise ValueError(f"more than {MOST_BYTES} bytes")
    return unpacked
