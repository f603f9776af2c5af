"""The records that are there: which of them an answer means, and what they are called."""

from __future__ import annotations

from collections.abc import Sequence

from atlas.cli.interview.options import Option
from atlas.editing import drafts
from atlas.editing.drafts.new_records import NewActor, NewParty, NewSource
from atlas.editing.listed_ties import ListedTies
from atlas.files.document import Document
from atlas.i18n.messages import Verbatim
from atlas.lookup.finder import Finder


class RecordLookup:
    """Looks up `documents` for an interview. `language` is the one its answers are in, `listed` are
    the ties of registers."""

    def __init__(self, documents: Sequence[Document], language: str) -> None:
        self.documents = documents
        self.language = language
        self.listed = ListedTies(documents)
        self._finder = Finder(documents)
        self._by_id = {(document.folder, document.id): document for document in documents}

    def find(self, folder: str, text: str) -> list[Option]:
        """The records that `text` may mean."""
        return self._options(folder, self._finder.find(folder, text))

    def find_actors(self, text: str) -> list[Option]:
        """The same for actors, who may go by the name of the place where they have their seat."""
        places = self._finder.find("places", text)
        ids = [*self._finder.find("actors", text), *self._finder.find_seated(places)]
        return self._options("actors", ids)

    def find_towns(self, text: str) -> list[Option]:
        """The places that `text` may mean and in which no actor has its seat."""
        places = self._finder.find("places", text)
        return [place for place in self._options("places", places) if self._is_free(place.code)]

    def _is_free(self, place: str) -> bool:
        return not self._finder.find_seated([place])

    def find_near_actors(self, text: str) -> list[Option]:
        """The actors of nearly that name."""
        return self._options("actors", self._finder.find_actors_near(text))

    def _options(self, folder: str, ids: Sequence[str]) -> list[Option]:
        return [
            Option(id_, Verbatim(self.find_name(id_, folder)), Verbatim(id_))
            for id_ in dict.fromkeys(ids)
        ]

    def find_name(self, record: str | NewActor, folder: str = "actors") -> str:
        """What a record is called, in the language of the answers if it can be."""
        if not isinstance(record, str):
            return next(iter(record.names.values()))
        value = self._by_id[folder, record].value or {}
        names = value.get("names", value.get("title", {}))
        if not isinstance(names, dict):
            return record
        return str(
            names.get(self.language) or names.get("text") or next(iter(names.values()), record)
        )

    def find_language(self, source: str | NewSource) -> str:
        """The language a source is in; that of the answers where its record cannot be read."""
        if isinstance(source, NewSource):
            return source.language
        record = self._by_id.get(("sources", source))
        return str((record and record.value or {}).get("language", self.language))

    def list_ids(self, folder: str) -> list[str]:
        """The ids that records in `folder` have, or had before."""
        return [
            id_
            for document in self.documents
            if document.folder == folder
            for id_ in (document.id, *document.previous_ids)
        ]

    def has(self, folder: str, id_: str) -> bool:
        """Whether there is such a record."""
        return (folder, id_) in self._by_id

    def list_themes(self) -> list[Option]:
        """Every theme, to choose from."""
        return [
            Option(document.id, Verbatim(self.find_name(document.id, "themes")))
            for document in self.documents
            if document.folder == "themes"
        ]

    def find_alike(self, parties: Sequence[NewParty], form: str) -> list[str]:
        """The files of the cooperations that tie just these parties in this form."""
        ids = [party.actor for party in parties if isinstance(party.actor, str)]
        if len(ids) < len(parties):
            return []
        found = drafts.find_alike(self.documents, ids, form)
        return [self._by_id["cooperations", id_].file for id_ in found]
