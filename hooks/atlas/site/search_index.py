"""The search index: Pagefind makes it of one small record for each page; what it leaves out fails
the build.

The words of a record are folded and stand in every spelling, so that a question need only be
folded to find them. Each language has an index of its own, made of a few thousand pages at a time
by one process after another: that bounds the memory.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Mapping
from functools import lru_cache
from operator import itemgetter
from pathlib import Path
from typing import Any

from atlas.files import disk_errors
from atlas.i18n.normalize import SHORT, list_spellings, words
from atlas.pages.search_record import SearchRecord
from atlas.site import pagefind, pagefind_files
from atlas.site.pagefind import PagefindError
from atlas.site.pagefind_files import Files, UnknownFormError

FOLDER = "pagefind"
"""Where the index lies in the site."""

PART = 4_000
"""Pages that one process of Pagefind indexes, in some 350 MB; a language with more has several."""

TIMEOUT = 900.0
"""Seconds after which a process of Pagefind is given up; it needs about one for 1,000 pages."""

UNUSED = ("pagefind-ui.", "pagefind-modular-ui.", "pagefind-component-ui.", "pagefind-highlight.")
"""Faces of a search that Pagefind brings with it; the atlas has its own, atlas-search.js."""

_OWN_NAMES, _RELATED = 10, 3
"""What a word counts in the names of a page, and in those of others; elsewhere it counts one."""

_WEIGHED = "___PAGEFIND_WEIGHT___{} {} ___END_PAGEFIND_WEIGHT___"
"""Words with their weight, as Pagefind's reader of HTML hands them on: a record that is made
without HTML has no field for it. No folded word has such a sign."""

_REMEMBERED = 32_768
"""Names whose spellings are kept: a place is named again for each of its cooperations."""

_MOST_NAMES = 5
"""Pages that are missing which are named."""

Records = Mapping[str, Iterable[tuple[str, SearchRecord]]]
"""By the code of a language, pages to be found: each an address, from the root of the site, and a
record."""


class SearchError(Exception):
    """There is no index, or pages are missing from it; the text says which and what to do."""


def index(site: Path, records: Records, timeout: float = TIMEOUT) -> int:
    """Write the index of these pages into the folder `site`, the same bytes whatever their order;
    return how many pages it holds.

    Raises SearchError where one of them is not in it, or where Pagefind fails or takes longer than
    `timeout` seconds for a part of them.
    """
    folder = site / FOLDER
    shutil.rmtree(folder, ignore_errors=True)
    entry: dict[str, Any] = {}
    languages: dict[str, Any] = {}
    try:
        for code, pages in records.items():
            entry, files = _index_language(code, pages, timeout)
            languages |= entry["languages"]
            _write(folder, files)
        if not languages:
            raise SearchError("There is nothing to index.")
        whole = json.dumps({**entry, "languages": languages}, sort_keys=True)
        _write(folder, {pagefind_files.ENTRY: whole.encode()})
    except (PagefindError, UnknownFormError) as error:
        raise SearchError(str(error)) from error
    except OSError as error:
        raise SearchError(f"The search index: {disk_errors.reason(error)}.") from error
    return sum(about["page_count"] for about in languages.values())


def _index_language(
    code: str, pages: Iterable[tuple[str, SearchRecord]], timeout: float
) -> tuple[dict[str, Any], Files]:
    """The entry and the other files of the index of one language."""
    in_order = sorted(pages, key=itemgetter(0))
    if not in_order:
        raise SearchError(f"There is nothing to index in the language {code!r}.")
    starts = range(0, len(in_order), PART)
    entry, files = pagefind_files.merge(
        [_index_part(code, in_order[start : start + PART], timeout) for start in starts]
    )
    if entry["languages"][code]["page_count"] != len(in_order):
        urls = pagefind_files.list_urls(files)
        missing = [address for address, _ in in_order if f"/{address}" not in urls]
        raise SearchError(_missing_message(missing))
    return entry, files


def _index_part(code: str, pages: Iterable[tuple[str, SearchRecord]], timeout: float) -> Files:
    with pagefind.begin(timeout) as running:
        for address, record in pages:
            running.add(_describe(code, address, record))
        return running.files()


def _describe(language: str, address: str, record: SearchRecord) -> dict[str, Any]:
    """A page as Pagefind takes it."""
    names = _spell_names(record.names) or address  # Pagefind leaves out a page without any word
    filters: dict[str, list[str]] = {}
    for facet, value in record.filters:
        filters.setdefault(facet, []).append(value)
    meta = {
        "title": record.title,
        "sentence": record.sentence,
        "names": " | ".join(dict.fromkeys(map(_shorten, record.names))),
        **record.meta,
    }
    return {
        "url": f"/{address}",
        "content": "\n".join(
            [
                _WEIGHED.format(_OWN_NAMES, names),
                _WEIGHED.format(_RELATED, _spell_names(record.related)),
                _spell(record.text),
            ]
        ),
        "language": language,
        "meta": {name: value for name, value in meta.items() if value},
        "filters": filters,
    }


@lru_cache(_REMEMBERED)
def _shorten(name: str) -> str:
    """A name as the script compares it with what is asked."""
    return " ".join(SHORT.get(word, word) for word in words(name))


def _spell_names(names: Iterable[str]) -> str:
    return " ".join(filter(None, map(_spell_name, names)))


@lru_cache(_REMEMBERED)
def _spell_name(name: str) -> str:
    return _spell(name)


def _spell(text: str) -> str:
    return " ".join(list_spellings(text))


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    for path, content in files.items():
        if path.startswith(UNUSED):
            continue
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


def _missing_message(missing: list[str]) -> str:
    names = ", ".join(address or "the home page" for address in missing[:_MOST_NAMES])
    more = f" and {len(missing) - _MOST_NAMES} more" if len(missing) > _MOST_NAMES else ""
    return (
        f"The search index lacks {len(missing)} of the pages that were to be in it: {names}{more}."
    )
