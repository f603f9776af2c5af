"""The interface's texts are all translated, none is left over, and every plural has its forms."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from atlas.languages import CATALOGUES
from conftest import ROOT

LANGUAGES = ("nl", "fr", "ar")
METHODS = [("**.py", "python"), ("**.html", "jinja2.ext:babel_extract")]
KEYWORDS: dict[str, tuple[int | tuple[int, int], ...] | None] = {
    "_": None,
    "N_": None,
    "gettext": None,
    "ngettext": (1, 2),
}


@pytest.fixture(scope="module")
def wanted() -> Catalog:
    """Every text that the engine's modules and templates mark."""
    found = Catalog()
    for _, _, message, _, _ in extract_from_dir(
        ROOT / "hooks" / "atlas",
        METHODS,
        options_map={"**.html": {"silent": "false", "trimmed": "true"}},
        keywords={**KEYWORDS, "counted": (1, 2)},
    ):
        found.add(message)
    return found


def catalogue(language: str) -> Catalog:
    with (CATALOGUES / f"{language}.po").open("rb") as file:
        return read_po(file, locale=language)


def forms(message: Message) -> tuple[str, ...]:
    """The translations of a text: one, or one for each plural."""
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or ())


def ids(found: Catalog) -> set[object]:
    return {message.id for message in found if message.id}


def test_the_languages_are_those_of_the_site() -> None:
    listed = re.findall(r"locale: (\w+)", (ROOT / "mkdocs.yml").read_text())
    assert sorted(path.stem for path in CATALOGUES.glob("*.po")) == sorted(set(listed) - {"en"})
    assert sorted(path.name for path in (ROOT / "docs").iterdir()) == sorted(listed)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_of_the_interface_is_translated(wanted: Catalog, language: str) -> None:
    assert ids(wanted) - ids(catalogue(language)) == set()
    for message in catalogue(language):
        if message.id:
            assert all(forms(message)), message.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_is_left_over(wanted: Catalog, language: str) -> None:
    found = catalogue(language)
    assert ids(found) - ids(wanted) == set()
    assert not found.obsolete


@pytest.mark.parametrize("language", LANGUAGES)
def test_placeholders_survive_translation(language: str) -> None:
    for message in catalogue(language):
        if message.id:
            assert not list(message.check()), message.id


@pytest.mark.parametrize(("language", "number"), [("nl", 2), ("fr", 2), ("ar", 6)])
def test_plurals_have_as_many_forms_as_the_language(language: str, number: int) -> None:
    for message in catalogue(language):
        if message.pluralizable:
            assert len(forms(message)) == number, message.id


@pytest.mark.parametrize("language", ["en", *LANGUAGES])
def test_pages_are_the_same_in_every_language(language: str) -> None:
    def pages(code: str) -> set[Path]:
        folder = ROOT / "docs" / code
        return {path.relative_to(folder) for path in folder.rglob("*.md")}

    assert pages(language) == pages("en")
