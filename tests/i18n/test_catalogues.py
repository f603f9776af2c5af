"""Every language of the site is whole: settings, pages, texts, and every plural with its forms."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from babel.messages.plurals import get_plural

from atlas.i18n import catalogues, report
from atlas.i18n.catalogues import Domain
from atlas.i18n.messages import placeholders
from tests import site_languages
from tests.conftest import ROOT
from tests.site_languages import HOOKS, LANGUAGES, TRANSLATED, lacking, listed

DOMAINS = pytest.mark.parametrize(
    "domain", catalogues.DOMAINS, ids=lambda domain: domain.folder.name
)

NUMBERS = {"n", "number"}
"""The placeholders that a number fills, of the interface and of messages."""

ABSENT = "eo"
"""A language that the site has not."""


def forms(message: Message) -> tuple[str, ...]:
    """The translations of a text: one, or one for each plural."""
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or ())


def test_the_languages_are_those_of_the_site() -> None:
    for domain in catalogues.DOMAINS:
        assert sorted(path.stem for path in domain.folder.glob("*.po")) == sorted(TRANSLATED)
    assert report.available_languages() == sorted(LANGUAGES)
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
    settings = ("site_description", "site_author", "copyright")
    assert missing[:3] == [f"mkdocs.yml, eo: {name}" for name in settings]
    assert "docs/eo/countries/index.md" in missing
    assert "docs/eo/index.md" not in missing
    assert "CONTRIBUTING.eo.md" in missing
    assert missing[-2:] == [
        "hooks/atlas/i18n/locales/eo.po (run: atlas catalogues eo)",
        "hooks/atlas/i18n/locales/problems/eo.po (run: atlas catalogues eo)",
    ]


def test_the_texts_that_a_new_language_lacks_are_named(
    begun: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    domains = tuple(
        replace(domain, folder=tmp_path / "hooks" / domain.folder.relative_to(HOOKS))
        for domain in catalogues.DOMAINS
    )
    monkeypatch.setattr(catalogues, "DOMAINS", domains)
    monkeypatch.setattr(site_languages, "HOOKS", tmp_path / "hooks")
    for domain in domains:
        domain.folder.mkdir(parents=True, exist_ok=True)
        domain.file(ABSENT).write_text(catalogues.merge(ABSENT, domain), "utf-8")
    texts = [one for one in lacking(ABSENT, begun) if one.startswith("hooks/")]
    assert "hooks/atlas/i18n/locales/eo.po: Cooperations" in texts
    assert "hooks/atlas/i18n/locales/problems/eo.po: no problems" in texts
    wanted = [one for domain in domains for one in catalogues.collect(domain) if one.id]
    assert len(texts) == len(wanted)


@DOMAINS
@pytest.mark.parametrize("language", TRANSLATED)
def test_a_catalogue_is_in_step_with_the_texts(language: str, domain: Domain) -> None:
    text = domain.file(language).read_text("utf-8")
    assert text == catalogues.merge(language, domain), "run: atlas catalogues"


@DOMAINS
def test_a_new_language_begins_with_every_text_untranslated(domain: Domain) -> None:
    assert merged_messages(ABSENT, domain) == merged_messages(TRANSLATED[0], domain)
    assert 'msgstr ""\n\n' in catalogues.merge(ABSENT, domain)


def merged_messages(language: str, domain: Domain) -> list[str]:
    lines = catalogues.merge(language, domain).splitlines()
    return [line for line in lines if line.startswith("msgid")]


@DOMAINS
@pytest.mark.parametrize("language", TRANSLATED)
def test_a_translation_has_the_placeholders_of_its_original(language: str, domain: Domain) -> None:
    filled = 0
    for message in catalogues.load(language, domain):
        originals = message.id if isinstance(message.id, tuple) else (str(message.id),)
        wanted = sorted(placeholders(originals[-1]))
        filled += bool(wanted)
        for form in (*originals, *forms(message)):
            found = sorted(placeholders(form))
            if message.pluralizable and not NUMBERS & {*found}:  # "one file", "two files"
                found = sorted([*found, *NUMBERS & {*wanted}])
            assert found == wanted, message.id
    assert filled > 50


@DOMAINS
@pytest.mark.parametrize("language", TRANSLATED)
def test_placeholders_are_written_in_one_style(language: str, domain: Domain) -> None:
    for message in catalogues.load(language, domain):
        if not message.id:
            continue  # the header of the file
        originals = message.id if isinstance(message.id, tuple) else (str(message.id),)
        for text in (*originals, *forms(message)):
            assert not re.search(r"[{}]|%[(s\d]", re.sub(r"\{[a-z_]+\}", "", text)), text


@DOMAINS
@pytest.mark.parametrize(
    ("language", "other"), [("nl", r"\brecords?\b"), ("fr", "enregistrement"), ("ar", "السجل")]
)
def test_a_record_goes_by_one_name(language: str, other: str, domain: Domain) -> None:
    texts = [
        text
        for message in catalogues.load(language, domain)
        if "register" not in str(message.id).lower()  # which Arabic calls by the other word
        for text in forms(message)
    ]
    assert texts
    plain = [re.sub(r"\{\w+\}", "", text) for text in texts]  # a gap is called by a word of code
    assert [text for text in plain if re.search(other, text)] == []


@DOMAINS
@pytest.mark.parametrize("language", TRANSLATED)
def test_plurals_have_as_many_forms_as_the_language(language: str, domain: Domain) -> None:
    number = get_plural(language).num_plurals
    for message in catalogues.load(language, domain):
        if message.pluralizable:
            assert len(forms(message)) == number, message.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_are_the_same_in_every_language(language: str) -> None:
    def pages(code: str) -> set[Path]:
        folder = ROOT / "docs" / code
        return {path.relative_to(folder) for path in folder.rglob("*.md")}

    assert pages(language) == pages("en")
