"""Cards that were drawn before are taken from their folder, whole ones only."""

from __future__ import annotations

from pathlib import Path

from atlas.site.cards.cache import CardCache
from atlas.site.cards.canvas import Canvas

RED, BLUE = (Canvas(9, 9, colour, ()).png() for colour in ((200, 0, 0), (0, 0, 200)))


def kept(folder: Path) -> CardCache:
    return CardCache(folder, {})


def files(folder: Path) -> list[Path]:
    return sorted(folder.iterdir())


def fail() -> bytes:
    raise AssertionError("drawn again")


def test_a_card_is_drawn_once(tmp_path: Path) -> None:
    assert kept(tmp_path).get("a card", lambda: RED) == RED
    assert kept(tmp_path).get("a card", fail) == RED


def test_a_card_that_says_something_else_is_drawn_anew(tmp_path: Path) -> None:
    assert kept(tmp_path).get("a card", lambda: RED) == RED
    assert kept(tmp_path).get("another", lambda: BLUE) == BLUE
    assert kept(tmp_path).get("a card", fail) == RED


def test_other_outlines_are_another_map(tmp_path: Path) -> None:
    assert kept(tmp_path).get("a card", lambda: RED) == RED
    assert CardCache(tmp_path, {"features": []}).get("a card", lambda: BLUE) == BLUE


def test_a_file_that_is_not_whole_is_drawn_again_and_mended(tmp_path: Path) -> None:
    kept(tmp_path).get("a card", lambda: RED)
    (file,) = files(tmp_path)
    file.write_bytes(RED[:-9])
    assert kept(tmp_path).get("a card", lambda: BLUE) == BLUE
    assert kept(tmp_path).get("a card", fail) == BLUE
    assert files(tmp_path) == [file]


def test_a_folder_that_cannot_be_written_keeps_nothing(tmp_path: Path) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_text("a file stands where the folder should")
    assert kept(blocked).get("a card", lambda: RED) == RED
    assert kept(blocked).get("a card", lambda: BLUE) == BLUE
