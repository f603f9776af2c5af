"""A word that no page shows is known in every language too, with capitals or without."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

import pytest
from pydantic import BaseModel

from atlas.i18n.languages import Language, direction
from atlas.lookup import aliases
from atlas.lookup.suggester import Suggester
from atlas.model import MODELS, fields, ledgers
from atlas.model.ledgers import Folder
from atlas.model.vocabulary import Word
from tests.site_languages import LANGUAGES

FEWEST = 4
"""Names beside the word itself: Dutch, French, Arabic and one more."""


def _list_choices(*models: type[BaseModel]) -> Iterator[type[StrEnum]]:
    for model in models:
        for name in model.model_fields:
            content = fields.content(model, name)
            if content.choices is not None:
                yield content.choices
            yield from _list_choices(*content.groups)


CHOICES = [*dict.fromkeys(_list_choices(*MODELS.values(), *ledgers.KINDS))]
WITHOUT_LABELS = [
    (kind, word) for kind in CHOICES if not issubclass(kind, Word | Folder) for word in kind
]


@pytest.mark.parametrize(("kind", "word"), WITHOUT_LABELS, ids=lambda one: str(one))
def test_it_has_names_that_lead_to_it(kind: type[StrEnum], word: StrEnum) -> None:
    names = aliases.synonyms("words")[word]
    assert len(names) >= FEWEST
    if any(direction(code) == "rtl" for code in LANGUAGES):
        assert any("\u0600" <= letter <= "\u06ff" for name in names for letter in name)
    for name in names:
        for written in (name, name.upper(), name.capitalize()):
            assert Suggester({}, lambda: ()).choice(written, kind) == [word]


@pytest.mark.parametrize("kind", CHOICES, ids=lambda kind: kind.__name__)
def test_a_capital_letter_is_no_other_word(kind: type[StrEnum]) -> None:
    for word in kind:
        for written in (word.capitalize(), word.upper(), f" {word} "):
            assert Suggester({}, lambda: ()).choice(written, kind) == [word]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_label_leads_to_its_word_in_every_language(language: str) -> None:
    for kind in CHOICES:
        for word in kind:
            if isinstance(word, Word):
                label = Language(language, "").gettext(word.label)
                assert word in Suggester({}, lambda: ()).choice(label.upper(), kind)
