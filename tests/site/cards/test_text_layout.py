"""Text on a card: letters joined, lines in the right order, everything within its room."""

from __future__ import annotations

import pytest

from atlas.site.cards import text_layout
from atlas.site.cards.fonts import STYLES, Style, face_for
from atlas.site.cards.shaping import shape

FORMS = ("init", "medi", "fina")
HOSTILE = (
    "<img src=x onerror=alert(1)>",
    "Donaudampfschifffahrtsgesellschaftskapitän" * 6,
    "طنجة" * 60,
    "e\u0301" * 200,
    "\U0001f91d \U0001f30d",
    "\u202eturned\u202c",
    "",
    "日本語の題名",
    "a-" * 200,
)


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize(
    "letters", ["AZaz09", "éèñçğşıłœøå", "Жжщыї", "Ωλ", "ابتثجگپ", "«»“”’–…·،؟"]
)
def test_every_style_has_the_letters_of_the_site_s_languages(style: Style, letters: str) -> None:
    assert [letter for letter in letters if face_for(letter, style) is None] == []


def forms(text: str) -> list[str]:
    """The forms of the Arabic letters as they are read: init, medi, fina, or "" for alone."""
    names = [one.face.font.glyph_to_string(one.id) for one in shape(text, "title", rtl=True).glyphs]
    letters = [name for name in reversed(names) if not name.endswith("ar")]  # dots are their own
    return [next((form for form in FORMS if f".{form}" in name), "") for name in letters]


def test_arabic_letters_are_joined() -> None:
    assert forms("بيت") == ["init", "medi", "fina"]
    assert forms("تعاون") == ["init", "medi", "fina", "", ""]
    assert [forms(letter) for letter in "بيت"] == [[""], [""], [""]]


def test_a_joined_word_is_narrower_than_its_letters() -> None:
    alone = sum(shape(letter, "title", rtl=True).width for letter in "بيت")
    assert shape("بيت", "title", rtl=True).width < 0.8 * alone


def starts(text: str, parts: list[str], *, rtl: bool) -> list[float]:
    """Where each part of a text begins in its line, from the left, by the part's first glyph."""
    line = shape(text, "text", rtl=rtl)
    wanted = [shape(part, "text", rtl=False).glyphs[0].id for part in parts]
    return [next(glyph.x for glyph in line.glyphs if glyph.id == id_) for id_ in wanted]


def test_an_arabic_line_runs_from_the_right_and_its_numbers_and_names_from_the_left() -> None:
    text = "د Genk 2014"
    first, name, number = starts(text, ["د", "G", "2"], rtl=True)
    assert name < number < first
    two, four = starts("د 24", ["2", "4"], rtl=True)
    assert two < four


def test_in_an_english_line_an_arabic_name_stands_where_it_is_read() -> None:
    before, within, after = starts("A د Z", ["A", "د", "Z"], rtl=False)
    assert before < within < after


def test_brackets_close_round_an_arabic_name_in_either_line() -> None:
    for rtl in (False, True):
        left, letter, right = starts("(د)", ["(", "د", ")"], rtl=rtl)
        assert left < letter < right


@pytest.mark.parametrize("rtl", [False, True])
@pytest.mark.parametrize("text", HOSTILE)
def test_every_text_stays_within_its_room_and_its_lines(text: str, rtl: bool) -> None:
    block = text_layout.fit(text, "title", [(60, 2), (40, 3)], 400, rtl=rtl)
    assert len(block.lines) <= 3
    assert block.width <= 400


def test_a_text_that_fits_is_there_to_the_last_word() -> None:
    text = "Agreement between Saint-Josse-ten-Noode and the communes of the Oriental region"
    block = text_layout.fit(text, "title", [(60, 3), (50, 3), (40, 4)], 700, rtl=False)
    assert " ".join(block.lines) == text


def test_a_text_is_made_smaller_before_it_is_cut() -> None:
    sizes = [(60, 1), (30, 1)]
    long, longer = "Twinning of two towns", "Twinning of two towns, " * 9
    assert text_layout.fit("Twinning", "title", sizes, 400, rtl=False).size == 60
    assert text_layout.fit(long, "title", sizes, 400, rtl=False) == text_layout.Block(
        (long,), 30, "title", False
    )
    (cut,) = text_layout.fit(longer, "title", sizes, 400, rtl=False).lines
    assert cut.endswith("…")
    assert longer.startswith(cut[:-1])


def test_lines_are_of_like_length() -> None:
    block = text_layout.fit("one two three four five six seven", "title", [(60, 4)], 900, rtl=False)
    widths = [shape(line, "title", rtl=False).width for line in block.lines]
    assert len(widths) == 2
    assert min(widths) > 0.7 * max(widths)


def test_a_word_is_broken_behind_its_hyphen_only_if_it_is_too_long() -> None:
    whole = text_layout.fit("near Saint-Josse-ten-Noode", "title", [(40, 3)], 500, rtl=False)
    assert whole.lines == ("near", "Saint-Josse-ten-Noode")
    broken = text_layout.fit("Saint-Josse-ten-Noode", "title", [(40, 3)], 300, rtl=False)
    assert broken.lines == ("Saint-Josse-", "ten-Noode")


def test_a_line_does_not_end_at_a_space_that_holds_words_together() -> None:
    block = text_layout.fit("Burundi · Costa\u00a0Rica", "text", [(40, 3)], 260, rtl=False)
    assert block.lines == ("Burundi ·", "Costa\u00a0Rica")
