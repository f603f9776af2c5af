"""Every package's licence is known and allowed, and so is that of every part the site ships."""

from __future__ import annotations

import importlib.metadata
import re
from fnmatch import fnmatchcase
from html import escape
from importlib import resources
from pathlib import Path
from urllib.parse import unquote

import pytest

from atlas.pages.licences import ADDRESS, PARTS, PUBLIC_DOMAIN, Part
from atlas.site.cards import fonts
from tests.conftest import ROOT
from tests.site_languages import PREFIXES

DRAWING = re.compile(r"""\bd=["']([^"']{20,})["']""")
"""The outline of an icon, as SVG writes it."""

ALLOWED = {
    # They ask for no more than that their text is passed on.
    *("MIT", "MIT-CMU", "BSD-2-Clause", "BSD-3-Clause", "0BSD", "ISC", "Zlib", "CC0-1.0"),
    "BSD-2-Clause-Views",
    *("Apache-2.0", "PSF-2.0", "Python-2.0", "MIT-0", "W3C-20150513"),
    # It binds changes to its own files, which nobody here makes and no page holds.
    "MPL-2.0",
    # Fonts: it binds the fonts and changes to them, not what is set in them.
    "OFL-1.1",
}

BUILD_ONLY = {
    "python-bidi": "LGPL-3.0: it works out line order on share cards, unchanged, while "
    "the site is built; nothing of it is in this repository or in the site",
    "pyphen": "MPL-1.1, LGPL or GPL, as one likes: it hyphenates printed atlases",
    "text-unidecode": "Artistic or GPL, as one likes: a part of what checks Data Packages in tests",
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
    "arcp": ("Apache-2.0", "its LICENSE; the metadata say Apache License, Version 2.0"),
    "axe-playwright-python": ("MIT", "its LICENSE; the axe-core it carries is MPL-2.0"),
    "colorama": ("BSD-3-Clause", "its LICENSE.txt; the metadata say BSD"),
    "cssselect2": ("BSD-3-Clause", "its LICENSE; the metadata say BSD"),
    "django-js-lib-leaflet": ("BSD-2-Clause", "the LICENSE of Leaflet, whose files it carries"),
    "isodate": ("BSD-3-Clause", "its LICENSE, which the metadata repeat"),
    "pydyf": ("BSD-3-Clause", "its LICENSE; the metadata say BSD"),
    "segno": ("BSD-3-Clause", "its LICENSE; the metadata say BSD"),
    "uharfbuzz": ("Apache-2.0", "its LICENSE; the metadata say Apache License 2.0"),
    "jinja2": ("BSD-3-Clause", "its LICENSE.txt; the metadata say BSD"),
    "tinycss2": ("BSD-3-Clause", "its LICENSE; the metadata say BSD"),
    "weasyprint": ("BSD-3-Clause", "its LICENSE; the metadata say BSD"),
    "webencodings": ("BSD-3-Clause", "its LICENSE; the metadata say BSD"),
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
    "*.html",
    *(
        "*feed.atom",
        "*feed.json",
        "*calendar.ics",
        "sitemap*.xml*",
        "licences/*.txt",
    ),
    *("assets/javascripts/atlas-*.js", "assets/stylesheets/atlas*.css", "assets/images/mark.svg"),
    *("assets/maps/atlas-map.*", "assets/maps/scenes/*", "assets/explore/filters.json"),
    "assets/compare/*.json",
    "assets/match/*.json",
    "assets/listed/*.json",
    *("api/v1/*.json", "api/v1/*.csv"),
    *("maps/*.svg", "maps/*.js"),
)
"""What the atlas itself writes into the site, of nothing but its own."""

SHIPPED = ALLOWED | {
    # They ask that their text is passed on, or that the maker is named.
    *("Unicode-3.0", "CC-BY-4.0"),
}

ICONS = Path(str(resources.files("material"))) / "templates" / ".icons"
ICON_SETS = {"material": "material-design-icons"}
"""The folder of a set of icons in the theme's package, and the part of the site it is listed as."""


