"""The files of an index as Pagefind makes them: of several that each hold some pages one is made.

Pagefind needs some 80 kB of memory for each page: an index of many pages is made in parts, and says
the same, in the same chunks, in however many. Pagefind writes down the filters, and the values of
each, in an order that is another in every process; here they are sorted.

The files are named after what they hold and compressed with gzip; they begin with a signature and
go on with CBOR (RFC 8949), a page's own with JSON:

* the description: version, pages (key, number of words), chunks (first and last word, key), filters
  (name, key), orders, names of what is shown of a page;
* a chunk: the words from one to another, each with its pages and, in the same way, its other forms;
  a page (steps from the one before, places in its content, places in what is shown of it), where
  a negative number tells the weight, or which of what is shown, of the places behind it;
* a filter: its name and its values, each with its pages.
"""

from __future__ import annotations

import gzip
import hashlib
import heapq
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Any

import cbor2

ENTRY = "pagefind-entry.json"
"""Where the script of the search begins: what index each language has."""

_SIGNATURE = b"pagefind_dcd"
_DIGITS = 10
_PAGES, _CHUNKS, _FILTERS, _SHOWN = 1, 2, 3, 5
"""Where the description has what."""

_COMPRESSION = 6
"""Of 9, which takes twice as long for a hundredth less."""

_CHUNK_SIZE = 20_000
"""Places of words after which another chunk is begun, as Pagefind does it."""

Files = dict[str, bytes]
Word = tuple[str, list[Any], list[Any]]
"""A word, its pages and its other forms."""


class UnknownFormError(Exception):
    """The files are not like those of the version that is pinned."""


def merge(parts: Sequence[Mapping[str, bytes]]) -> tuple[dict[str, Any], Files]:
    """The entry of an index of one language that is made in parts, and its other files by their
    paths: the same whenever the same pages were added one after another.

    Raises UnknownFormError if they are not like those of Pagefind 1.5.2.
    """
    try:
        return _merge([dict(part) for part in parts])
    except (OSError, EOFError, ValueError, LookupError, TypeError, AttributeError) as error:
        raise UnknownFormError(f"The files of the index are of an unknown form: {error}") from error


def list_urls(files: Mapping[str, bytes]) -> set[str]:
    """The addresses of the pages in an index, each of which has a file of its own.

    Raises UnknownFormError if that is not like one of Pagefind 1.5.2.
    """
    pages = (content for path, content in files.items() if path.endswith(".pf_fragment"))
    try:
        return {json.loads(_read(page))["url"] for page in pages}
    except (OSError, EOFError, ValueError, LookupError, TypeError) as error:
        raise UnknownFormError(f"A page of the index is of an unknown form: {error}") from error


@dataclass(frozen=True)
class _Part:
    """What was made of some pages; the first of them has the number `first` in the whole."""

    files: Files
    description: list[Any]
    first: int

    def words(self, shown: Sequence[str]) -> Iterator[Word]:
        """Every word, in order, with its places as they are in an index that has all of `shown`."""
        numbers = [shown.index(name) for name in self.description[_SHOWN]]
        is_same = numbers == list(range(len(numbers)))
        for _, _, key in self.description[_CHUNKS]:
            (chunk,) = _unpack(self.files.pop(f"index/{key}.pf_index"))
            for word, pages, forms in chunk:
                for each in (pages, *(pages for _, pages in forms)):
                    self._renumber(each, () if is_same else numbers)
                yield word, pages, forms

    def _renumber(self, pages: list[Any], numbers: Sequence[int]) -> None:
        """Count the pages of a word from the first of all instead of from that of the part, and
        give what is shown other `numbers`, if there are."""
        if pages:
            pages[0][0] += self.first
        if numbers:
            for page in pages:
                page[2] = [-1 - numbers[-1 - one] if one < 0 else one for one in page[2]]


def _merge(files: list[Files]) -> tuple[dict[str, Any], Files]:
    entry = json.loads(files[0][ENTRY])
    ((code, about),) = entry["languages"].items()
    parts: list[_Part] = []
    rest: Files = {}
    pages: list[Any] = []
    for each in files:
        description = _take_description(each)
        parts.append(_Part(each, description, len(pages)))
        pages += (_take_page(code, each, rest, *page) for page in description[_PAGES])
    shown = sorted({name for part in parts for name in part.description[_SHOWN]})
    description = parts[0].description
    whole = list(description)
    whole[_PAGES], whole[_SHOWN] = pages, shown
    whole[_FILTERS] = _merge_filters(code, parts, rest)
    if len(parts) > 1:
        whole[_CHUNKS] = _merge_words(code, parts, shown, rest)
    for part in parts:
        rest |= {path: content for path, content in part.files.items() if path != ENTRY}
    about["page_count"] = len(pages)
    about["hash"] = _add(rest, "pagefind.{}.pf_meta", code, whole)
    return entry, rest


