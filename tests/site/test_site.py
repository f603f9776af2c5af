"""The built site: every address is there, nothing is left open, a bad build changes nothing."""

from __future__ import annotations

import filecmp
import os
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from atlas.checks import load
from atlas.graph import relate
from atlas.graph.edition import Edition
from atlas.i18n import languages
from atlas.maps.static import StaticMaps
from atlas.pages import country
from atlas.pages.page import Maps, PageContext, SiteInfo
from tests.conftest import ROOT
from tests.frozen_records import ATLAS, ids
from tests.mkdocs_build import URL, Build, copied
from tests.site_languages import LANGUAGES, PREFIXES

RECORDS = ("cooperations", "actors", "places", "sources", "themes")

MOVED = {
    "en": ("Moved: Health", "This page has moved"),
    "nl": ("Verhuisd: Gezondheid", "Deze pagina is verhuisd"),
    "fr": ("Déplacé\u00a0: Santé", "Cette page a changé d’adresse"),
    "ar": ("انتقلت: الصحة", "انتقلت هذه الصفحة"),
}
"""Title and heading of what stands at the former address of the theme Health."""


def built(site: Path, prefix: str, section: str) -> set[str]:
    """The addresses in a section, apart from the further pages of its list."""
    found = {page.parent for page in pages(site) if page.parent.parent == site / prefix / section}
    return {folder.name for folder in found if not re.fullmatch(r"page-\d+", folder.name)}


def pages(site: Path) -> list[Path]:
    """Every page of the site, apart from those that lead on from a record's former address."""
    leads_on = '<meta http-equiv="refresh"'
    found = sorted(page for page in site.rglob("*.html") if leads_on not in page.read_text())
    assert found
    return found


def countries() -> set[str]:
    """The addresses of the countries that the records tell of."""
    loaded = load.read(ATLAS)
    english = languages.load(["en"], "en")
    edition = Edition(relate.relate(loaded.records), english[0], english)
    context = PageContext(edition, 2, Maps(StaticMaps(loaded.outlines)), SiteInfo("", {}, "", {}))
    return {code.lower() for code in country.codes(context)}


FOR_SCRIPTS = {"{n}", "{name}", "{words}", "{a}", "{b}", "{all_a}", "{all_b}", "{shared}"}
"""Placeholders that scripts fill, on the page of a visitor."""

FOR_MATCHES = {"{all}", "{found}", "{offered}", "{none}", "{row}", "{km}"}
"""Further ones on the page that matches a list."""


@pytest.mark.parametrize("language", PREFIXES)
@pytest.mark.parametrize("section", RECORDS)
def test_every_record_has_its_page_in_every_language(
    site: Path, language: str, section: str
) -> None:
    root = site / PREFIXES[language]
    there = built(site, PREFIXES[language], section)
    leading = set(ids(ATLAS, section)) - there
    assert there <= set(ids(ATLAS, section))
    assert bool(leading) == (section == "places")
    for id_ in leading:
        moved = re.search(
            r'url=\.\./\.\./(actors/[^"]+)"', (root / section / id_ / "index.html").read_text()
        )
        assert moved, id_
        assert (root / moved[1] / "index.html").is_file()
    assert (site / PREFIXES[language] / section / "index.html").is_file()


@pytest.mark.parametrize("language", PREFIXES)
def test_every_country_and_goal_has_its_page(site: Path, language: str) -> None:
    assert built(site, PREFIXES[language], "countries") == countries() > {"be", "ma"}
    assert built(site, PREFIXES[language], "goals") == {str(goal) for goal in range(1, 18)}


def test_nothing_is_left_open_in_any_page(site: Path) -> None:
    for page in pages(site):
        text = page.read_text()
        assert "atlasslot" not in text, page
        assert "{{" not in text, page
        known = FOR_SCRIPTS | (FOR_MATCHES if page.parent.name == "match" else set())
        assert set(re.findall(r"\{\w+\}", text)) <= known, page