def names(site: Path) -> list[str]:
    """Every file of a site, by its path."""
    found = [file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file()]
    assert found
    return found


def unlisted(files: list[str]) -> list[str]:
    """The files that are neither the atlas's own nor of a part by others."""
    patterns = [*OWN, *(pattern for part in PARTS for pattern in part.files)]
    return [one for one in files if not any(fnmatchcase(one, pattern) for pattern in patterns)]


def test_every_file_of_the_site_is_ours_or_has_its_licence(site: Path) -> None:
    assert unlisted(names(site)) == []


@pytest.mark.parametrize("file", ["assets/javascripts/jquery.js", "assets/fonts/a.woff2"])
def test_a_file_without_a_licence_is_found(file: str) -> None:
    assert unlisted(["index.html", file]) == [file]


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.id)
def test_a_part_is_in_the_site_and_its_licence_beside_it(part: Part, site: Path) -> None:
    files = names(site)
    for pattern in part.files:
        assert any(fnmatchcase(file, pattern) for file in files), f"nothing is shipped as {pattern}"
    if part.licence == PUBLIC_DOMAIN:
        return
    assert set(part.licence.split(" AND ")) <= SHIPPED
    text = (site / part.text_path).read_text("utf-8")
    assert re.search("copyright|licen[cs]e", text, re.IGNORECASE)
    for prefix in PREFIXES.values():
        page = (site / prefix / ADDRESS / "index.html").read_text("utf-8")
        lead = "../" * (page_depth(prefix))
        assert f'<a href="{lead}{part.text_path}">' in page
        assert escape(f"{part.name} {part.version}".strip()) in page


def page_depth(prefix: str) -> int:
    """How many folders the page Licences lies below the root of the site."""
    return f"{prefix}{ADDRESS}".count("/")


@pytest.mark.parametrize(
    ("id_", "holder"),
    [
        ("leaflet", "Volodymyr Agafonkin"),
        ("pagefind", "CloudCannon"),
        ("pagefind", "Martin Porter"),
        ("material", "Martin Donath"),
        ("noto", "The Noto Project Authors"),
        ("cldr", "Unicode, Inc."),
        *((id_, "Apache License") for id_ in ("pagefind", "material-design-icons")),
    ],
)
def test_a_text_names_who_has_to_be_named(id_: str, holder: str) -> None:
    (part,) = [part for part in PARTS if part.id == id_]
    assert holder in part.text


def test_no_script_of_the_theme_is_shipped(site: Path) -> None:
    scripts = Path(str(resources.files("material"))) / "templates/assets/javascripts"
    of_the_theme = {file.name for file in scripts.rglob("*.js")}
    assert of_the_theme
    assert not of_the_theme & {Path(file).name for file in names(site)}


def test_every_icon_of_the_site_is_of_a_set_that_is_listed(site: Path) -> None:
    sets = {
        drawing: file.relative_to(ICONS).parts[0]
        for file in ICONS.glob("*/**/*.svg")
        for drawing in DRAWING.findall(file.read_text("utf-8"))
    }
    texts = [(site / "index.html"), *(site / "assets" / "stylesheets").glob("*.css")]
    drawings = {one for text in texts for one in DRAWING.findall(unquote(text.read_text("utf-8")))}
    found = {sets[drawing] for drawing in drawings & sets.keys()}
    assert {ICON_SETS.get(name, name) for name in found} <= {part.id for part in PARTS}
    assert "material" in found


def test_every_font_of_the_cards_has_its_licence() -> None:
    (part,) = [part for part in PARTS if part.id == "noto"]
    assert {package for package, _ in part.texts} == {*fonts.PACKAGES}


@pytest.mark.parametrize("prefix", PREFIXES.values())
def test_every_page_leads_to_the_licences(prefix: str, site: Path) -> None:
    for page in (f"{prefix}index.html", f"{prefix}themes/health/index.html", "404.html"):
        assert f"{ADDRESS}" in (site / page).read_text("utf-8")
