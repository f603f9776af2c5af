"""The archive of a small site: what it holds, and that it holds the same every time."""

from __future__ import annotations

import stat
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner

from atlas.cli.main import main
from atlas.site.offline import archive

HEAD = """<!doctype html>
<html lang="{code}">
<title>An &amp; Atlas</title>
<link rel="canonical" href="https://example.org/atlas/{path}">
<ul><li><a href="./" hreflang="en"><li><a href="nl/" hreflang="nl"></ul>
<main id="main">"""
SEARCH = """<div class="atlas-search" data-atlas-search-page>
<label for="atlas-search-q">What?</label>
<ul class="atlas-search-lists"><li><a href="../places/">Places</a></ul>
</div></main></body>"""
LEFT_OUT = ("card.png", "feed.atom", "sitemap.xml", "404.html", "pagefind/x.js", "embed/index.html")


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """The folder of a site in two languages with two places, one of which moved."""
    pages = {
        "index.html": "",
        "nl/index.html": "",
        "places/index.html": "",
        "places/b/index.html": '<h1><span lang="nl" dir="ltr">&lt;b&gt; Élan</span></h1>',
        "places/a/index.html": "<h1>Zele</h1>",
        "search/index.html": SEARCH,
        "nl/search/index.html": SEARCH,
        "nl/places/index.html": "",
    }
    files = {path: _write(path) + body for path, body in pages.items()}
    files["places/old/index.html"] = "<h1>This page has moved</h1>"
    files["assets/maps/scenes/x.json"] = '{"a": "</script>"}'
    files["assets/data/places.csv"] = "id\n"
    files["assets/javascripts/atlas-table.js"] = "export const A = 1;"
    files |= dict.fromkeys(LEFT_OUT, "")
    for path, text in files.items():
        file = tmp_path / "site" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    return tmp_path / "site"


def _write(path: str) -> str:
    """The head of the page at a path."""
    code = "nl" if path.startswith("nl/") else "en"
    return HEAD.format(code=code, path=path.removesuffix("index.html"))


def read(packed: Path) -> dict[str, str]:
    with zipfile.ZipFile(packed) as opened:
        return {name: opened.read(name).decode() for name in opened.namelist()}


def test_the_same_site_makes_the_same_bytes(built: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "1.zip", tmp_path / "2.zip"
    archive.write(built, first)
    for file in built.rglob("*.html"):
        file.touch()
        file.chmod(0o600)
    archive.write(built, second)
    assert first.read_bytes() == second.read_bytes()
    with zipfile.ZipFile(first) as opened:
        assert opened.testzip() is None
        (mode,) = {one.external_attr >> 16 for one in opened.infolist()}
    assert stat.filemode(mode) == "-rw-r--r--"


def test_a_copy_has_what_is_of_use_in_a_folder(built: Path, tmp_path: Path) -> None:
    archive.write(built, tmp_path / "atlas.zip")
    files = read(tmp_path / "atlas.zip")
    assert list(files)[:2] == ["README.txt", "index.html"]
    assert not {f"atlas/{name}" for name in LEFT_OUT} & files.keys()
    assert "atlas/assets/maps/scenes/x.json" not in files
    assert files["atlas/assets/maps/scenes/x.json.js"].startswith("atlasOffline.file(")
    assert files["atlas/assets/data/places.csv"] == "id\n"
    assert '<a href="atlas/nl/index.html" hreflang="nl"' in files["index.html"]
    assert "<h1>An &amp; Atlas</h1>" in files["index.html"]
    assert "https://example.org/atlas/nl/" in files["README.txt"]
    assert files["README.txt"].startswith("An & Atlas\n")


def test_names_stand_in_place_of_the_search(built: Path, tmp_path: Path) -> None:
    archive.write(built, tmp_path / "atlas.zip")
    page = read(tmp_path / "atlas.zip")["atlas/search/index.html"]
    list_ = page[page.index('<div class="atlas-offline-list">') :]
    assert list_.startswith(
        '<div class="atlas-offline-list">\n<section>\n'
        '<h2><a href="../places/index.html">Places</a></h2>\n<ul>\n'
        '<li><a href="../places/b/index.html" lang="nl" dir="ltr">&lt;b&gt; Élan</a>\n'
        '<li><a href="../places/a/index.html">Zele</a>\n</ul>'
    )
    assert "data-atlas-search-page" not in page


@pytest.mark.parametrize("home", [None, "<p>something else"])
def test_what_is_no_site_is_said(tmp_path: Path, home: str | None) -> None:
    if home:
        (tmp_path / "index.html").write_text(home)
    output = tmp_path / "atlas.zip"
    result = CliRunner().invoke(main, ["offline", str(tmp_path), "--output", str(output)])
    assert result.exit_code == 1
    assert "index.html" in result.output
    assert [file.name for file in tmp_path.iterdir()] == (["index.html"] if home else [])


@pytest.mark.parametrize("path", ["index.html", "places/a/index.html", "assets/maps/scenes/x.json"])
def test_a_page_that_is_no_text_is_said(built: Path, tmp_path: Path, path: str) -> None:
    (built / path).write_bytes(b"\xff")
    output = tmp_path / "atlas.zip"
    result = CliRunner().invoke(main, ["offline", str(built), "--output", str(output)])
    assert result.exit_code == 1
    assert f"{path} is not written in UTF-8." in result.output
    assert not output.exists()


def test_a_folder_that_is_not_there_is_said_without_a_number(built: Path, tmp_path: Path) -> None:
    output = tmp_path / "nowhere/atlas.zip"
    result = CliRunner().invoke(main, ["offline", str(built), "--output", str(output)])
    assert result.exit_code == 1
    assert f"Error: {output}.part: No such file or directory" in result.output


def test_an_archive_within_the_site_holds_no_copy_of_itself(built: Path, tmp_path: Path) -> None:
    archive.write(built, tmp_path / "atlas.zip")
    for _ in range(2):
        archive.write(built, built / "atlas.zip")
        assert (built / "atlas.zip").read_bytes() == (tmp_path / "atlas.zip").read_bytes()
