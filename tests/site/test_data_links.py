"""Each page says where its data are, in its head and at its foot; all of it is there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from atlas.pages import api_addresses
from tests.site_languages import PREFIXES

_HEAD = re.compile(
    r'<link rel="(alternate|describedby)" type="application/[^"]*json" href="([^"]+)">'
)
_FOOT = re.compile(r'<a href="([^"]*api/v1/[^"]+)">(JSON|CSV)</a>')


def record_pages(site: Path, prefix: str) -> Iterator[Path]:
    """Every page of a record, a country or a goal in a language."""
    for section in api_addresses.SECTIONS:
        for page in (site / prefix / section).glob("*/index.html"):
            html = page.read_text("utf-8")
            if 'http-equiv="refresh"' not in html and 'name="robots"' not in html:
                yield page


@pytest.mark.parametrize("prefix", PREFIXES.values())
def test_the_head_and_the_foot_lead_to_data_that_are_there(site: Path, prefix: str) -> None:
    seen = set()
    for page in record_pages(site, prefix):
        html, folder = page.read_text("utf-8"), page.parent
        head = dict(_HEAD.findall(html[: html.index("</head>")]))
        foot = {label: address for address, label in _FOOT.findall(html)}
        section, name = folder.parent.name, folder.name
        if name.startswith("page-"):
            assert (head, foot) == ({}, {}), page
            continue
        assert head.keys() == {"alternate", "describedby"}, page
        assert head["alternate"] == foot["JSON"]
        file = (folder / foot["JSON"]).resolve()
        assert file == (site / f"api/v1/{section}/{name}.json").resolve()
        assert (folder / head["describedby"]).resolve().is_file()
        assert (folder / foot["JSON"]).is_file()
        if "CSV" in foot:
            assert (folder / foot["CSV"]).is_file()
            assert len((folder / foot["CSV"]).read_text("utf-8").splitlines()) > 1
        seen.add((section, "CSV" in foot))
    assert {section for section, _ in seen} == {*api_addresses.SECTIONS}
    assert {section for section, is_tabled in seen if is_tabled} == {*api_addresses.TABLED}
