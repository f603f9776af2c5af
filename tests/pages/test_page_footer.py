"""The end of every page: age of its evidence, citation, feeds, and the way to report an error."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from tests import site_languages
from tests.conftest import ROOT
from tests.mkdocs_build import URL

PREFIXES = tuple(site_languages.PREFIXES.values())
AUTHORS = {
    code: entry.get("site_author", site_languages.AUTHOR)
    for code, entry in site_languages.listed().items()
}
STAMPED = ("cooperations", "countries", "themes", "goals", "places", "actors", "sources")


def pages(site: Path) -> list[Path]:
    """Every stamped page; each section has some in each language."""
    found = []
    for prefix in PREFIXES:
        for section in STAMPED:
            found_here = (site / prefix / section).glob("*/index.html")
            stamped = [
                page for page in found_here if 'http-equiv="refresh"' not in page.read_text()
            ]
            assert stamped, f"{prefix}{section}"
            found += stamped
    return found


def test_every_page_leads_to_a_form_that_names_it_already(site: Path) -> None:
    for page in pages(site):
        link = re.search(r'class="atlas-report" href="([^"]+)"', page.read_text())
        assert link, page
        query = parse_qs(urlsplit(unescape(link[1])).query)
        language = re.search(r'<html lang="([^"]+)"', page.read_text())
        assert language
        assert query["template"] == [f"correction.{language[1]}.yml"]
        form = (ROOT / ".github/ISSUE_TEMPLATE" / query["template"][0]).read_text()
        path = page.relative_to(site).as_posix().removesuffix("index.html")
        assert query["page"] == [f"{URL}{path}"]
        fields = query.keys() - {"template", "title"}
        assert "page" in fields
        assert all(f"id: {name}" in form for name in fields)


def test_the_form_names_the_record_s_file(site: Path) -> None:
    html = (site / "fr/places/kinshasa/index.html").read_text()
    assert "record=data/places/kinshasa.yml" in html


@pytest.mark.parametrize(("language", "author"), AUTHORS.items())
def test_readers_are_given_the_author_in_their_language_and_programs_always_one(
    site: Path, language: str, author: str
) -> None:
    folder = site / site_languages.PREFIXES[language] / "cooperations/saint-josse-tangier"
    html = (folder / "index.html").read_text()
    assert re.search(rf'class="atlas-cite"><dt>[^<]+</dt><dd[^>]*>{author} \(\d{{4}}\)\. ', html)
    assert f' data-authors="{site_languages.AUTHOR}"' in html


@pytest.mark.parametrize("prefix", PREFIXES)
@pytest.mark.parametrize("folder", ["", "countries/ma/", "themes/health/"])
def test_feeds_parse_and_lead_to_pages_that_are_there(site: Path, prefix: str, folder: str) -> None:
    root = ET.parse(site / prefix / folder / "feed.atom").getroot()  # noqa: S314 - our own output
    space = {"a": "http://www.w3.org/2005/Atom"}
    ids = [node.text or "" for node in root.iterfind("a:entry/a:id", space)]
    assert ids
    for id_ in ids:
        path = id_.removeprefix(URL)
        assert path.startswith(f"{prefix}cooperations/")
        assert (site / path / "index.html").is_file()
    items = json.loads((site / prefix / folder / "feed.json").read_text())["items"]
    assert [item["url"] for item in items] == ids


def test_the_latest_evidence_is_that_of_the_records(site: Path) -> None:
    html = (site / "cooperations/saint-josse-tangier/index.html").read_text()
    trust = html[html.index('class="atlas-trust"') :]
    assert '<time datetime="2020-12-17">' in trust
    undated = (site / "cooperations/border-municipalities-dialogue/index.html").read_text()
    assert '<dt>Latest dated evidence</dt>\n<dd class="atlas-unknown">not recorded</dd>' in undated
    belgium = (site / "countries/be/index.html").read_text()
    trust = belgium[belgium.index('class="atlas-trust"') :]
    assert re.search(r'"2022-07-14">14 July 2022</time>.*the oldest: 17 December 2020', trust, re.S)
    assert "2 records without dated evidence" in trust


@pytest.mark.parametrize("prefix", PREFIXES)
def test_the_coverage_page_counts_what_the_records_lack(site: Path, prefix: str) -> None:
    rows = (site / prefix / "countries/ma/index.html").read_text().count("<tr data-cooperation=")
    html = (site / prefix / "coverage/index.html").read_text()
    row = re.search(r"<tr><th[^>]*><a href=\"[^\"]*countries/ma/\".*?</tr>", html)
    assert row
    count, *shares = re.findall(r"<td[^>]*>(.*?)</td>", row[0])
    assert count == str(rows)
    assert len(shares) > 2
    for share in shares:
        known, total = map(int, re.findall(r"\d+", share))
        assert known <= total == rows
    mapped = shares[2]
    assert re.findall(r"\d+", mapped)[0] != str(rows), "Bni Mathar has no known point"
