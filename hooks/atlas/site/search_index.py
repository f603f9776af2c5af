"""The search index: Pagefind makes it of one small record for each page; what it leaves out fails
the build.

The records are pages of their own in a folder of the site until they are indexed. Their words are
folded and stand in every spelling, so that a question need only be folded to find them.
"""

from __future__ import annotations

import gzip
import json
import shutil
import subprocess
import tempfile
import zlib
from collections.abc import Iterable
from pathlib import Path

import pagefind_bin
from markupsafe import Markup

from atlas.files import disk_errors
from atlas.i18n.normalize import SHORT, list_spellings, words
from atlas.pages.search_record import SearchRecord
from atlas.site import child_process

FOLDER = "pagefind"
"""Where the index lies in the site. Its file names differ from one build to the next: Pagefind
names them by hashes of what its threads finish in no fixed order."""

TIMEOUT = 900.0
"""Seconds after which Pagefind is given up; it needs about two for a thousand pages."""

RECORDS = "search-records"
"""Where the records lie in the site while it is built."""

UNUSED = (
    "pagefind-ui.*",
    "pagefind-modular-ui.*",
    "pagefind-component-ui.*",
    "pagefind-highlight.js",
)
"""Faces of a search that Pagefind brings with it; the atlas has its own, atlas-search.js."""

_HTML = Markup(
    '<!doctype html>\n<html lang="{language}"><body data-pagefind-body>\n'
    '<p data-pagefind-weight="10">{names}</p>\n<p data-pagefind-weight="3">{related}</p>\n'
    "<p>{text}</p>\n{facts}</body></html>\n"
)
_FILTER = Markup('<i data-pagefind-filter="{}[data-value]" data-value="{}"></i>')
_META = Markup('<i data-pagefind-meta="{}[data-value]" data-value="{}"></i>')
_SIGNATURE = b"pagefind_dcd"
_MOST_NAMES = 5
_ROOM = 65_536
"""Bytes that are free at least on a disk where nothing was cut short."""


class SearchError(Exception):
    """There is no index, or pages are missing from it; the text says which and what to do."""


def add(site: Path, language: str, address: str, record: SearchRecord) -> None:
    """Keep the record of the page at `address`, from the root of the site, to be indexed."""
    folder = site / RECORDS / address
    folder.mkdir(parents=True, exist_ok=True)
    meta = {
        "title": record.title,
        "sentence": record.sentence,
        "names": " | ".join(dict.fromkeys(map(_shorten, record.names))),
        **record.meta,
    }
    html = _HTML.format(
        language=language,
        names=_spell(record.names) or address,  # Pagefind leaves out a page without any word
        related=_spell(record.related),
        text=_spell([record.text]),
        facts=Markup("\n").join(
            [_FILTER.format(*pair) for pair in record.filters]
            + [_META.format(*pair) for pair in meta.items() if pair[1]]
        ),
    )
    (folder / "index.html").write_text(html, "utf-8")


def _shorten(name: str) -> str:
    """A name as the script compares it with what is asked."""
    return " ".join(SHORT.get(word, word) for word in words(name))


def _spell(texts: Iterable[str]) -> str:
    return " ".join(word for text in texts for word in list_spellings(text))


def index(site: Path, timeout: float = TIMEOUT) -> int:
    """Index the records that were added to the folder `site`, which are then taken away; return
    how many pages the index holds.

    Raises SearchError where one of them is not in it, or where Pagefind fails or takes longer than
    `timeout` seconds.
    """
    folder, records = site / FOLDER, site / RECORDS
    shutil.rmtree(folder, ignore_errors=True)
    _run(site, timeout)
    _require_room(site)
    expected = {
        "".join(f"{part}/" for part in file.parent.relative_to(records).parts)
        for file in records.rglob("index.html")
    }
    found = _indexed_pages(folder)
    missing = sorted(expected.difference(*found.values()))
    if missing or not expected:
        raise SearchError(_missing_message(missing) if missing else "There is nothing to index.")
    shutil.rmtree(records)
    for pattern in UNUSED:
        for file in folder.glob(pattern):
            file.unlink()
    return sum(map(len, found.values()))


def _run(site: Path, timeout: float) -> None:
    command = [
        str(pagefind_bin.get_executable()),
        *("--site", str(site / RECORDS), "--output-path", str(site / FOLDER), "--quiet"),
    ]
    try:
        with child_process.begin(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
        ) as pagefind:
            _, said = pagefind.communicate(timeout=timeout)
    except subprocess.TimeoutExpired as error:
        raise SearchError(f"Pagefind was not done after {timeout:g} seconds.") from error
    except OSError as error:
        raise SearchError(f"Pagefind could not be started: {error}") from error
    if pagefind.returncode < 0:
        raise SearchError(f"Pagefind was ended by the signal {-pagefind.returncode}.")
    if pagefind.returncode:
        reason = said.decode(errors="replace").strip()
        raise SearchError(f"Pagefind ended with {pagefind.returncode}: {reason}")


def _require_room(site: Path) -> None:
    """Raise SearchError if the disk is full: Pagefind then leaves files short and says nothing."""
    try:
        with tempfile.TemporaryFile(dir=site) as probe:
            probe.write(bytes(_ROOM))
    except OSError as error:
        raise SearchError(f"The search index: {disk_errors.reason(error)}.") from error


def _indexed_pages(folder: Path) -> dict[str, set[str]]:
    """The addresses in the index, from the site's root, by the code of their language; each page
    has a file of its own."""
    found: dict[str, set[str]] = {}
    for file in folder.glob("fragment/*.pf_fragment"):
        language = file.name.partition("_")[0]
        try:
            content = json.loads(gzip.decompress(file.read_bytes()).removeprefix(_SIGNATURE))
        except (OSError, EOFError, ValueError, zlib.error) as error:
            raise SearchError(f"Pagefind left {file.name} unfinished.") from error
        found.setdefault(language, set()).add(content["url"].removeprefix("/"))
    return found


def _missing_message(missing: list[str]) -> str:
    names = ", ".join(address or "the home page" for address in missing[:_MOST_NAMES])
    more = f" and {len(missing) - _MOST_NAMES} more" if len(missing) > _MOST_NAMES else ""
    return (
        f"The search index lacks {len(missing)} of the pages that were to be in it: {names}{more}. "
        "Is the language of each one that Pagefind knows?"
    )
