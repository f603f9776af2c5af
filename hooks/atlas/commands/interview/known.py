"""The records that are there: which of them an answer means, and what they are called."""

from __future__ import annotations

from collections.abc import Sequence

from atlas import drafts, finding
from atlas.commands.interview.answering import Option
from atlas.commands.interview.questions import Questions, which
from atlas.document import Document
from atlas.drafts import answers
from atlas.sentence import Sentence, say


class Known:
    """Looks up `documents` for an interview. `language` is the one its answers are in."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self.language = ""
        self._documents = documents
        self._finder = finding.Finder(documents)
        self._by_id = {(document.folder, document.id): document for document in documents}

    def picked(self, asking: Questions, folder: str, written: str, other: Sentence) -> str:
        """The id of the record that is meant, or the empty text for `other` or where none is."""
        return self._offered(asking, folder, written, self._finder.records(folder, written), other)

    def actor(self, asking: Questions, written: str) -> str:
        """The same for an actor, who may go by the name of the place where its seat is.

        One of nearly that name is offered and never suggested.
        """
        places = self._finder.records("places", written)
        there = [
            document.id
            for document in self._documents
            if document.folder == "actors" and (document.value or {}).get("seat") in places
        ]
        meant = [*self._finder.records("actors", written), *there]
        offered = meant or self._finder.actors_near(written)
        other = say("another, which is not on record")
        default = "1" if meant else ""
        return self._offered(asking, "actors", written, offered, other, default)

    def _offered(
        self,
        asking: Questions,
        folder: str,
        written: str,
        ids: Sequence[str],
        other: Sentence,
        default: str = "1",
    ) -> str:
        options = [Option(id_, self.name(id_, folder), id_) for id_ in dict.fromkeys(ids)]
        if not options:
            return ""
        return asking.choice(which(written), [*options, Option("", other)], default)

    def name(self, record: str | answers.Actor, folder: str = "actors") -> str:
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

    def language_of(self, source: str | answers.Source) -> str:
        """The language a source is in; that of the answers where its record cannot be read."""
        if isinstance(source, answers.Source):
            return source.language
        record = self._by_id.get(("sources", source))
        return str((record and record.value or {}).get("language", self.language))

    def has(self, folder: str, id_: str) -> bool:
        """Whether there is such a record."""
        return (folder, id_) in self._by_id

    def themes(self) -> list[Option]:
        """Every theme, to choose from."""
        return [
            Option(document.id, self.name(document.id, "themes"))
            for document in self._documents
            if document.folder == "themes"
        ]

    def alike(self, parties: Sequence[answers.Party], form: str) -> list[str]:
        """The files of the cooperations that tie just these parties in this form."""
        known = [party.actor for party in parties if isinstance(party.actor, str)]
        if len(known) < len(parties):
            return []
        found = drafts.alike(self._documents, known, form)
        return [self._by_id["cooperations", id_].file for id_ in found]