def test_one_sitemap_lists_every_page_with_its_translations(site: Path) -> None:
    space = {
        "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
        "x": "http://www.w3.org/1999/xhtml",
    }
    tree = ET.parse(site / "sitemap.xml")  # noqa: S314 - our own output
    listed = {node.text for node in tree.iterfind(".//s:loc", space)}
    there = {
        URL + page.relative_to(site).as_posix().removesuffix("index.html")
        for page in pages(site)
        if page.name == "index.html" and page.parent.name != "embed"
    }
    assert listed == there
    for entry in tree.iterfind("s:url", space):
        codes = [link.get("hreflang") for link in entry.iterfind("x:link", space)]
        assert codes == [*PREFIXES, "x-default"]


@pytest.mark.parametrize("language", PREFIXES)
def test_a_record_s_page_names_its_language_and_its_translations(site: Path, language: str) -> None:
    path = "cooperations/saint-josse-tangier/"
    html = (site / PREFIXES[language] / path / "index.html").read_text()
    assert f'<html lang="{language}"' in html
    assert f'<body dir="{languages.direction(language)}"' in html
    assert f'<link rel="canonical" href="{URL}{PREFIXES[language]}{path}">' in html
    for code, prefix in PREFIXES.items():
        there = (
            "./" if code == language else f"../../{'../' * bool(PREFIXES[language])}{prefix}{path}"
        )
        assert f'<a href="{there}" hreflang="{code}" lang="{code}"' in html
    assert '<link rel="alternate" hreflang' not in html, "the sitemap has them, once"


def test_a_record_s_page_links_to_the_file_it_is_edited_in(site: Path) -> None:
    html = (site / "places/kinshasa/index.html").read_text()
    assert re.search(r'href="https://github\.com/[^"]+/edit/main/data/places/kinshasa\.yml"', html)
    assert "md-content__button" in html
    assert "md-content__button" not in (site / "countries/ma/index.html").read_text()


def test_no_file_is_fetched_from_another_host(site: Path) -> None:
    fetched = re.compile(
        r'<(?:script|img|iframe|source)[^>]+src="(https?:)?//|@import|url\(["\']?https?:'
    )
    sheets = [*site.rglob("atlas*.css")]
    assert sheets
    for page in [*pages(site), *sheets]:
        assert not fetched.search(page.read_text()), page


@pytest.mark.languages("fr")
def test_only_the_languages_asked_for_are_built(build: Build, tmp_path: Path) -> None:
    done = build(tmp_path / "site", ATLAS_LANGUAGES="en,fr")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "site/fr/cooperations/saint-josse-tangier/index.html").is_file()
    assert not (tmp_path / "site/nl").exists()
    html = (tmp_path / "site/index.html").read_text()
    assert re.findall(r' hreflang="(\w+)"', html) == ["en", "fr"]


def test_a_language_that_the_site_has_not_is_refused(build: Build, tmp_path: Path) -> None:
    done = build(tmp_path / "site", ATLAS_LANGUAGES="en,eo")
    assert done.returncode != 0
    assert "ATLAS_LANGUAGES names languages the site has not: eo" in done.stdout
    assert "Traceback" not in done.stdout + done.stderr


def test_a_listed_language_without_a_catalogue_is_refused(build: Build, tmp_path: Path) -> None:
    project = copied(tmp_path / "project")
    config = (project / "mkdocs.yml").read_text()
    entry = "\n        - {locale: eo, name: Esperanto}\n"
    assert "\n      languages:\n" in config
    changed = config.replace("\n      languages:\n", f"\n      languages:{entry}")
    (project / "mkdocs.yml").write_text(changed)
    done = build(tmp_path / "site", project=project)
    assert done.returncode != 0
    said = done.stdout + done.stderr
    assert "there is no catalogue for eo. Run: .venv/bin/atlas catalogues eo" in said
    assert "Traceback" not in done.stdout + done.stderr


def test_a_language_without_pages_is_refused_with_the_command_that_begins_them(
    build: Build, tmp_path: Path
) -> None:
    project = copied(tmp_path / "project")
    root, *others = LANGUAGES
    shutil.rmtree(project / "docs" / others[0])
    done = build(tmp_path / "site", project=project)
    assert done.returncode != 0
    said = done.stdout + done.stderr
    assert f"docs/{others[0]} is missing. Run: cp -r docs/{root} docs/{others[0]};" in said
    assert said.count(f"docs/{others[0]} is missing") == 1
    assert "included in the 'nav'" not in said


