"""Every word of a closed list says what it is called."""

from __future__ import annotations

import pytest

from atlas.model.vocabulary import Word

LISTS = Word.__subclasses__()


@pytest.mark.parametrize("words", LISTS, ids=lambda words: words.__name__)
def test_every_word_has_a_label(words: type[Word]) -> None:
    assert [word for word in words if not word.label] == []


def test_there_are_lists() -> None:
    assert len(LISTS) > 5
    assert all(len(words) > 1 for words in LISTS)
