"""Drafts: new records as they will be written, with their ids, their fields, their files."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from atlas.editing.drafts.ids import suggest_id
from atlas.editing.drafts.new_records import NewRecord, drop_empty
from atlas.files import atomic_write, formatter
from atlas.files.document import Document
from atlas.i18n.messages import msg


@dataclass(frozen=True)
class Draft:
    """A record that is not on disk yet: its folder and id, and its fields as they are written."""

    folder: str
    id: str
    value: dict[str, Any]

    @property
    def file(self) -> str:
        """The file's name below the data folder: `places/genk.yml`."""
        return f"{self.folder}/{self.id}.yml"

    @property
    def text(self) -> str:
        """What the file holds, in the one form of records."""
        return formatter.dump(self.value, self.folder)

    def document(self, data: Path) -> Document:
        """The same as if it had been read from the folder `data`."""
        file = f"{data.name}/{self.file}"
        return Document(file, self.folder, self.id, self.value, text=self.text)


def draft_records(new: NewRecord, documents: Iterable[Document]) -> list[Draft]:
    """The record `new`, last, and those that it brings along, each once.

    `documents` are the records there are; a new id is none of theirs, now or before. What the
    answers say is not judged here: `checks.check` does that. Raises ValueError for an id that was
    asked for and is taken.
    """
    drafter = _Drafter(documents)
    drafter.add(new)
    return drafter.drafts


def write(data: Path, drafts: Sequence[Draft]) -> list[Path]:
    """Write all the files of `drafts`, or none; FileExistsError if one of them is there."""
    paths = [data / draft.file for draft in drafts]
    texts = {path: draft.text for path, draft in zip(paths, drafts, strict=True)}
    atomic_write.save(texts, new=paths)
    return paths


def find_alike(documents: Iterable[Document], actors: Collection[str], form: str) -> list[str]:
    """The ids of the cooperations that tie the same actors in the same form."""
    return [
        document.id
        for document in documents
        if document.folder == "cooperations"
        and (value := document.value or {}).get("form") == form
        and _actor_ids(value) == set(actors)
    ]


def _actor_ids(value: Mapping[str, Any]) -> set[str]:
    parties = value.get("parties")
    found = parties if isinstance(parties, list) else []
    actors = (party.get("actor") for party in found if isinstance(party, dict))
    return {actor for actor in actors if isinstance(actor, str)}


class _Drafter:
    """Drafts one record after another, each once."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self.drafts: list[Draft] = []
        self._ids: dict[int, str] = {}
        self._taken: defaultdict[str, set[str]] = defaultdict(set)
        for document in documents:
            self._taken[document.folder].update([document.id, *document.previous_ids])

    def add(self, new: NewRecord) -> str:
        """Draft `new` and what it brings along; return its id."""
        if id(new) not in self._ids:
            fields = drop_empty({**self._write(new.fields()), "id": ""})
            names = new.names_for_id() or [
                "-".join(party["actor"] for party in fields["parties"][:2])
            ]
            taken = self._taken[new.folder]
            id_ = new.id or suggest_id(names, taken)
            if id_ in taken:
                raise ValueError(msg('the id "{id}" is taken; choose another.', id=id_))
            taken.add(id_)
            self.drafts.append(Draft(new.folder, id_, fields))
            self._ids[id(new)] = id_
        return self._ids[id(new)]

    def _write(self, value: Any) -> Any:
        """`value` as a record holds it, with the id of each new record in its place."""
        if isinstance(value, NewRecord):
            return self.add(value)
        if isinstance(value, Mapping):
            return {name: self._write(inner) for name, inner in value.items()}
        if isinstance(value, list | tuple):
            return [self._write(inner) for inner in value]
        return value