def test_a_renamed_record_leads_on_from_its_former_address(build: Build, tmp_path: Path) -> None:
    data = tmp_path / "data"
    shutil.copytree(ATLAS, data)
    rename = [sys.executable, "-m", "atlas", "rename", "themes/health", "well-being"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "hooks")}
    subprocess.run([*rename, "--data", str(data)], check=True, env=environment)
    done = build(tmp_path / "site", ATLAS_DATA=str(data))
    assert done.returncode == 0, done.stderr
    for language, prefix in PREFIXES.items():
        html = (tmp_path / "site" / prefix / "themes/health/index.html").read_text()
        title, heading = MOVED[language]
        assert f'<html lang="{language}" dir="{languages.direction(language)}">' in html
        assert f"<title>{title}</title>" in html
        assert f"<h1>{heading}</h1>" in html
        assert 'content="0; url=../../themes/well-being/"' in html
        assert '<a href="../../themes/well-being/">' in html
        assert (tmp_path / "site" / prefix / "themes/well-being/index.html").is_file()


@pytest.mark.languages("nl")
def test_a_build_says_nothing_of_its_steps_and_all_that_is_wrong(
    build: Build, tmp_path: Path
) -> None:
    project = copied(tmp_path / "project")
    done = build(tmp_path / "site", project=project, ATLAS_LANGUAGES="en,nl")
    assert done.returncode == 0, done.stderr
    assert "INFO" not in done.stdout + done.stderr
    page = project / "docs/en/about.md"
    page.write_text(f"{page.read_text()}\n[nowhere](nowhere.md)\n")
    done = build(tmp_path / "site", project=project, ATLAS_LANGUAGES="en,nl")
    said = done.stdout + done.stderr
    assert done.returncode != 0
    assert "WARNING" in said
    assert "nowhere.md" in said
    assert "strict mode" in said


def test_an_editor_is_named_by_no_mail_address(build: Build, tmp_path: Path) -> None:
    project = copied(tmp_path / "project")
    settings = project / "mkdocs.yml"
    named = settings.read_text().replace("editors: {}", "editors: {jdoe: jane@town.example}")
    settings.write_text(named)
    done = build(tmp_path / "site", project=project, ATLAS_LANGUAGES="en")
    assert done.returncode != 0
    assert "mkdocs.yml: extra.editors has names alone" in done.stdout + done.stderr


def test_a_record_that_is_not_in_order_leaves_the_site_as_it_was(
    build: Build, tmp_path: Path
) -> None:
    data, site = tmp_path / "data", tmp_path / "site"
    shutil.copytree(ATLAS, data)
    (data / "places" / "tangier.yml").write_text("names: {en: Tangier}\ntype: town\n")
    site.mkdir()
    (site / "index.html").write_text("as it was")
    done = build(site, ATLAS_DATA=str(data))
    assert done.returncode != 0
    assert 'data/places/tangier.yml:2:7  field "type"' in done.stderr
    assert "Traceback" not in done.stderr
    assert [path.name for path in site.iterdir()] == ["index.html"]
    assert (site / "index.html").read_text() == "as it was"


def test_two_builds_are_alike_to_the_byte(build: Build, site: Path, tmp_path: Path) -> None:
    second = tmp_path / "second"
    kept = site.with_name(f"{site.name}-cache") / "cards"  # all else is made anew
    shutil.copytree(kept, tmp_path / "cache/cards")
    done = build(
        second,
        ATLAS_DATA=str(ATLAS),
        ATLAS_CARDS="on",
        ATLAS_CACHE=str(tmp_path / "cache"),
        ATLAS_WORKERS="1",
        PYTHONHASHSEED="2",
    )
    assert done.returncode == 0, done.stderr
    names = files(site)
    assert names == files(second)
    _, differing, failed = filecmp.cmpfiles(site, second, names, shallow=False)
    assert (differing, failed) == ([], [])


def files(site: Path) -> list[str]:
    """All files of a site."""
    paths = (path.relative_to(site) for path in site.rglob("*") if path.is_file())
    return sorted(path.as_posix() for path in paths)
