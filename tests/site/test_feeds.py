"""Atom and JSON feeds: what they hold, in which order, and that hostile text stays text."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from datetime import UTC, datetime

import pytest

from atlas.site import feeds
from atlas.site.feeds import Feed, FeedEntry

HOSTILE = 'A <script>alert(1)</script> & "B" ]]>'


def entry(name: str, day: int, title: str = "A") -> FeedEntry:
    url = f"https://example.org/{name}/"
    updated = datetime(2026, 11, day, tzinfo=UTC)
    return FeedEntry(title, "nl", url, "Summary", updated, "ended", "Beëindigd: 2015")


def feed(*entries: FeedEntry) -> Feed:
    home = "https://example.org/"
    found = feeds.newest(entries)
    return Feed("Atlas", "en", home, f"{home}feed.atom", f"{home}feed.json", "Us", found)


def atom(*entries: FeedEntry) -> ET.Element:
    return ET.fromstring(feeds.atom(feed(*entries)).encode())  # noqa: S314 - our own output


def texts(root: ET.Element, path: str) -> list[str | None]:
    return [node.text for node in root.iterfind(path, {"a": feeds.ATOM})]


def test_the_last_changed_comes_first() -> None:
    root = atom(entry("a", 1), entry("b", 3), entry("c", 2))
    assert texts(root, "a:entry/a:id") == [f"https://example.org/{name}/" for name in "bca"]
    assert texts(root, "a:updated") == ["2026-11-03T00:00:00+00:00"]


def test_a_feed_holds_no_more_than_its_length() -> None:
    many = [entry(f"e{number}", number % 28 + 1) for number in range(feeds.LENGTH + 5)]
    assert len(feeds.newest(many)) == feeds.LENGTH


def test_an_entry_bears_its_own_language() -> None:
    (node,) = atom(entry("a", 1)).iterfind("a:entry", {"a": feeds.ATOM})
    assert node.get("{http://www.w3.org/XML/1998/namespace}lang") == "nl"


def test_an_entry_says_how_it_stands() -> None:
    (node,) = atom(entry("a", 1)).iterfind("a:entry/a:category", {"a": feeds.ATOM})
    assert node.attrib == {"term": "ended", "label": "Beëindigd: 2015"}
    assert json.loads(feeds.json_feed(feed(entry("a", 1))))["items"][0]["tags"] == [
        "Beëindigd: 2015"
    ]


def test_an_empty_feed_is_a_feed() -> None:
    assert texts(atom(), "a:updated") == ["1970-01-01T00:00:00+00:00"]
    assert json.loads(feeds.json_feed(feed()))["items"] == []


def test_hostile_text_stays_text() -> None:
    assert texts(atom(entry("a", 1, HOSTILE)), "a:entry/a:title") == [HOSTILE]
    assert json.loads(feeds.json_feed(feed(entry("a", 1, HOSTILE))))["items"][0]["title"] == HOSTILE


@pytest.mark.parametrize("key", ["version", "title", "feed_url", "home_page_url", "items"])
def test_a_json_feed_has_what_the_standard_asks_for(key: str) -> None:
    assert key in json.loads(feeds.json_feed(feed(entry("a", 1))))
