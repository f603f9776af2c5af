"""Feeds of what was last changed: Atom (RFC 4287) and JSON Feed 1.1."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from atlas.pages.citation import LICENCE
from atlas.site import xml_text

ATOM = "http://www.w3.org/2005/Atom"
LENGTH = 50
"""Entries in one feed, the newest."""

_BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)

ET.register_namespace("", ATOM)


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One record in a feed; `url` is its permanent address and its id. `state` is a code that no
    language changes, `standing` says in the feed's language how it stands."""

    title: str
    language: str
    url: str
    summary: str
    updated: datetime
    state: str
    standing: str


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed: of the whole atlas, of a country, of a theme. Addresses are absolute."""

    title: str
    language: str
    home: str
    atom_url: str
    json_url: str
    author: str
    entries: Sequence[FeedEntry]


def newest(entries: Iterable[FeedEntry]) -> list[FeedEntry]:
    """The entries a feed holds: the last changed first, then by address."""
    return sorted(entries, key=lambda one: (-one.updated.timestamp(), one.url))[:LENGTH]


def atom(feed: Feed) -> str:
    """The feed as an Atom document."""
    root = ET.Element(f"{{{ATOM}}}feed", {"xml:lang": feed.language})
    _text(root, "id", feed.atom_url)
    _text(root, "title", feed.title)
    _text(root, "updated", _latest(feed).isoformat())
    _link(root, "self", feed.atom_url, "application/atom+xml")
    _link(root, "alternate", feed.home, "text/html")
    _text(ET.SubElement(root, f"{{{ATOM}}}author"), "name", feed.author)
    _text(root, "rights", LICENCE)
    for entry in feed.entries:
        node = ET.SubElement(root, f"{{{ATOM}}}entry", {"xml:lang": entry.language})
        _text(node, "id", entry.url)
        _text(node, "title", entry.title)
        _text(node, "updated", entry.updated.isoformat())
        _link(node, "alternate", entry.url, "text/html")
        _category(node, entry)
        _text(node, "summary", entry.summary)
    ET.indent(root)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def json_feed(feed: Feed) -> str:
    """The feed as a JSON Feed document."""
    content = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "language": feed.language,
        "home_page_url": feed.home,
        "feed_url": feed.json_url,
        "authors": [{"name": feed.author}],
        "items": [
            {
                "id": entry.url,
                "url": entry.url,
                "title": entry.title,
                "language": entry.language,
                "content_text": entry.summary,
                "tags": [entry.standing],
                "date_modified": entry.updated.isoformat(),
            }
            for entry in feed.entries
        ],
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def _latest(feed: Feed) -> datetime:
    """When the feed last changed; one that was always empty, at the beginning of time."""
    return max((entry.updated for entry in feed.entries), default=_BEGINNING)


def _text(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, f"{{{ATOM}}}{name}").text = xml_text.clean(text)


def _category(parent: ET.Element, entry: FeedEntry) -> None:
    label = xml_text.clean(entry.standing)
    ET.SubElement(parent, f"{{{ATOM}}}category", {"term": entry.state, "label": label})


def _link(parent: ET.Element, rel: str, href: str, type_: str) -> None:
    ET.SubElement(parent, f"{{{ATOM}}}link", {"rel": rel, "href": href, "type": type_})