def _take_description(files: Files) -> list[Any]:
    (about,) = json.loads(files[ENTRY])["languages"].values()
    description: list[Any] = _unpack(files.pop(f"pagefind.{about['hash']}.pf_meta"))
    return description


def _take_page(code: str, files: Files, rest: Files, key: str, words: int) -> list[Any]:
    """A page as the description has it; its file goes to the `rest`, named anew: what Pagefind
    calls it may be the name of one in another part."""
    content = files.pop(f"fragment/{key}.pf_fragment")
    key = _key(code, content)
    rest[f"fragment/{key}.pf_fragment"] = content
    return [key, words]


def _merge_filters(code: str, parts: Sequence[_Part], rest: Files) -> list[Any]:
    filters: dict[str, dict[str, list[int]]] = {}
    for part in parts:
        for _, key in part.description[_FILTERS]:
            name, values = _unpack(part.files.pop(f"filter/{key}.pf_filter"))
            of_name = filters.setdefault(name, {})
            for value, pages in values:
                of_name.setdefault(value, []).extend(page + part.first for page in pages)
    return [
        [name, _add(rest, "filter/{}.pf_filter", code, [name, sorted(map(list, values.items()))])]
        for name, values in sorted(filters.items())
    ]


def _merge_words(code: str, parts: Sequence[_Part], shown: Sequence[str], rest: Files) -> list[Any]:
    """The chunks as the description has them; their files go to the `rest`."""
    chunks: list[Any] = []
    streams = (part.words(shown) for part in parts)
    for chunk in _cut(_join_words(heapq.merge(*streams, key=itemgetter(0)))):
        first, last = chunk[0][0], chunk[-1][0]
        if chunks:
            chunks[-1][1], first = _shorten(chunks[-1][1], first)
        chunks.append([first, last, _add(rest, "index/{}.pf_index", code, [chunk])])
    return chunks


def _join_words(words: Iterable[Word]) -> Iterator[Word]:
    """Each word once, with the pages of all parts."""
    for word, same in groupby(words, key=itemgetter(0)):
        pages: list[list[Any]] = []
        forms: dict[str, list[list[Any]]] = {}
        for _, of_part, forms_of_part in same:
            pages.append(of_part)
            for form, pages_of_form in forms_of_part:
                forms.setdefault(form, []).append(pages_of_form)
        yield word, _join(pages), [[form, _join(each)] for form, each in sorted(forms.items())]


def _join(lists: Iterable[list[Any]]) -> list[Any]:
    """Pages of one part after another, in steps; each part's first one stands for itself."""
    joined: list[Any] = []
    last = 0
    for pages in lists:
        end = sum(page[0] for page in pages)
        if pages:
            pages[0][0] -= last
            last = end
        joined += pages
    return joined


def _cut(words: Iterable[Word]) -> Iterator[list[Word]]:
    chunk, size = [], 0
    for word in words:
        chunk.append(word)
        size += sum(len(page[1]) + len(page[2]) + 1 for page in word[1])
        if size >= _CHUNK_SIZE:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


def _shorten(last: str, first: str) -> tuple[str, str]:
    """As much of a chunk's last word, and of the next one's first, as tells them apart."""
    same = next(
        (at for at, (one, other) in enumerate(zip(last, first, strict=False)) if one != other),
        min(len(last), len(first)),
    )
    return last[: same + 1], first[: same + 1]


def _add(files: Files, path: str, code: str, value: Any) -> str:
    """Add the file of a value; its key, by which its path has it."""
    content = _SIGNATURE + cbor2.dumps(value)
    key = _key(code, content)
    files[path.format(key)] = gzip.compress(content, _COMPRESSION, mtime=0)
    return key


def _key(code: str, content: bytes) -> str:
    return f"{code}_{hashlib.sha256(content).hexdigest()[:_DIGITS]}"


def _unpack(content: bytes) -> Any:
    return cbor2.loads(_read(content))


def _read(content: bytes) -> bytes:
    return gzip.decompress(content).removeprefix(_SIGNATURE)
