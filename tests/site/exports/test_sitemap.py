"""The sitemap: one file, or parts that an index names, with every address once."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest

from atlas.site.exports import sitemap

LANGUAGES = [("en", ""), ("ar", "ar/")]
URL = "https://example.org/atlas/"
SPACE = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def locations(text: str) -> list[str | None]:
    root = ET.fromstring(text.encode())  # noqa: S314 - our own output
    return [node.text for node in root.iterfind(".//s:loc", SPACE)]


def test_a_small_site_has_one_file() -> None:
    ((name, text),) = sitemap.files(URL, LANGUAGES, ["", "cooperations/a-b/"])
    assert name == "sitemap.xml"
    assert locations(text) == [
        URL,
        f"{URL}ar/",
        f"{URL}cooperations/a-b/",
        f"{URL}ar/cooperations/a-b/",
    ]
    entry = ET.fromstring(text.encode()).find("s:url", SPACE)  # noqa: S314 - our own output
    assert entry is not None
    assert [link.get("hreflang") for link in entry.iterfind("x:link", SPACE)] == [
        "en",
        "ar",
        "x-default",
    ]


def test_a_large_site_has_an_index_of_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sitemap, "MOST_ADDRESSES", 4)
    paths = [f"themes/{letter}/" for letter in "abcde"]
    found = dict(sitemap.files(URL, LANGUAGES, paths))
    parts = locations(found.pop("sitemap.xml"))
    assert parts == [f"{URL}{name}" for name in found]
    listed = [address for text in found.values() for address in locations(text)]
    assert sorted(map(str, listed)) == sorted(
        f"{URL}{prefix}{path}" for path in paths for _, prefix in LANGUAGES
    )
    assert all(len(locations(text)) <= 4 for text in found.values())
