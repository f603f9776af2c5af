"""The search index: every page is in it, or the build fails and says which is not."""

from __future__ import annotations

import base64
import gzip
import json
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import cbor2
import pagefind_bin
import pytest
import yaml

from atlas.i18n.normalize import list_spellings
from atlas.pages.search_record import SearchRecord
from atlas.site import pagefind_files, search_index
from tests.frozen_records import ATLAS, TOWNS, ids
from tests.mkdocs_build import Build
from tests.processes import is_running
from tests.site_languages import LANGUAGES

RIVERTON = SearchRecord(
    "Riverton",
    "A town.",
    ("Riverton", "St. Großburg"),
    text="On a river",
    filters=(("kind", "places"), ("country", "xa"), ("country", "xb")),
)
SIGNS = SearchRecord("!?", "…", ("!?",), text="…")
SMALL = {
    "en": [("", RIVERTON), ("places/riverton/", RIVERTON)],
    "nl": [("nl/places/riverton/", RIVERTON)],
}


def stand_in(folder: Path, monkeypatch: pytest.MonkeyPatch, program: str) -> None:
    """Let a program in Python take the place of Pagefind."""
    file = folder / "stand-in"
    file.write_text(f"#!{sys.executable}\n{program}\n")
    file.chmod(0o755)
    monkeypatch.setattr(pagefind_bin, "get_executable", lambda: file)


def content(site: Path) -> dict[str, bytes]:
    """Every file of the site by its path."""
    files = [file for file in site.rglob("*") if file.is_file()]
    return {file.relative_to(site).as_posix(): file.read_bytes() for file in files}


def test_all_pages_are_indexed_by_their_language(tmp_path: Path) -> None:
    assert search_index.index(tmp_path, SMALL) == 3
    languages = json.loads((tmp_path / "pagefind/pagefind-entry.json").read_text())["languages"]
    counts = {code: of_language["page_count"] for code, of_language in languages.items()}
    assert counts == {"en": 2, "nl": 1}


def test_an_index_has_words_in_every_spelling_and_shows_them_as_written(tmp_path: Path) -> None:
    search_index.index(tmp_path, SMALL)
    (fragment,) = (one for one in fragments(tmp_path) if one["url"] == "/nl/places/riverton/")
    assert fragment["content"].split() == [
        *("riverton", "st", "saint", "sint", "sankt", "grossburg", "on", "a", "river")
    ]
    assert fragment["meta"] == {
        **{"title": "Riverton", "sentence": "A town.", "names": "riverton | st grossburg"}
    }
    assert fragment["filters"] == {"kind": ["places"], "country": ["xa", "xb"]}


def test_a_word_counts_most_in_a_name_and_more_in_that_of_another(tmp_path: Path) -> None:
    """Pagefind counts in 24ths, and writes a weight down as a negative number, one further."""
    page = SearchRecord("Hill", "", ("Hill",), related=("Dale",), text="Bridge")
    search_index.index(tmp_path, {"en": [("places/hill/", page)]})
    weights = {word: pages[0][1][0] for word, pages, _ in index_words(tmp_path)}
    assert weights == {"hill": -1 - 10 * 24, "dale": -1 - 3 * 24, "bridg": -1 - 24}


def test_the_same_pages_in_any_order_give_the_same_bytes(tmp_path: Path) -> None:
    pages = [
        (f"places/{at}/", replace(RIVERTON, title=f"Riverton {at}", filters=(("kind", f"{at}"),)))
        for at in range(40)
    ]
    once, again = tmp_path / "once", tmp_path / "again"
    search_index.index(once, {"en": pages, "nl": SMALL["nl"]})
    search_index.index(again, {"nl": SMALL["nl"], "en": reversed(pages)})
    assert content(once) == content(again)


