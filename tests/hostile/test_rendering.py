"""Every hostile text that is legal is shown to the letter, on every page, and is only text."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.hostile import records, rendering
from tests.site_languages import DIRECTIONS

TEXTS = records.legal_texts()


def test_no_text_is_ever_more_than_text(hostile: Path, usual: rendering.Usual) -> None:
    assert list(rendering.faults(hostile, TEXTS, usual)) == []


@pytest.mark.parametrize("number", range(len(TEXTS)), ids=[text[:40] for text in TEXTS])
def test_a_hostile_text_is_shown_to_the_letter(hostile: Path, number: int) -> None:
    text = " ".join(TEXTS[number].split())
    for page in (
        f"cooperations/cooperation-{number}",
        f"actors/actor-a-{number}",
        f"places/place-b-{number}",
        f"themes/theme-{number}",
        *(f"{code}/cooperations/cooperation-{number}" for code in DIRECTIONS[1:]),
        *(f"print/{code}" for code in DIRECTIONS),
    ):
        assert text in rendering.shown(hostile, page)


@pytest.mark.parametrize(
    "text",
    [
        *("<script>x</script>", '<b onclick="x">', "<a href='javascript:x'>", "<!--"),
        *("</p>", "</script>", ";</title>"),
    ],
)
def test_what_is_not_escaped_is_found(text: str, usual: rendering.Usual, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(f"<!doctype html><title>x</title><p>{text}</p>", "utf-8")
    assert list(rendering.faults(tmp_path, [text], usual))
