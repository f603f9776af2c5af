"""Which record, country or language a name means, in any language and however it is spelled.

What is `called` a name may be taken for it. What it may mean is offered, and what is `near` it only
hinted at.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from functools import cache

from atlas.files.document import Document
from atlas.lookup import aliases
from atlas.lookup.suggest import plain

_MOST = 8
"""As many records are offered; a name that fits more says too little."""

_ALIKE = 0.8
_SHORTEST = 4
"""Letters; a shorter name stands in others by chance."""


class Finder:
    """Finds records by their id, their address and their names in any language."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self._known: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        self._seats: dict[str, str] = {}
        for document in documents:
            seat = (document.value or {}).get("seat")
            if document.folder == "actors" and isinstance(seat, str):
                self._seats[document.id] = seat
            url = (document.value or {}).get("url")
            addresses = [url] if isinstance(url, str) else []
            for name in (document.id, *aliases.titles(document), *addresses):
                ids = self._known[document.folder][plain(name)]
                if document.id not in ids:
                    ids.append(document.id)

    def called(self, folder: str, name: str) -> list[str]:
        """The ids in `folder` of what is called just `name`, spelling aside."""
        return self._known.get(folder, {}).get(plain(name), [])

    def records(self, folder: str, name: str) -> list[str]:
        """The ids in `folder` that `name` may mean: those called so, else those that hold it."""
        return _found(name, self._known.get(folder, {}))

    def near(self, folder: str, name: str) -> list[str]:
        """The ids in `folder` of what goes by more words, by fewer, or by nearly the same."""
        known = self._known.get(folder, {})
        if found := _found(name, known):
            return found
        written = plain(name)
        words = set(written.split())
        fewer = [
            other for other in known if len(other) >= _SHORTEST and words.issuperset(other.split())
        ]
        alike = fewer or get_close_matches(written, known, n=2, cutoff=_ALIKE)
        return list(dict.fromkeys(id_ for other in alike for id_ in known[other]))[:_MOST]

    def actors_near(self, name: str) -> list[str]:
        """The ids of the actors that go by nearly that name, or have their seat where one does."""
        there = self.seated(self.near("places", name))
        return list(dict.fromkeys([*self.near("actors", name), *there]))[:_MOST]

    def seated(self, places: Iterable[str]) -> list[str]:
        """The ids of the actors that have their seat in one of those places."""
        wanted = set(places)
        return [id_ for id_, seat in self._seats.items() if seat in wanted]


def countries(name: str) -> list[str]:
    """The ISO 3166-1 codes of the countries that `name` may mean, which may be a code itself."""
    return _found(name, _country_names())


def languages(name: str) -> list[str]:
    """The tags of the languages that `name` may mean, which may be a tag itself."""
    return _found(name, _language_names())


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


@cache
def _country_names() -> dict[str, list[str]]:
    return _plain(aliases.countries())


@cache
def _language_names() -> dict[str, list[str]]:
    return _plain(aliases.languages())


def _plain(known: aliases.Called) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for name, codes in known.items():
        found[plain(name)] += [code for code in codes if code not in found[plain(name)]]
    return dict(found)
