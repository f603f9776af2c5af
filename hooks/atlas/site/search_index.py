"""The search index: Pagefind reads the finished site once; a page it left out fails the build."""

from __future__ import annotations

import gzip
import json
import shutil
import subprocess
import tempfile
import zlib
from collections.abc import Collection, Mapping
from pathlib import Path

import pagefind_bin

from atlas.files import disk_errors
from atlas.site import child_process

FOLDER = "pagefind"
"""Where the index lies in the site. Its file names differ from one build to the next: Pagefind
names them by hashes of what its threads finish in no fixed order."""

TIMEOUT = 900.0
"""Seconds after which Pagefind is given up; it needs about two for a thousand pages."""

EXCLUDED = (
    ".md-content__button",
    ".atlas-table",
    ".atlas-map-block",
    ".atlas-picture",
    ".atlas-entries",
    ".atlas-count",
    ".atlas-unpinned",
    ".atlas-explore",
    ".atlas-matrix",
    ".atlas-trust",
)
"""What a page says of other pages, or of itself as a page: a town is to be found on its own page
and in its cooperations, not on every list that names it."""

UNUSED = (
    "pagefind-ui.*",
    "pagefind-modular-ui.*",
    "pagefind-component-ui.*",
    "pagefind-highlight.js",
)
"""Faces of a search that Pagefind brings with it; the atlas has its own, atlas-search.js."""

_SIGNATURE = b"pagefind_dcd"
_MOST_NAMES = 5
_ROOM = 65_536
"""Bytes that are free at least on a disk where nothing was cut short."""


class SearchError(Exception):
    """There is no index, or pages are missing from it; the text says which and what to do."""


def index(site: Path, expected: Mapping[str, Collection[str]], timeout: float = TIMEOUT) -> int:
    """Index the pages of the folder `site`; return how many pages the index holds.

    `expected` are the addresses that must be in it, from the site's root, by the code of their
    language: {"nl": {"nl/cooperations/x/"}}. Raises SearchError where one is not, or where
    Pagefind fails or takes longer than `timeout` seconds.
    """
    folder = site / FOLDER
    shutil.rmtree(folder, ignore_errors=True)
    _run(site, timeout)
    _require_room(site)
    found = _indexed_pages(folder)
    for language, addresses in sorted(expected.items()):
        missing = sorted(set(addresses) - found.get(language, set()))
        if missing:
            raise SearchError(_missing_message(language, missing))
    for pattern in UNUSED:
        for file in folder.glob(pattern):
            file.unlink()
    return sum(map(len, found.values()))


def _run(site: Path, timeout: float) -> None:
    command = [
        str(pagefind_bin.get_executable()),
        *("--site", str(site), "--output-subdir", FOLDER, "--quiet"),
        *("--exclude-selectors", ", ".join(EXCLUDED)),
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


def _missing_message(language: str, missing: list[str]) -> str:
    names = ", ".join(address or "the home page" for address in missing[:_MOST_NAMES])
    more = f" and {len(missing) - _MOST_NAMES} more" if len(missing) > _MOST_NAMES else ""
    return (
        f"The search index for {language} lacks {len(missing)} of the pages that were written: "
        f"{names}{more}. Has their article the attribute data-pagefind-body (overrides/main.html), "
        "and their <html> the right language?"
    )
