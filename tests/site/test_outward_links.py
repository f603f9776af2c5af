"""Links that strangers can put into a record lend them nothing; our own links stay plain."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest

from atlas.checks import load
from atlas.pages import KINDS
from tests.frozen_records import ATLAS
from tests.mkdocs_build import URL

LENDS_NOTHING = {"nofollow", "ugc", "noopener"}
SECTIONS = {kind.SECTION for kind in KINDS}
PROSE = {"about", "contribute", "licences"}
"""Pages whose links are the atlas's own."""

LINK = re.compile(r"<a\b[^>]*>")
OURS = (URL, "https://github.com/cooperation-atlas/cooperation-atlas")


def links(page: Path) -> list[tuple[str, set[str]]]:
    """Address and `rel` of every link of a page to another host."""
    found = []
    for tag in LINK.findall(page.read_text("utf-8")):
        values = dict(re.findall(r'\b(href|rel)="([^"]*)"', tag))
        if re.match(r"(https?:)?//", values.get("href", "")):
            found.append((unescape(values["href"]), set(values.get("rel", "").split())))
    return found


@pytest.fixture(scope="module")
def given() -> set[str]:
    """Every address that a record gives."""
    records = load.read(ATLAS).records
    sources = [*records.sources.values()]
    addresses = [one.url for one in sources] + [one.archive_url for one in sources]
    addresses += [actor.website for actor in records.actors.values()]
    return {address for address in addresses if address}


def test_no_link_of_a_record_lends_anything(site: Path, given: set[str]) -> None:
    seen = set()
    for page in site.rglob("*.html"):
        parts = page.relative_to(site).parts
        if PROSE.intersection(parts):
            continue
        is_stamped = bool(SECTIONS.intersection(parts))
        for address, rel in links(page):
            if address in given or (is_stamped and not address.startswith(OURS)):
                assert rel >= LENDS_NOTHING, f"{page}: {address}"
                seen.add(address)
    assert len(seen & given) > 10
    assert any("geonames.org" in address for address in seen - given)


def test_our_own_links_are_not_disowned(site: Path) -> None:
    for page in ("about", "licences", "cooperations/saint-josse-tangier"):
        ours = [
            (address, rel)
            for address, rel in links(site / page / "index.html")
            if page in PROSE or address.startswith(OURS)
        ]
        assert ours
        assert [one for one in ours if one[1] & LENDS_NOTHING] == []
