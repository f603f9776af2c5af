"""Which record, country or language a name means, in any language and however it is spelled.

What is called so may be taken for it. What it may mean is offered, and what is near it only hinted
at.
"""

from __future__ import annotations

from collections.abc import Iterable

from atlas.files.document import Document
from atlas.i18n.normalize import normalize_name
from atlas.lookup import aliases, countries
from atlas.lookup.country_names import country_names, split_name
from atlas.lookup.name_index import NameIndex, index_names, index_records

_MOST = 8
"""As many records are offered; a name that fits more says too little."""


class Finder:
    """Finds records by their id, their address and their names in any language."""

    def __init__(self, documents: Iterable[Document]) -> None:
        documents = list(documents)
        self._indexes = index_records(documents, aliases.titles_and_addresses)
        self._seats = {
            document.id: seat
            for document in documents
            if document.folder == "actors"
            and isinstance(seat := (document.value or {}).get("seat"), str)
        }

    def find_called(self, folder: str, name: str) -> list[str]:
        """The ids in `folder` of what is called just `name`, spelling aside."""
        return self._indexes[folder].exact(normalize_name(name))

    def find(self, folder: str, name: str) -> list[str]:
        """The ids in `folder` that `name` may mean: those called so, else those that hold it."""
        return _find(name, self._indexes[folder])

    def find_near(self, folder: str, name: str) -> list[str]:
        """The ids in `folder` of what goes by more words, by fewer, or by nearly the same."""
        index = self._indexes[folder]
        written = normalize_name(name)
        found = _find(name, index) or index.contained(written) or index.similar(written, count=2)
        return found[:_MOST]

    def find_actors_near(self, name: str) -> list[str]:
        """The ids of the actors that go by nearly that name, or have their seat where one does."""
        there = self.find_seated(self.find_near("places", name))
        return list(dict.fromkeys([*self.find_near("actors", name), *there]))[:_MOST]

    def find_seated(self, places: Iterable[str]) -> list[str]:
        """The ids of the actors that have their seat in one of those places."""
        seats = set(places)
        return [id_ for id_, seat in self._seats.items() if seat in seats]


def find_countries(name: str) -> list[str]:
    """The ISO 3166-1 codes of the countries called `name`, or else of those with it in a name.

    What is only spelled like it is not among them: an answer is taken if it means one country.
    """
    match = countries.resolve(name)
    if match.codes or match.historic:
        return list(match.codes)
    found = country_names().holding(split_name(name))
    return list(found) if len(found) <= _MOST else []


def find_languages(name: str) -> list[str]:
    """The tags of the languages that `name` may mean, which may be a tag itself."""
    return _find(name, index_names(aliases.languages))


def _find(name: str, index: NameIndex) -> list[str]:
    written = normalize_name(name)
    if not written:
        return []
    found = index.exact(written) or index.containing(written)
    return found if len(found) <= _MOST else []
