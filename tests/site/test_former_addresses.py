"""An address that the site once had answers for good: by its page, or by one that leads on."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urljoin

import pytest
import yaml

from tests.conftest import ROOT
from tests.site_languages import PREFIXES

LEADS_ON = re.compile(r'<meta http-equiv="refresh" content="0; url=([^"#?]*)')


def addresses() -> list[str]:
    """Every address that the site had, under the root of a language."""
    sections = yaml.safe_load((ROOT / "tests/cases/addresses.yml").read_text("utf-8"))
    below = [f"{section}/{id_}/" for section, ids in sections.items() for id_ in ids.split()]
    return ["", *(f"{section}/" for section in sections), *below]


def test_the_list_is_of_the_whole_site() -> None:
    listed = addresses()
    assert len(listed) == len(set(listed)) == 165
    assert {"explore/twinning/", "places/tangier/", "goals/17/", "contribute/"} < set(listed)


@pytest.mark.parametrize("language", PREFIXES)
def test_every_address_of_old_leads_to_a_page(site: Path, language: str) -> None:
    lost = {}
    for address in addresses():
        here = PREFIXES[language] + address
        for _ in range(3):  # leads on at most twice
            page = site / here / "index.html"
            there = LEADS_ON.search(page.read_text("utf-8")) if page.is_file() else None
            if not there:
                break
            here = urljoin(f"/{here}", there[1]).removeprefix("/")
        if not page.is_file() or there:
            lost[address] = here
    assert lost == {}
