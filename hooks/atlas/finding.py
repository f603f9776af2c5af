"""Which record or country a name means, in any language and however it is spelled."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from babel import Locale

from atlas import iso, languages
from atlas.reader import Document
from atlas.spelling import folded

_LOCALES = ("en", "nl", "fr", "ar", "de", "es", "it", "pt", "tr", "sw", "uk")
"""Languages in which somebody may name a country."""

_NAMES = ("names", "names_as_stated", "acronyms", "title", "url")
"""The fields of a record by which it is known."""

_APART = re.compile(r"[\W_]+")
_MOST = 8
"""As many records are offered; a name that fits more says too little."""

_ARTICLE = "ال"


def plain(name: str) -> str:
    """Small letters without marks, words apart by one space, no Arabic article."""
    words = _APART.sub(" ", folded(name)).split()
    return " ".join(word.removeprefix(_ARTICLE) if len(word) > 4 else word for word in words)


class Finder:
    """Finds records by their id and by their names in any language."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self._known: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        for document in documents:
            for name in (document.id, *_names(document)):
                ids = self._known[document.folder][plain(name)]
                if document.id not in ids:
                    ids.append(document.id)

    def called(self, folder: str, name: str) -> list[str]:
        """The ids in `folder` of what is called just `name`, spelling aside."""
        return self._known.get(folder, {}).get(plain(name), [])

    def records(self, folder: str, name: str) -> list[str]:
        """The ids in `folder` that `name` may mean: those called so, else those that hold it."""
        return _found(name, self._known.get(folder, {}))


def countries(name: str) -> list[str]:
    """The ISO 3166-1 codes of the countries that `name` may mean, which may be a code itself."""
    return _found(name, _country_names())


def _found(name: str, known: Mapping[str, list[str]]) -> list[str]:
    written = plain(name)
    if not written:
        return []
    words = set(written.split())
    found = known.get(written) or [
        id_ for other, ids in known.items() if words <= set(other.split()) for id_ in ids
    ]
    distinct = list(dict.fromkeys(found))
    return distinct if len(distinct) <= _MOST else []


def _names(document: Document) -> Iterator[str]:
    for field in _NAMES:
        yield from _texts((document.value or {}).get(field))


def _texts(value: object) -> Iterator[str]:
    """The texts of a field: one, one per language, as stated, or several of these in a list."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item)
    elif isinstance(value, dict):
        for name, inner in value.items():
            if name not in {"lang", "source"}:
                yield from _texts(inner)


@cache
def _country_names() -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    locales = [Locale.parse(code) for code in _LOCALES]
    agreed = [languages.Language(code, "") for code in ("en", "nl", "fr", "ar")]
    for code in sorted(iso.countries()):
        said = [locale.territories.get(code, code) for locale in locales]
        for name in (code, *said, *(language.country(code) for language in agreed)):
            if code not in found[plain(name)]:
                found[plain(name)].append(code)
    return dict(found)
