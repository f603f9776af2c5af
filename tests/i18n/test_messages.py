"""Sentences are English texts that know what they were made of."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from atlas.i18n.messages import (
    ENGLISH,
    either,
    listing,
    localize,
    msg,
    msg_plural,
    placeholders,
    sequence,
)


def test_a_sentence_is_its_english_text() -> None:
    sentence = msg('field "{field}" is empty.', field="title")
    assert sentence == 'field "title" is empty.'
    assert sorted([sentence, "a", "z"]) == ["a", 'field "title" is empty.', "z"]
    assert {sentence, 'field "title" is empty.'} == {sentence}


def test_what_fills_a_gap_is_never_a_template() -> None:
    assert msg("{one} and {other}", one="{other}", other="x") == "{other} and x"


def test_braces_that_are_no_gap_stay() -> None:
    assert msg("Write {en: …} or {name}.", name="x") == "Write {en: …} or x."
    assert placeholders("Write {en: …} or {name}.") == {"name"}


def test_gaps_are_filled_one_after_the_other() -> None:
    assert msg("{found}, not a {kind}.", kind="day").with_args(found="x") == "x, not a day."


def test_a_number_chooses_the_words() -> None:
    assert msg_plural("{number} file", "{number} files", 1) == "1 file"
    assert msg_plural("{number} file", "{number} files", 0) == "0 files"


def test_lists_and_sentences_in_a_row() -> None:
    assert listing(["a", "b", "c"]) == "a, b, c"
    assert either(["a", "b", "c"]) == "a, b or c"
    assert either(["a"]) == "a"
    assert sequence(msg("One."), "", msg("Two.")) == "One. Two."


@given(st.text(), st.text())
def test_told_in_english_it_is_itself(one: str, other: str) -> None:
    sentence = sequence(msg("{one}: {others}.", one=one, others=listing([other, one])), other)
    assert localize(sentence, ENGLISH) == sentence
