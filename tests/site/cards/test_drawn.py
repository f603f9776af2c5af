"""The cards of a few records: drawn once, and anew when they say something else."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Any

import pytest

from atlas import checks, languages, reader, relate
from atlas.cards import card
from atlas.cards.drawn import Drawer
from atlas.edition import Edition
from atlas.maps.static import StaticMaps
from atlas.pages.page import Desk, Maps, Project
from conftest import ROOT

RECORDS = ROOT / "tests/browser/records"
CODES = ("en", "ar")
SITES = {"en": "Cooperation Atlas", "ar": "أطلس التعاون"}


@pytest.fixture
def desks(outlines: dict[str, Any]) -> list[Desk]:
    documents, _ = reader.read(RECORDS)
    records, _ = checks.check(documents, outlines)
    atlas, spoken = relate.relate(records), languages.of(CODES, "en")
    maps, project = Maps(StaticMaps(outlines)), Project("", SITES, "", {})
    return [Desk(Edition(atlas, one, spoken), 2, maps, project) for one in spoken]


def drawer(folder: Path, outlines: dict[str, Any]) -> Drawer:
    return Drawer(folder, outlines, dict.fromkeys(CODES, "What it is."))


def times(folder: Path) -> dict[str, int]:
    return {path.name: path.stat().st_mtime_ns for path in folder.iterdir()}


def test_a_second_build_draws_nothing_and_gives_the_same_cards(
    tmp_path: Path, outlines: dict[str, Any], desks: list[Desk], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = dict(drawer(tmp_path, outlines).files(desks))
    assert "cooperations/saint-josse-tangier/card.png" in first
    assert "ar/countries/ma/card.png" in first
    assert "ar/card.png" in first
    before = times(tmp_path)
    monkeypatch.delattr(card, "draw")
    assert dict(drawer(tmp_path, outlines).files(desks)) == first
    assert times(tmp_path) == before


def test_only_what_says_something_else_is_drawn_anew(
    tmp_path: Path, outlines: dict[str, Any], desks: list[Desk]
) -> None:
    first = dict(drawer(tmp_path, outlines).files(desks))
    kept = set(times(tmp_path))
    renamed = drawer(tmp_path, outlines)
    renamed = dataclasses.replace(renamed, descriptions={"en": "Another.", "ar": "What it is."})
    second = dict(renamed.files(desks))
    assert {path for path in first if first[path] != second[path]} == {"card.png"}
    assert len(set(times(tmp_path)) - kept) == 1
