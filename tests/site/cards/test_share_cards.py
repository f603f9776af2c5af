"""Every page of the built site names a share card, which is there, in its language."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from markupsafe import escape

from atlas.i18n.languages import Language
from atlas.site.cards.canvas import is_complete
from tests.frozen_records import TOWNS
from tests.mkdocs_build import URL, Build
from tests.site_languages import NAME, PREFIXES, listed

OWN = ("cooperations", "countries", "themes")
PNG_SIZE = b"IHDR" + (1200).to_bytes(4) + (630).to_bytes(4)


def cards_of(page: Path) -> list[str]:
    return re.findall(r'<meta property="og:image" content="([^"]+)">', page.read_text("utf-8"))


@pytest.mark.parametrize("language", PREFIXES)
@pytest.mark.parametrize("section", OWN)
def test_every_cooperation_country_and_theme_has_its_own_card(
    site: Path, language: str, section: str
) -> None:
    folder = site / PREFIXES[language] / section
    pages = [page for page in folder.glob("*/index.html") if "og:image" in page.read_text("utf-8")]
    assert len(pages) > 5
    for page in pages:
        address = f"{URL}{PREFIXES[language]}{section}/{page.parent.name}/card.png"
        if re.fullmatch(r"page-\d+", page.parent.name):
            address = f"{URL}{PREFIXES[language]}card.png"
        assert cards_of(page) == [address]


def test_every_card_that_a_page_names_is_there_whole_small_and_of_its_size(site: Path) -> None:
    pages = [
        page for page in site.rglob("index.html") if 'property="og:' in page.read_text("utf-8")
    ]
    named = {address for page in pages for address in cards_of(page)}
    assert all(len(cards_of(page)) == 1 for page in pages)
    there = {URL + path.relative_to(site).as_posix() for path in site.rglob("card.png")}
    assert named == there != set()
    for address in there:
        png = (site / address.removeprefix(URL)).read_bytes()
        assert is_complete(png)
        assert PNG_SIZE in png
        assert len(png) < 60_000


@pytest.mark.parametrize("language", PREFIXES)
def test_a_page_says_what_its_card_shows_and_how_large_it_is(site: Path, language: str) -> None:
    html = (site / PREFIXES[language] / "countries/ma/index.html").read_text("utf-8")
    name = listed()[language].get("site_name", NAME)
    country = Language(language, "").country("MA")
    assert f'<meta property="og:image:alt" content="{escape(country)} – {escape(name)}">' in html
    assert '<meta property="og:image:width" content="1200">' in html
    assert '<meta property="og:image:height" content="630">' in html
    assert '<meta name="twitter:card" content="summary_large_image">' in html


def test_languages_have_cards_of_their_own(site: Path) -> None:
    path = "cooperations/saint-josse-tangier/card.png"
    cards = [(site / prefix / path).read_bytes() for prefix in PREFIXES.values()]
    assert len(set(cards)) == len(cards)


def test_without_cards_no_page_names_one(build: Build, tmp_path: Path) -> None:
    done = build(tmp_path, ATLAS_CARDS="off", ATLAS_SEARCH="off", ATLAS_DATA=str(TOWNS))
    assert done.returncode == 0, done.stderr
    assert not list(tmp_path.rglob("card.png"))
    html = (tmp_path / "countries/ma/index.html").read_text("utf-8")
    assert "og:image" not in html
    assert "twitter:card" not in html


def test_cards_are_kept_where_one_says(build: Build, tmp_path: Path) -> None:
    kept, site = tmp_path / "kept", tmp_path / "site"
    done = build(
        site,
        ATLAS_CARDS="on",
        ATLAS_CACHE=str(kept),
        ATLAS_SEARCH="off",
        ATLAS_DATA=str(TOWNS),
        ATLAS_LANGUAGES="en",
    )
    assert done.returncode == 0, done.stderr
    drawn = {path.read_bytes() for path in site.rglob("card.png")}
    assert {path.read_bytes() for path in (kept / "cards").iterdir()} == drawn
