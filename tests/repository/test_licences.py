"""Every package's licence is known and allowed, and so is that of every part the site ships."""

from __future__ import annotations

import importlib.metadata
import re
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path

import pytest

from tests.conftest import ROOT

ALLOWED = {
    # They ask for no more than that their text is passed on.
    *("MIT", "MIT-CMU", "BSD-2-Clause", "BSD-3-Clause", "0BSD", "ISC", "Zlib", "CC0-1.0"),
    *("Apache-2.0", "PSF-2.0", "Python-2.0"),
    # It binds changes to its own files, which nobody here makes and no page holds.
    "MPL-2.0",
    # Fonts: it binds the fonts and changes to them, not what is set in them.
    "OFL-1.1",
}

BUILD_ONLY = {
    "python-bidi": "LGPL-3.0: it works out line order on share cards, unchanged, while "
    "the site is built; nothing of it is in this repository or in the site",
}
"""Packages whose licence is not allowed by itself, each with its licence and why it may stay."""

CLASSIFIERS = {
    "Apache Software License": "Apache-2.0",
    "ISC License (ISCL)": "ISC",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "PSF-2.0",
    "SIL Open Font License 1.1 (OFL-1.1)": "OFL-1.1",
}
"""What a package's classifiers call a licence. "BSD License" names no one licence."""

LOOKED_UP = {
    "axe-playwright-python": ("MIT", "its LICENSE; the axe-core it carries is MPL-2.0"),
    "colorama": ("BSD-3-Clause", "its LICENSE.txt; the metadata say BSD"),
    "django-js-lib-leaflet": ("BSD-2-Clause", "the LICENSE of Leaflet, whose files it carries"),
    "uharfbuzz": ("Apache-2.0", "its LICENSE; the metadata say Apache License 2.0"),
    "jinja2": ("BSD-3-Clause", "its LICENSE.txt; the metadata say BSD"),
}
"""Packages that do not name one licence of the list: the licence, and where it is to be read."""


def locked() -> dict[str, str]:
    """Every package of the locks, with its lines."""
    entries = re.split(
        r"^(?=[a-z0-9])", (ROOT / "requirements/dev.txt").read_text("utf-8"), flags=re.M
    )
    return {entry.partition("==")[0]: entry for entry in entries[1:]}


def stated(package: str) -> str:
    """The licence that a package's metadata state, as an SPDX expression or a word of their own."""
    metadata = importlib.metadata.metadata(package)
    classifiers = [
        line.rpartition(" :: ")[2]
        for line in metadata.get_all("Classifier", [])
        if line.startswith("License ::")
    ]
    known = [CLASSIFIERS[name] for name in classifiers if name in CLASSIFIERS]
    expressions = metadata.get_all("License-Expression", [])
    candidates = [*expressions, *known, *metadata.get_all("License", [])]
    return next((one for one in candidates if one and one != "UNKNOWN"), "")


def is_allowed(expression: str) -> bool:
    """Whether an SPDX expression without brackets leaves a choice that is allowed."""
    return any(set(choice.split(" AND ")) <= ALLOWED for choice in expression.split(" OR "))


@pytest.mark.parametrize(
    ("expression", "allowed"),
    [
        ("MIT", True),
        ("GPL-3.0-only", False),
        ("MIT OR GPL-3.0-only", True),
        ("MIT AND GPL-3.0-only", False),
        ("", False),
    ],
)
def test_a_licence_is_allowed_or_not(expression: str, allowed: bool) -> None:
    assert is_allowed(expression) == allowed


@pytest.mark.parametrize("package", locked())
def test_a_package_has_a_licence_that_is_allowed(package: str) -> None:
    try:
        licence = stated(package)
    except importlib.metadata.PackageNotFoundError:
        assert " ; " in locked()[package].splitlines()[0], "only needed elsewhere, or not installed"
        return
    if package in LOOKED_UP:
        assert not is_allowed(licence), f"{package} now states {licence}: take it off the list"
        licence, where = LOOKED_UP[package]
        assert where
    if package in BUILD_ONLY:
        assert not is_allowed(licence), f"{package} is allowed by itself: take it off the list"
        return
    assert is_allowed(licence), f"{package}: {licence or 'no licence'}"


def test_only_packages_that_are_there_are_named() -> None:
    assert LOOKED_UP.keys() | BUILD_ONLY.keys() <= locked().keys()


OWN = (
    *(
        "*.html",
        "*card.png",
        "*/cite.bib",
        "*/cite.json",
        "*feed.atom",
        "*feed.json",
        "sitemap*.xml*",
    ),
    *("assets/javascripts/atlas-*.js", "assets/stylesheets/atlas*.css", "assets/images/mark.svg"),
    *("assets/maps/atlas-map.*", "assets/maps/scenes/*", "assets/data/*.csv"),
    *("assets/explore/*.json", "maps/*.svg", "maps/*.js"),
)
"""What the atlas itself writes into the site, from its records, pages and code."""


def parts() -> Iterator[tuple[str, list[str]]]:
    """The parts by others in LICENSE-DATA.md: their rows, and the files of the site they name."""
    section = (ROOT / "LICENSE-DATA.md").read_text("utf-8").split("## In the published site")[1]
    for row in section.split("\n\n")[2].splitlines()[2:]:
        yield row, re.findall(r"`([^`]+)`", row.split("|")[2])


def test_every_file_of_the_site_has_its_licence(site: Path) -> None:
    patterns = [pattern for _, named in parts() for pattern in named]
    files = [file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file()]
    assert patterns
    assert files
    nameless = [
        file
        for file in files
        if not any(fnmatchcase(file, pattern) for pattern in (*OWN, *patterns))
    ]
    assert nameless == []
    unused = [one for one in patterns if not any(fnmatchcase(file, one) for file in files)]
    assert unused == []


@pytest.mark.parametrize(
    ("name", "package", "parts_of_version"),
    [
        ("Leaflet", "django-js-lib-leaflet", 3),
        ("Pagefind", "pagefind_bin", 3),
        ("Material for MkDocs", "mkdocs-material", 3),
    ],
)
def test_the_licence_named_is_that_of_the_version_shipped(
    name: str, package: str, parts_of_version: int
) -> None:
    version = ".".join(importlib.metadata.version(package).split(".")[:parts_of_version])
    (row,) = [row for row, _ in parts() if row.startswith(f"| {name} ")]
    assert re.search(rf"\b{re.escape(version)}\b", row)