def test_an_index_that_is_made_in_parts_says_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where a page of one part is shown with what no page of another part has, where a word
    has other forms, and where words fill several chunks."""
    pages = [
        (
            f"places/{at}/",
            SearchRecord(
                f"Église {at % 7}",
                "Égliser." if at % 5 else "",
                (f"Église {at}",),
                related=("Riverton",) if at % 2 else (),
                text=" ".join(f"w{at * word % 997}" for word in range(300)),
                filters=(("kind", "places"), *((("country", f"x{at % 3}"),) if at % 4 else ())),
                meta={"since": "1990"} if at > 50 else {"form": "A river"},
            ),
        )
        for at in range(60)
    ]
    in_one, in_parts = tmp_path / "one", tmp_path / "parts"
    search_index.index(in_one, {"en": pages})
    monkeypatch.setattr(search_index, "PART", 7)
    search_index.index(in_parts, {"en": pages})
    assert description(in_one)[2][1:]  # chunks
    assert any(word[2] for word in index_words(in_one))
    assert index_words(in_one) == index_words(in_parts)
    for one, other in zip(description(in_one), description(in_parts), strict=True):
        assert [each[:2] for each in one] == [each[:2] for each in other]
    assert {one["url"]: one for one in fragments(in_one)} == {
        one["url"]: one for one in fragments(in_parts)
    }
    assert search_files(in_one, "filter") == search_files(in_parts, "filter")


def test_a_page_that_the_index_leaves_out_is_named(tmp_path: Path) -> None:
    with pytest.raises(search_index.SearchError, match=r"lacks 1 .* in it: %/\."):
        search_index.index(tmp_path, {"en": [*SMALL["en"], ("%/", SIGNS)]})


def test_of_many_missing_pages_a_few_are_named(tmp_path: Path) -> None:
    signs = [("!" * (at + 1) + "/", SIGNS) for at in range(7)]
    with pytest.raises(search_index.SearchError, match=r"lacks 7 .*: (!+/, ){4}!+/ and 2 more\."):
        search_index.index(tmp_path, {"en": [*SMALL["en"], *signs]})


def test_a_page_that_is_called_by_signs_alone_is_indexed(tmp_path: Path) -> None:
    assert search_index.index(tmp_path, {"en": [("themes/signs/", SIGNS)]}) == 1


def test_an_earlier_index_does_not_stay(tmp_path: Path) -> None:
    search_index.index(tmp_path, SMALL)
    search_index.index(tmp_path, {"en": [("places/port-azul/", RIVERTON)]})
    assert [one["url"] for one in fragments(tmp_path)] == ["/places/port-azul/"]


@pytest.mark.parametrize("records", [{}, {"en": []}, {"en": SMALL["en"], "nl": []}])
def test_a_language_without_pages_is_refused(
    tmp_path: Path, records: dict[str, list[tuple[str, SearchRecord]]]
) -> None:
    with pytest.raises(search_index.SearchError, match="nothing to index"):
        search_index.index(tmp_path, records)


@pytest.mark.parametrize(
    "program",
    [
        pytest.param("import time; time.sleep(600)", id="it does not answer"),
        pytest.param("print('eyJ', end='', flush=True); input()", id="it stops in an answer"),
    ],
)
def test_a_pagefind_that_takes_too_long_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, program: str
) -> None:
    noted = tmp_path / "pid"
    note = f"import os; open({str(noted)!r}, 'w').write(str(os.getpid()))"
    stand_in(tmp_path, monkeypatch, f"{note}\n{program}")
    with pytest.raises(search_index.SearchError, match=r"not done after 2 seconds\."):
        search_index.index(tmp_path, SMALL, timeout=2)
    assert not is_running(int(noted.read_text()))


def test_a_pagefind_that_does_not_listen_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What it is told fills its pipe, so that no more can be written."""
    answer = base64.b64encode(b'{"payload": {"type": "NewIndex"}}').decode()
    stand_in(tmp_path, monkeypatch, f"print({answer!r}, end=',', flush=True)\nwhile True: pass")
    long = replace(RIVERTON, text="river " * 100_000)
    with pytest.raises(search_index.SearchError, match=r"not done after 1 seconds\."):
        search_index.index(tmp_path, {"en": [("", long)]}, timeout=1)


@pytest.mark.parametrize(
    ("program", "reason"),
    [
        ("import sys; sys.exit('no\\nroom')", r"ended with 1: no room$"),
        ("", r"ended with 0: it does not say why\.$"),
        ("import os; os.kill(os.getpid(), 11)", r"ended by the signal 11\.$"),
        ("print('?,', flush=True); input()", r"answer has no meaning: b'\?,"),
        ("print('e30=', end=',', flush=True); input()", r"answer has no meaning: b'e30=,'"),
        (
            'import base64; print(base64.b64encode(b\'{"payload": {"type": "Error",'
            ' "message": "No."}}\').decode(), end=\',\', flush=True); input()',
            r"could not do NewIndex: No\.",
        ),
    ],
)
def test_a_pagefind_that_fails_is_quoted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, program: str, reason: str
) -> None:
    stand_in(tmp_path, monkeypatch, program)
    with pytest.raises(search_index.SearchError, match=reason):
        search_index.index(tmp_path, SMALL)


def test_a_pagefind_that_is_not_there_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pagefind_bin, "get_executable", lambda: tmp_path / "nothing")
    with pytest.raises(search_index.SearchError, match="could not be started"):
        search_index.index(tmp_path, SMALL)


def test_files_of_another_form_are_refused() -> None:
    with pytest.raises(pagefind_files.UnknownFormError, match="unknown form"):
        pagefind_files.merge([{"pagefind-entry.json": b'{"languages": {"en": {}}}'}])


def test_an_index_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / search_index.FOLDER).touch()
    with pytest.raises(search_index.SearchError, match=r"^The search index: .+\.$"):
        search_index.index(tmp_path, SMALL)


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


def unpack(file: Path) -> Any:
    """What a file of the index says."""
    return cbor2.loads(gzip.decompress(file.read_bytes()).removeprefix(b"pagefind_dcd"))


def description(site: Path) -> list[Any]:
    """What the index has, and where."""
    (file,) = site.glob("pagefind/*.pf_meta")
    found: list[Any] = unpack(file)
    return found


def index_words(site: Path) -> list[Any]:
    """Every word of the index with its pages and its other forms, the latter in order."""
    chunks = [key for _, _, key in description(site)[2]]
    words = (unpack(site / f"pagefind/index/{key}.pf_index")[0] for key in chunks)
    return [[word, pages, sorted(forms)] for chunk in words for word, pages, forms in chunk]


def search_files(site: Path, folder: str) -> dict[str, bytes]:
    """The files in a folder of the index, by their names."""
    return {file.name: file.read_bytes() for file in (site / "pagefind" / folder).iterdir()}


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
