"""Every language of the site is whole: settings, pages, texts, and every plural with its forms."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from babel.messages.plurals import get_plural

from atlas import catalogues
from atlas.languages import CATALOGUES
from conftest import ROOT
from site_languages import LANGUAGES, TRANSLATED, lacking, listed

ABSENT = "eo"
"""A language that the site has not."""


def forms(message: Message) -> tuple[str, ...]:
    """The translations of a text: one, or one for each plural."""
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or ())


def test_the_languages_are_those_of_the_site() -> None:
    assert sorted(path.stem for path in CATALOGUES.glob("*.po")) == sorted(TRANSLATED)
    assert sorted(path.name for path in (ROOT / "docs").iterdir()) == sorted(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_of_the_site_lacks_nothing(language: str) -> None:
    assert lacking(language) == []


@pytest.fixture
def begun(tmp_path: Path) -> Path:
    """A project whose mkdocs.yml lists a language that there is nothing else of."""
    shutil.copytree(ROOT / "docs" / "en", tmp_path / "docs" / "en")
    shutil.copytree(ROOT / "overrides", tmp_path / "overrides")
    config = (ROOT / "mkdocs.yml").read_text("utf-8")
    entry = f"\n        - {{locale: {ABSENT}, name: Esperanto, site_name: Atlaso}}\n"
    assert config.count("\n      languages:\n") == 1
    changed = config.replace("\n      languages:\n", f"\n      languages:{entry}")
    (tmp_path / "mkdocs.yml").write_text(changed, "utf-8")
    return tmp_path


def test_what_a_new_language_lacks_is_named(begun: Path) -> None:
    assert ABSENT in listed(begun)
    page = begun / "docs" / ABSENT / "index.md"
    page.parent.mkdir()
    page.touch()
    missing = lacking(ABSENT, begun)
    assert missing[:2] == ["mkdocs.yml, eo: site_description", "mkdocs.yml, eo: copyright"]
    assert "docs/eo/countries/index.md" in missing
    assert "docs/eo/index.md" not in missing
    assert missing[-1] == "hooks/atlas/locales/eo.po (run: atlas catalogues eo)"


def test_the_texts_that_a_new_language_lacks_are_named(
    begun: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(catalogues, "CATALOGUES", tmp_path)
    (tmp_path / f"{ABSENT}.po").write_text(catalogues.merged(ABSENT), "utf-8")
    texts = [one for one in lacking(ABSENT, begun) if one.startswith("hooks/")]
    assert "hooks/atlas/locales/eo.po: Cooperations" in texts
    assert len(texts) == len([one for one in catalogues.wanted() if one.id])


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_catalogue_is_in_step_with_the_texts(language: str) -> None:
    text = (CATALOGUES / f"{language}.po").read_text("utf-8")
    assert text == catalogues.merged(language), "run: atlas catalogues"


def test_a_new_language_begins_with_every_text_untranslated() -> None:
    assert merged_messages(ABSENT) == merged_messages(TRANSLATED[0])
    assert 'msgstr ""\n\n' in catalogues.merged(ABSENT)


def merged_messages(language: str) -> list[str]:
    return [line for line in catalogues.merged(language).splitlines() if line.startswith("msgid")]


@pytest.mark.parametrize("language", TRANSLATED)
def test_placeholders_survive_translation(language: str) -> None:
    for message in catalogues.read(language):
        if message.id:
            assert not list(message.check()), message.id


@pytest.mark.parametrize("language", TRANSLATED)
def test_plurals_have_as_many_forms_as_the_language(language: str) -> None:
    number = get_plural(language).num_plurals
    for message in catalogues.read(language):
        if message.pluralizable:
            assert len(forms(message)) == number, message.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_are_the_same_in_every_language(language: str) -> None:
    def pages(code: str) -> set[Path]:
        folder = ROOT / "docs" / code
        return {path.relative_to(folder) for path in folder.rglob("*.md")}

    assert pages(language) == pages("en")
