"""What goes by a name: of records, of countries, of the words of a list, of the fields of a record.

Names are asked for as `normalize_name` writes them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import cache
from typing import Any

from atlas.files.document import Document
from atlas.i18n.normalize import normalize_name
from atlas.lookup import aliases
from atlas.lookup.misspellings import find_mistyped

_SHORTEST = 4
"""Letters; a shorter name stands in others by chance."""


class NameIndex:
    """Codes or ids by the names that they go by, each of which several may share."""

    def __init__(self, pairs: Iterable[tuple[str, str]] = ()) -> None:
        self._codes: dict[str, dict[str, None]] = defaultdict(dict)
        for name, code in pairs:
            self.add(name, code)

    def add(self, name: str, code: str) -> None:
        """Let `code` go by `name`, however that is spelled."""
        if normalized := normalize_name(name):
            self._codes[normalized][code] = None

    def exact(self, name: str) -> list[str]:
        """What is called just that."""
        return list(self._codes.get(name, ()))

    def containing(self, name: str) -> list[str]:
        """What is called by every word of `name`, and more."""
        words = set(name.split())
        return self._codes_of(known for known in self._codes if words <= set(known.split()))

    def contained(self, name: str) -> list[str]:
        """What is called by some words of `name`, and no others."""
        words = set(name.split())
        return self._codes_of(
            known
            for known in self._codes
            if len(known) >= _SHORTEST and words.issuperset(known.split())
        )

    def similar(self, name: str, count: int = 1) -> list[str]:
        """What is called that but for misspellings, by the likeliest `count` of names."""
        return self._codes_of(find_mistyped(name, list(self._codes), count))

    def _codes_of(self, names: Iterable[str]) -> list[str]:
        return list(dict.fromkeys(code for name in names for code in self._codes[name]))


def index_records(
    documents: Iterable[Document],
    names: Callable[[Document], Iterable[str]] = aliases.titles,
) -> defaultdict[str, NameIndex]:
    """Ids by the `names` of records, by default those in their own texts, folder by folder."""
    found: defaultdict[str, NameIndex] = defaultdict(NameIndex)
    for document in documents:
        for name in names(document):
            found[document.folder].add(name, document.id)
    return found


@cache
def index_names(names: Callable[..., Iterable[tuple[str, str]]], *things: Any) -> NameIndex:
    """Codes by one of the `aliases` (`countries`; `words` of a list), gathered once."""
    return NameIndex(names(*things))
