"""The sitemap: one file, or parts that an index names, with every address once."""

from __future__ import annotations

import gzip
import xml.etree.ElementTree as ET

import pytest

from atlas.graph.edition import Edition
from atlas.graph.relate import relate
from atlas.i18n import languages
from atlas.maps.static import StaticMaps
from atlas.model import Records
from atlas.pages.page import Maps, PageContext, SiteInfo
from atlas.site import sitemap_reader
from atlas.site.contents import SiteContents
from atlas.site.exports import sitemap
from tests.checks.minimal import OUTLINES

LANGUAGES = [("en", ""), ("ar", "ar/")]
URL = "https://example.org/atlas/"
SPACE = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def locations(text: str) -> list[str | None]:
    root = ET.fromstring(text.encode())  # noqa: S314 - our own output
    return [node.text for node in root.iterfind(".//s:loc", SPACE)]


def test_a_small_site_has_one_file() -> None:
    ((name, text),) = sitemap.sitemaps(URL, LANGUAGES, ["", "cooperations/a-b/"])
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


@pytest.mark.languages("ar")
@pytest.mark.parametrize("most", [10_000, 2])
def test_parts_are_compressed_and_read_again(most: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sitemap, "MOST_ADDRESSES", most)
    both = languages.load(["en", "ar"], "en")
    atlas = relate(Records({}, {}, {}, {}, {}))
    maps, info = Maps(StaticMaps(OUTLINES)), SiteInfo(URL, {}, "", {})
    contexts = [PageContext(Edition(atlas, one, both), 2, maps, info) for one in both]
    found = dict(sitemap.files(SiteContents(contexts, OUTLINES, ["", "about/"])))
    parts = ["sitemap-1.xml.gz", "sitemap-2.xml.gz"] if most == 2 else []
    assert [*found] == [*parts, "sitemap.xml"]
    assert found["sitemap.xml"].startswith(b"<?xml")
    read = sitemap_reader.parse_sitemaps(found)
    assert read.paths == {"", "ar/", "about/", "ar/about/"}
    assert read.prefixes == {"en": "", "ar": "ar/"}


@pytest.mark.parametrize(
    "broken", [b"<urlset/>", b"\x1f\x8b", gzip.compress(b"<urlset/>", mtime=0)[:-9]]
)
def test_a_broken_part_is_said(broken: bytes) -> None:
    index = f'<sitemapindex xmlns="{SPACE["s"]}"><sitemap><loc>sitemap-1.xml.gz</loc></sitemap>'
    sitemaps = {"sitemap.xml": f"{index}</sitemapindex>".encode(), "sitemap-1.xml.gz": broken}
    with pytest.raises(sitemap_reader.SitemapError):
        sitemap_reader.parse_sitemaps(sitemaps)


def test_a_large_site_has_an_index_of_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sitemap, "MOST_ADDRESSES", 4)
    paths = [f"themes/{letter}/" for letter in "abcde"]
    found = dict(sitemap.sitemaps(URL, LANGUAGES, paths))
    parts = locations(found.pop("sitemap.xml"))
    assert parts == [f"{URL}{name}" for name in found]
    listed = [address for text in found.values() for address in locations(text)]
    assert sorted(map(str, listed)) == sorted(
        f"{URL}{prefix}{path}" for path in paths for _, prefix in LANGUAGES
    )
    assert all(len(locations(text)) <= 4 for text in found.values())
