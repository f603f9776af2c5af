"""The site's languages as mkdocs.yml lists them, and what one of them still lacks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from atlas.i18n import catalogues
from atlas.i18n.languages import SOURCE_LANGUAGE, direction

ROOT = Path(__file__).resolve().parent.parent
HOOKS = ROOT / "hooks"

SETTINGS = ("site_name", "site_description", "site_author", "copyright")
"""What mkdocs.yml says once for the source language and once more for every other."""


def config(project: Path = ROOT) -> dict[str, Any]:
    """What mkdocs.yml says; every value is text."""
    # BaseLoader makes nothing but text, lists and mappings, whatever the tags.
    found = yaml.load((project / "mkdocs.yml").read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 - texts only
    assert isinstance(found, dict)
    return found


def listed(project: Path = ROOT) -> dict[str, dict[str, Any]]:
    """The entries of mkdocs.yml by their codes, in its order."""
    plugins = config(project)["plugins"]
    (i18n,) = (one["i18n"] for one in plugins if isinstance(one, dict) and "i18n" in one)
    return {one["locale"]: one for one in i18n["languages"]}


NAME, AUTHOR = (config()[name] for name in ("site_name", "site_author"))
URL, REPOSITORY = config()["site_url"][-1], config()["extra"]["repository"]
"""What this atlas is called, who wrote it, and where its site and its files are."""

LANGUAGES = tuple(listed())

TRANSLATED = tuple(code for code in LANGUAGES if code != SOURCE_LANGUAGE)

DIRECTIONS = tuple({direction(code): code for code in reversed(LANGUAGES)}.values())[::-1]
"""The first language of each direction: what differs between two languages differs in these."""

PREFIXES = {
    code: "" if entry.get("default") == "true" else f"{code}/" for code, entry in listed().items()
}
"""Where each language lies below the site's root; the default one has no folder."""


def lacking(code: str, project: Path = ROOT) -> list[str]:
    """What a language that mkdocs.yml lists is still to get: settings, pages, texts."""
    return [*_settings(code, project), *_pages(code, project), *_texts(code)]


def contributing(code: str) -> str:
    """The file that tells editors of a language how to contribute."""
    return "CONTRIBUTING.md" if code == SOURCE_LANGUAGE else f"CONTRIBUTING.{code}.md"


def _settings(code: str, project: Path) -> Iterator[str]:
    entry = listed(project)[code]
    for name in SETTINGS if code != SOURCE_LANGUAGE else ():
        if not entry.get(name):
            yield f"mkdocs.yml, {code}: {name}"


def _pages(code: str, project: Path) -> Iterator[str]:
    docs = project / "docs"
    for page in sorted((docs / SOURCE_LANGUAGE).rglob("*.md")):
        path = page.relative_to(docs / SOURCE_LANGUAGE)
        if not (docs / code / path).is_file():
            yield f"docs/{code}/{path.as_posix()}"
    if not (project / contributing(code)).is_file():
        yield contributing(code)


def _texts(code: str) -> Iterator[str]:
    if code == SOURCE_LANGUAGE:
        return
    for domain in catalogues.DOMAINS:
        catalogue = f"hooks/{domain.file(code).relative_to(HOOKS).as_posix()}"
        if not domain.file(code).is_file():
            yield f"{catalogue} (run: atlas catalogues {code})"
            continue
        for text in catalogues.untranslated(code, domain):
            yield f"{catalogue}: {text}"
