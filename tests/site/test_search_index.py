"""The search index: every page is in it, or the build fails and says which is not."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pagefind_bin
import pytest
import yaml

from atlas.i18n.normalize import list_spellings
from atlas.pages.search_record import SearchRecord
from atlas.site import search_index
from tests.frozen_records import ATLAS, TOWNS, ids
from tests.mkdocs_build import Build
from tests.processes import is_running
from tests.site_languages import LANGUAGES

RIVERTON = SearchRecord("Riverton", "A town.", ("Riverton", "St. Großburg"), text="On a river")


def add(site: Path, *addresses: str, language: str = "en") -> None:
    for address in addresses:
        search_index.add(site, language, address, RIVERTON)


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A site of two pages in English and one in Dutch."""
    add(tmp_path, "", "places/riverton/")
    add(tmp_path, "nl/places/riverton/", language="nl")
    return tmp_path


def test_all_pages_are_indexed_by_their_language(small: Path) -> None:
    assert search_index.index(small) == 3
    languages = json.loads((small / "pagefind/pagefind-entry.json").read_text())["languages"]
    counts = {code: of_language["page_count"] for code, of_language in languages.items()}
    assert counts == {"en": 2, "nl": 1}


def test_what_the_index_is_made_of_does_not_stay(small: Path) -> None:
    search_index.index(small)
    assert [path.name for path in small.iterdir()] == [search_index.FOLDER]


def test_an_index_has_words_in_every_spelling_and_shows_them_as_written(small: Path) -> None:
    search_index.index(small)
    (fragment,) = (one for one in fragments(small) if one["url"] == "/nl/places/riverton/")
    assert {"riverton", "st", "saint", "sint", "grossburg", "river"} <= set(
        fragment["content"].replace(".", "").split()
    )
    assert fragment["meta"] == {
        **{"title": "Riverton", "sentence": "A town.", "names": "riverton | st grossburg"}
    }


def test_a_page_that_the_index_leaves_out_is_named(small: Path) -> None:
    (small / search_index.RECORDS / "places/riverton/index.html").write_text("<html></html>")
    with pytest.raises(search_index.SearchError, match=r"lacks 1 .*: places/riverton/\. Is"):
        search_index.index(small)


def test_of_many_missing_pages_a_few_are_named(small: Path) -> None:
    for number in range(7):
        add(small, f"places/{number}/")
        (small / search_index.RECORDS / f"places/{number}/index.html").write_text("<html></html>")
    with pytest.raises(
        search_index.SearchError, match=r"lacks 7 .*: places/0/, .*places/4/ and 2 more\."
    ):
        search_index.index(small)


def test_a_page_that_is_called_by_signs_alone_is_indexed(small: Path) -> None:
    search_index.add(small, "en", "themes/signs/", SearchRecord("!?", "…", ("!?",), text="…"))
    assert search_index.index(small) == 4


def test_an_earlier_index_does_not_count(small: Path) -> None:
    search_index.index(small)
    add(small, "places/port-azul/")
    assert search_index.index(small) == 1


def test_a_run_that_takes_too_long_is_given_up(small: Path) -> None:
    with pytest.raises(search_index.SearchError, match="not done after"):
        search_index.index(small, timeout=0.000_001)


def test_a_file_that_pagefind_cut_short_is_missed(
    small: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    short = tmp_path_factory.mktemp("bin") / "pagefind"
    real = pagefind_bin.get_executable()
    short.write_text(f"""#!/bin/sh
'{real}' "$@" && for file in "$4"/fragment/*; do head -c 40 "$file" > "$file.cut"
mv "$file.cut" "$file"; done""")
    short.chmod(0o755)
    monkeypatch.setattr(pagefind_bin, "get_executable", lambda: short)
    with pytest.raises(search_index.SearchError, match=r"left \w+\.pf_fragment unfinished"):
        search_index.index(small)


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
        search_index.index(tmp_path)


def fragments(site: Path) -> list[Any]:
    """What the index has of each page."""
    return [
        json.loads(gzip.decompress(file.read_bytes()).removeprefix(b"pagefind_dcd"))
        for file in site.glob("pagefind/fragment/*.pf_fragment")
    ]


def test_the_site_holds_one_index_per_language_and_no_foreign_face(site: Path) -> None:
    languages = json.loads((site / "pagefind/pagefind-entry.json").read_text())["languages"]
    assert set(languages) == set(LANGUAGES)
    assert len({of_language["page_count"] for of_language in languages.values()}) == 1
    assert languages[LANGUAGES[-1]]["page_count"] > 100
    assert not list((site / "pagefind").glob("*ui*"))


def test_every_page_of_a_record_is_in_the_index_and_no_sample_of_one(site: Path) -> None:
    found = {one["url"]: one for one in fragments(site)}
    sections = ("cooperations", "actors", "themes")
    addresses = {f"/{section}/{id_}/" for section in sections for id_ in ids(ATLAS, section)}
    assert len(addresses) > 50
    assert addresses <= found.keys()
    assert {"/places/kinshasa/", "/countries/cd/", "/goals/17/", "/contribute/"} <= found.keys()
    assert "/search/" not in found
    sample = (site / "contribute/index.html").read_text()
    assert "choirs" in sample
    assert "choirs" not in found["/contribute/"]["content"]


def test_a_town_is_found_once_on_the_page_of_its_authority(site: Path) -> None:
    found = {one["url"]: one for one in fragments(site)}
    assert "/places/tangier/" not in found
    assert "tangier" in found["/actors/tangier/"]["meta"]["names"].split(" | ")
    assert not (site / search_index.RECORDS).exists()


def test_a_note_on_a_source_is_not_found(site: Path) -> None:
    notes = [
        text
        for id_ in ids(ATLAS, "cooperations")
        for note in yaml.safe_load((ATLAS / f"cooperations/{id_}.yml").read_text()).get("notes", [])
        for text in note["text"].values()
    ]
    assert notes
    contents = "\n".join(one["content"] for one in fragments(site))
    assert [note for note in notes if " ".join(list_spellings(note)) in contents] == []


def test_a_site_without_its_search_has_no_index(build: Build, tmp_path: Path) -> None:
    done = build(tmp_path, ATLAS_LANGUAGES="en", ATLAS_SEARCH="off", ATLAS_DATA=str(TOWNS))
    assert done.returncode == 0, done.stderr
    assert not (tmp_path / search_index.FOLDER).exists()
    assert not (tmp_path / search_index.RECORDS).exists()
