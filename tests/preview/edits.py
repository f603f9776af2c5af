"""Edits of every kind in a copy of the project, each with what the preview then shows."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.frozen_records import REGISTERS
from tests.mkdocs_build import copied

TANGIER = "data/cooperations/saint-josse-tangier.yml"


@dataclass(frozen=True)
class Edit:
    """Something that is saved; `text` is then at the address `path`, or is not if it is `gone`.
    One that `breaks` something leaves the pages as they were."""

    name: str
    save: Callable[[Path], object]
    path: str
    text: str
    gone: bool = False
    breaks: bool = False


def make_project(folder: Path) -> Path:
    """A copy of the project with the records of a few towns, and of two registers."""
    project = copied(folder)
    shutil.copytree(REGISTERS, project / "data", dirs_exist_ok=True)
    return project


def replace(file: str, old: str, new: str) -> Callable[[Path], object]:
    """Saves a file with another text in the place of one that stands in it."""

    def save(project: Path) -> None:
        path = project / file
        text = path.read_text("utf-8")
        assert old in text, file
        path.write_text(text.replace(old, new, 1), "utf-8")

    return save


def append(file: str, text: str) -> Callable[[Path], object]:
    """Saves a file with a text behind all that stands in it; there may be no file yet."""

    def save(project: Path) -> None:
        path = project / file
        before = path.read_text("utf-8") if path.exists() else ""
        path.write_text(before + text, "utf-8")

    return save


def _copy(project: Path) -> None:
    text = (project / TANGIER).read_text("utf-8")
    text = text.replace("previous_ids: [saint-josse-tanger]\n", "")
    text = text.replace("form: twinning", "form: friendship")
    text = text.replace("en: Twinned again", "en: Quite another tie")
    (project / "data/cooperations/another.yml").write_text(text, "utf-8")


def _delete(project: Path) -> None:
    (project / "data/cooperations/another.yml").unlink()


def _rename(project: Path) -> None:
    old = project / "data/cooperations/saint-josse-kinshasa.yml"
    text = f"{old.read_text('utf-8')}previous_ids: [saint-josse-kinshasa]\n"
    (project / "data/cooperations/waste-kinshasa.yml").write_text(text, "utf-8")
    old.unlink()


_GABROVO = (
    "overrides: wikidata\nnames: {en: Gabrovo on the Yantra}\ntype: municipality\ncountries: [BG]\n"
)
_WATER = "names: {en: Clean water, ar: ماء}\ndescription: {en: Wells., ar: آبار.}\n"
_HUMAN = "translations: {en: original, ar: human}\n"
_TITLE = "Twinning between Saint-Josse-ten-Noode and Tangier"
_SOURCES = 'msgid "Sources"\nmsgstr "'
_PAGE = "cooperations/saint-josse-tangier/"

EDITS = (
    Edit(
        "a cooperation's title",
        replace(
            TANGIER, "en: Twinning between Saint-Josse-ten-Noode and Tangier", "en: Twinned again"
        ),
        _PAGE,
        "Twinned again",
    ),
    Edit(
        "a cooperation's summary",
        replace(TANGIER, "Two towns are twinned.", "Two towns write letters."),
        _PAGE,
        "Two towns write letters.",
    ),
    Edit(
        "a place's name",
        replace("data/places/tangier.yml", "en: Tangier", "en: Tangier on the strait"),
        "actors/tangier/",
        "Tangier on the strait",
    ),
    Edit(
        "a theme's name",
        replace("data/themes/health.yml", "en: Health", "en: Public health"),
        _PAGE,
        "Public health",
    ),
    Edit(
        "a theme's description",
        replace("data/themes/health.yml", "Care and prevention", "Care for all"),
        "themes/health/",
        "Care for all",
    ),
    Edit(
        "an actor's name",
        replace("data/actors/tangier.yml", "en: Authority of Tangier", "en: Commune of Tangier"),
        "actors/tangier/",
        "Commune of Tangier",
    ),
    Edit(
        "a source's title",
        replace("data/sources/town-pages.yml", "text: Our towns", "text: All our towns"),
        "sources/town-pages/",
        "All our towns",
    ),
    Edit(
        "a record in the place of a row",
        append("data/places/gabrovo-bg.yml", _GABROVO),
        "places/gabrovo-bg/",
        "Gabrovo on the Yantra",
    ),
    Edit("a new cooperation", _copy, "cooperations/another/", "Quite another tie"),
    Edit("a new theme", append("data/themes/water.yml", _WATER + _HUMAN), "themes/", "Clean water"),
    Edit("a deletion", _delete, "cooperations/another/", "Quite another tie", gone=True),
    Edit("a rename", _rename, "cooperations/saint-josse-kinshasa/", "cooperations/waste-kinshasa/"),
    Edit(
        "a record that is broken",
        replace(TANGIER, "form: twinning", "form: twining"),
        _PAGE,
        "Two towns write letters.",
        breaks=True,
    ),
    Edit(
        "its mending",
        replace(TANGIER, "form: twining", "form: friendship"),
        _PAGE,
        "friendship",
    ),
    Edit(
        "a line that is no YAML",
        append(TANGIER, "form: [\n"),
        _PAGE,
        "Two towns write letters.",
        breaks=True,
    ),
    Edit("its removal", replace(TANGIER, "form: [\n", ""), _PAGE, "Two towns write letters."),
    Edit(
        "a template",
        append("hooks/atlas/pages/cooperation.html", "<p>of the new template</p>\n"),
        _PAGE,
        "of the new template",
    ),
    Edit(
        "a catalogue",
        replace(
            "hooks/atlas/i18n/locales/ar.po",
            'msgid "Sources"\nmsgstr "',
            'msgid "Sources"\nmsgstr "كل ',
        ),
        f"ar/{_PAGE}",
        "كل ",
    ),
    Edit(
        "a style sheet",
        append("overrides/assets/stylesheets/atlas/text.css", "\n.of-the-new-sheet { order: 1 }\n"),
        "assets/stylesheets/atlas.css",
        "of-the-new-sheet",
    ),
    Edit(
        "a script",
        append("overrides/assets/javascripts/atlas-table.js", "\nwindow.ofTheNewScript = true;\n"),
        "assets/javascripts/atlas-table.js",
        "ofTheNewScript",
    ),
    Edit(
        "the script of the maps",
        append("hooks/atlas/maps/client/chart.js", "\nAtlas.ofTheNewMap = true;\n"),
        "assets/maps/atlas-map.js",
        "ofTheNewMap",
    ),
    Edit(
        "a hand-written page",
        append("docs/en/about.md", "\nA new paragraph.\n"),
        "about/",
        "A new paragraph.",
    ),
    Edit(
        "mkdocs.yml",
        replace("mkdocs.yml", "site_name: ", "site_name: The New "),
        _PAGE,
        "The New ",
    ),
    Edit(
        "code",
        replace("hooks/atlas/pages/cooperation.py", '"""', '"""Now: '),
        _PAGE,
        "of the new template",
    ),
)
