"""The interface's texts are all translated, none is left over, and every plural has its forms."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from babel.messages.catalog import Message

from atlas import catalogues
from atlas.languages import CATALOGUES
from conftest import ROOT

LANGUAGES = ("nl", "fr", "ar")


def forms(message: Message) -> tuple[str, ...]:
    """The translations of a text: one, or one for each plural."""
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or ())


def test_the_languages_are_those_of_the_site() -> None:
    listed = re.findall(r"locale: (\w+)", (ROOT / "mkdocs.yml").read_text())
    assert sorted(path.stem for path in CATALOGUES.glob("*.po")) == sorted(set(listed) - {"en"})
    assert sorted(path.name for path in (ROOT / "docs").iterdir()) == sorted(listed)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_is_in_step_with_the_texts(language: str) -> None:
    text = (CATALOGUES / f"{language}.po").read_text("utf-8")
    assert text == catalogues.merged(language), "run: atlas catalogues"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_of_the_interface_is_translated(language: str) -> None:
    assert catalogues.untranslated(language) == []


def test_a_new_language_begins_with_every_text_untranslated() -> None:
    assert merged_messages("de") == merged_messages("nl")
    assert 'msgstr ""\n\n' in catalogues.merged("de")


def merged_messages(language: str) -> list[str]:
    return [line for line in catalogues.merged(language).splitlines() if line.startswith("msgid")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_placeholders_survive_translation(language: str) -> None:
    for message in catalogues.read(language):
        if message.id:
            assert not list(message.check()), message.id


@pytest.mark.parametrize(("language", "number"), [("nl", 2), ("fr", 2), ("ar", 6)])
def test_plurals_have_as_many_forms_as_the_language(language: str, number: int) -> None:
    for message in catalogues.read(language):
        if message.pluralizable:
            assert len(forms(message)) == number, message.id


@pytest.mark.parametrize("language", ["en", *LANGUAGES])
def test_pages_are_the_same_in_every_language(language: str) -> None:
    def pages(code: str) -> set[Path]:
        folder = ROOT / "docs" / code
        return {path.relative_to(folder) for path in folder.rglob("*.md")}

    assert pages(language) == pages("en")
