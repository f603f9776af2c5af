"""The style sheet is published as one file, with all its parts in their order."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from atlas.site import stylesheets
from atlas.site.cards import fonts
from tests.conftest import ROOT

SHEETS = ROOT / "overrides/assets/stylesheets"
PARTS = re.findall(r'^@import "(.+)";$', (SHEETS / "atlas.css").read_text("utf-8"), re.MULTILINE)

_WRITTEN = re.compile(r"\b(?:content|quotes):([^;}]*)")
_TEXT = re.compile(r'"([^"]*)"')
_ESCAPE = re.compile(r"\\([0-9a-f]{1,6}) ?")


def signs(sheet: str) -> set[str]:
    """The letters and signs that a style sheet puts into pages."""
    texts = [text for written in _WRITTEN.findall(sheet) for text in _TEXT.findall(written)]
    return {*_ESCAPE.sub(lambda code: chr(int(code[1], 16)), "".join(texts))}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The style sheets where the host has put them."""
    return Path(shutil.copytree(SHEETS, tmp_path / "assets/stylesheets"))


def test_every_part_is_imported_once() -> None:
    assert sorted(PARTS) == sorted(f"atlas/{file.name}" for file in (SHEETS / "atlas").iterdir())


def test_the_parts_stand_in_the_sheet_in_the_order_of_their_imports(
    folder: Path, tmp_path: Path
) -> None:
    stylesheets.join(tmp_path)
    joined = (folder / "atlas.css").read_text("utf-8")
    places = [joined.index((SHEETS / part).read_text("utf-8")) for part in PARTS]
    assert places == sorted(places)
    assert "@import" not in joined
    assert not (folder / "atlas").exists()


def test_a_part_that_is_not_there_stops_the_build(folder: Path, tmp_path: Path) -> None:
    (folder / PARTS[0]).unlink()
    with pytest.raises(FileNotFoundError, match=PARTS[0]):
        stylesheets.join(tmp_path)


def test_signs_are_those_of_any_font() -> None:
    """What Noto Sans and Noto Sans Arabic lack is a box on many machines: it is drawn instead."""
    assert signs('a { content: "\\a0 ↕"; quotes: "«" "»" }') == {"\xa0", "↕", "«", "»"}
    found = {
        (sheet.name, sign)
        for room in ("overrides", "hooks")
        for sheet in (ROOT / room).rglob("*.css")
        for sign in signs(sheet.read_text("utf-8"))
    }
    assert ("frame.css", "›") in found
    assert [one for one in sorted(found) if not fonts.face_for(one[1], "text")] == []
