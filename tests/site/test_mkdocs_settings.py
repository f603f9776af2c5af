"""What mkdocs.yml settles, and what is said where it settles it wrongly."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from atlas.site import mkdocs_settings
from atlas.site.mkdocs_settings import SettingsError


@dataclass
class Language:
    locale: str
    name: str
    default: bool = False
    build: bool = True
    link: str = ""
    site_name: str | None = None
    site_description: str | None = None
    site_author: str | None = None


@pytest.fixture
def languages() -> list[Language]:
    return [
        Language("en", "English", default=True),
        Language("fr", "Français", site_name="Atlas des liens", site_author="Nous"),
    ]


def values(**extra: Any) -> dict[str, Any]:
    """Those that the host reads, with a part of what stands under `extra`."""
    return {
        "site_name": "Atlas of Ties",
        "site_author": None,
        "site_description": "Who works with whom",
        "site_url": "https://example.org/",
        "extra": {"repository": "https://git.example/atlas", **extra},
    }


def test_a_language_has_its_own_words_or_those_of_the_site(languages: list[Language]) -> None:
    config = mkdocs_settings.read(values(), languages, None)
    assert config.names == {"en": "Atlas of Ties", "fr": "Atlas des liens"}
    assert config.authors == {"en": "Atlas of Ties", "fr": "Nous"}
    assert {*config.descriptions.values()} == {"Who works with whom"}
    assert (config.locales, config.root) == (["en", "fr"], "en")
    assert config.source == "https://git.example/atlas/edit/main/"


@pytest.mark.parametrize(
    "editors", [["jdoe"], {"jdoe": "jane@town.example"}, {"jane@town.example": "Jane"}, {"jdoe": 1}]
)
def test_editors_are_named_by_names_alone(editors: Any, languages: list[Language]) -> None:
    with pytest.raises(SettingsError, match="names alone"):
        mkdocs_settings.read(values(editors=editors), languages, None)


@pytest.mark.parametrize(
    ("chosen", "built", "root"),
    [((), ["en", "fr"], "en"), (("fr", "en"), ["en", "fr"], "en"), (("fr",), ["fr"], "fr")],
)
def test_the_first_of_those_chosen_is_at_the_root_where_the_default_one_is_not(
    chosen: tuple[str, ...], built: list[str], root: str, languages: list[Language]
) -> None:
    mkdocs_settings.choose_languages(languages, chosen)
    config = mkdocs_settings.read(values(), languages, None)
    assert (config.locales, config.root) == (built, root)
    assert languages[1].link == ("" if not chosen else "/" if root == "fr" else "/fr/")


def test_a_language_that_is_not_listed_is_refused(languages: list[Language]) -> None:
    with pytest.raises(SettingsError, match="has not: eo, io$"):
        mkdocs_settings.choose_languages(languages, ("io", "en", "eo"))


def test_a_language_without_pages_is_refused_with_a_command(tmp_path: Path) -> None:
    (tmp_path / "docs/en").mkdir(parents=True)
    mkdocs_settings.require_pages(tmp_path / "docs", ["en"])
    with pytest.raises(SettingsError, match="docs/fr is missing. Run: cp -r docs/en docs/fr;"):
        mkdocs_settings.require_pages(tmp_path / "docs", ["en", "fr"])


def test_iati_knows_the_publisher_by_what_is_named(languages: list[Language]) -> None:
    config = mkdocs_settings.read(values(), languages, None)
    assert (config.iati_organisation, config.iati_type) == ("", "")
    named = {"organisation": "BE-BCE_KBO-0123456789", "type": "22"}
    config = mkdocs_settings.read(values(iati=named), languages, None)
    assert (config.iati_organisation, config.iati_type) == ("BE-BCE_KBO-0123456789", "22")


@pytest.mark.parametrize(
    "iati",
    [
        "BE-BCE_KBO-0123456789",
        {"organisation": "0123456789"},
        {"organisation": "BE-BCE_KBO-1/2"},
        {"type": 22},
        {"kind": "22"},
    ],
)
def test_what_iati_could_not_know_is_refused(iati: Any, languages: list[Language]) -> None:
    with pytest.raises(SettingsError, match=r"extra\.iati"):
        mkdocs_settings.read(values(iati=iati), languages, None)
