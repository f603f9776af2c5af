"""The cards of a few records: drawn once, and anew when they say something else."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Any

import pytest

from atlas.checks import load
from atlas.graph import relate
from atlas.graph.edition import Edition
from atlas.i18n import languages
from atlas.maps.static import StaticMaps
from atlas.pages.page import Maps, PageContext, SiteInfo
from atlas.site.cards import card
from atlas.site.cards.renderer import CardRenderer
from tests.frozen_records import TOWNS

pytestmark = pytest.mark.languages("ar")

CODES = ("en", "ar")
SITES = {"en": "River Atlas", "ar": "أطلس الأنهار"}


@pytest.fixture
def contexts(outlines: dict[str, Any]) -> list[PageContext]:
    atlas, spoken = relate.relate(load.read(TOWNS).records), languages.load(CODES, "en")
    maps, project = Maps(StaticMaps(outlines)), SiteInfo("", SITES, "", {})
    return [PageContext(Edition(atlas, one, spoken), 2, maps, project) for one in spoken]


def renderer(folder: Path, outlines: dict[str, Any]) -> CardRenderer:
    return CardRenderer(folder, outlines, dict.fromkeys(CODES, "What it is."))


def times(folder: Path) -> dict[str, int]:
    return {path.name: path.stat().st_mtime_ns for path in folder.iterdir()}


def test_a_second_build_draws_nothing_and_gives_the_same_cards(
    tmp_path: Path,
    outlines: dict[str, Any],
    contexts: list[PageContext],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first = dict(renderer(tmp_path, outlines).files(contexts))
    assert "cooperations/saint-josse-tangier/card.png" in first
    assert "ar/countries/ma/card.png" in first
    assert "ar/card.png" in first
    before = times(tmp_path)
    monkeypatch.delattr(card, "draw")
    assert dict(renderer(tmp_path, outlines).files(contexts)) == first
    assert times(tmp_path) == before


def test_only_what_says_something_else_is_drawn_anew(
    tmp_path: Path, outlines: dict[str, Any], contexts: list[PageContext]
) -> None:
    first = dict(renderer(tmp_path, outlines).files(contexts))
    kept = set(times(tmp_path))
    renamed = renderer(tmp_path, outlines)
    renamed = dataclasses.replace(renamed, descriptions={"en": "Another.", "ar": "What it is."})
    second = dict(renamed.files(contexts))
    assert {path for path in first if first[path] != second[path]} == {"card.png"}
    assert len(set(times(tmp_path)) - kept) == 1
