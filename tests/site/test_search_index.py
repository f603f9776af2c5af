"""The search index: every page is in it, or the build fails and says which is not."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pagefind_bin
import pytest

from atlas.site import search_index
from tests.mkdocs_build import Build, copied
from tests.processes import is_running
from tests.site_languages import LANGUAGES

PAGE = (
    '<html lang="{}"><body><article{}><h1>{}</h1><p>Riverton, Port Azul</p></article></body></html>'
)
IN_INDEX = " data-pagefind-body"


def write(site: Path, address: str, language: str = "en", mark: str = IN_INDEX) -> None:
    folder = site / address
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "index.html").write_text(PAGE.format(language, mark, address or "Home"))


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A site of two pages in English and one in Dutch."""
    write(tmp_path, "")
    write(tmp_path, "places/riverton/")
    write(tmp_path, "nl/places/riverton/", "nl")
    return tmp_path


def test_all_pages_are_indexed_by_their_language(small: Path) -> None:
    expected = {"en": {"", "places/riverton/"}, "nl": {"nl/places/riverton/"}}
    assert search_index.index(small, expected) == 3
    languages = json.loads((small / "pagefind/pagefind-entry.json").read_text())["languages"]
    counts = {code: of_language["page_count"] for code, of_language in languages.items()}
    assert counts == {"en": 2, "nl": 1}


def test_a_page_whose_article_is_not_marked_is_missed(small: Path) -> None:
    write(small, "places/port-azul/", mark="")
    with pytest.raises(
        search_index.SearchError, match=r"for en lacks 1 .*: places/port-azul/\. Has"
    ):
        search_index.index(small, {"en": {"", "places/riverton/", "places/port-azul/"}})


def test_a_page_of_another_language_is_missed(small: Path) -> None:
    write(small, "nl/places/port-azul/", "en")
    with pytest.raises(search_index.SearchError, match="for nl lacks 1 .*: nl/places/port-azul/"):
        search_index.index(small, {"nl": {"nl/places/riverton/", "nl/places/port-azul/"}})


def test_of_many_missing_pages_a_few_are_named(small: Path) -> None:
    addresses = {f"places/{number}/" for number in range(7)}
    with pytest.raises(
        search_index.SearchError, match=r"lacks 7 .*: places/0/, .*places/4/ and 2 more\."
    ):
        search_index.index(small, {"en": addresses})


def test_an_earlier_index_does_not_count(small: Path) -> None:
    search_index.index(small, {"en": {"places/riverton/"}})
    shutil.rmtree(small / "places")
    with pytest.raises(search_index.SearchError, match="places/riverton/"):
        search_index.index(small, {"en": {"places/riverton/"}})


def test_a_run_that_takes_too_long_is_given_up(small: Path) -> None:
    with pytest.raises(search_index.SearchError, match="not done after"):
        search_index.index(small, {}, timeout=0.000_001)


def test_a_file_that_pagefind_cut_short_is_missed(
    small: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    short = tmp_path_factory.mktemp("bin") / "pagefind"
    real = pagefind_bin.get_executable()
    short.write_text(f"""#!/bin/sh
'{real}' "$@" && for file in "$2"/pagefind/fragment/*; do head -c 40 "$file" > "$file.cut"
mv "$file.cut" "$file"; done""")
    short.chmod(0o755)
    monkeypatch.setattr(pagefind_bin, "get_executable", lambda: short)
    with pytest.raises(search_index.SearchError, match=r"left \w+\.pf_fragment unfinished"):
        search_index.index(small, {"en": {""}})


def test_pagefind_ends_with_the_build_that_began_it(tmp_path: Path) -> None:
    """An index that goes on after its build was killed would mix with that of the next."""
    program = f"""import sys; sys.path[:0] = {sys.path!r}
from atlas.site import child_process
with child_process.begin(["sleep", "600"]) as child:
    print(child.pid, flush=True)
    child.wait()"""
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE) as build:
        assert build.stdout
        indexer = int(build.stdout.readline())
        build.kill()
    while is_running(indexer):
        time.sleep(0.01)


def test_a_folder_without_pages_is_refused(tmp_path: Path) -> None:
    with pytest.raises(search_index.SearchError):
        search_index.index(tmp_path, {"en": {""}})


def test_the_site_holds_one_index_per_language_and_no_foreign_face(site: Path) -> None:
    languages = json.loads((site / "pagefind/pagefind-entry.json").read_text())["languages"]
    assert set(languages) == set(LANGUAGES)
    assert len({of_language["page_count"] for of_language in languages.values()}) == 1
    assert languages[LANGUAGES[-1]]["page_count"] > 100
    assert not list((site / "pagefind").glob("*ui*"))


@pytest.mark.parametrize("selector", search_index.EXCLUDED)
def test_what_is_left_out_is_still_there_to_be_left_out(site: Path, selector: str) -> None:
    name = selector.removeprefix(".")
    pages = (page.read_text() for page in site.glob("*/**/index.html"))
    assert any(f'class="{name}' in page or f" {name}" in page for page in pages)


def test_a_build_that_leaves_a_page_out_fails(build: Build, tmp_path: Path) -> None:
    project, site = copied(tmp_path / "project"), tmp_path / "site"
    frame = project / "overrides" / "main.html"
    text = frame.read_text()
    assert "page.meta.unlisted" in text
    frame.write_text(text.replace("page.meta.unlisted", "(page.meta.unlisted or page.is_homepage)"))
    done = build(site, project=project, ATLAS_LANGUAGES="en")
    assert done.returncode != 0
    assert "The search index for en lacks 1 of the pages that were written: the home page" in (
        done.stdout + done.stderr
    )
    done = build(site, project=project, ATLAS_LANGUAGES="en", ATLAS_SEARCH="off")
    assert done.returncode == 0, done.stderr
    assert not (site / "pagefind").exists()
