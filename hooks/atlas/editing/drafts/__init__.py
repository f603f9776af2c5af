"""Drafts: records as they will be written, with their ids and their files."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from atlas import checks
from atlas.editing.drafts.ids import suggest_id
from atlas.editing.drafts.new_records import NewRecord, drop_empty
from atlas.files import atomic_write, formatter, strict_yaml
from atlas.files.atomic_write import Change
from atlas.files.document import Document
from atlas.i18n.messages import msg
from atlas.i18n.problem import COMMAND, Problem


def draft_records(
    new: NewRecord,
    documents: Iterable[Document],
    data: str,
    chosen: Mapping[tuple[str, str], str] = MappingProxyType({}),
) -> list[Document]:
    """The record `new`, last, and those that it brings along, as if read from the folder `data`.

    `documents` are the records there are; a new id is none of theirs, now or before. `chosen` are
    ids to take in the place of those that are made of names, by folder and made id. What the
    answers say is not judged here: `find_problems` does that. Raises ValueError for an id that was
    asked for and is taken.
    """
    drafter = _Drafter(documents, data, chosen)
    drafter.add(new)
    return drafter.drafts


def write(data: Path, drafts: Iterable[Document]) -> None:
    """Write all the files of `drafts`, or none. Raises WriteError, also if one of them is there."""
    changes = [Change(data.parent / draft.file, None, draft.text) for draft in drafts]
    atomic_write.save(data, changes, f"{COMMAND} new")


def find_problems(
    drafts: Iterable[Document], documents: Iterable[Document], outlines: dict[str, Any]
) -> list[Problem]:
    """What the rules say of `drafts`, each in the place of the document that it was before."""
    drafted = {(draft.folder, draft.id): draft for draft in drafts}
    by_id = {(document.folder, document.id): document for document in documents} | drafted
    _, problems = checks.check(list(by_id.values()), outlines)
    files = {draft.file for draft in drafted.values()}
    return [problem for problem in problems if problem.file in files]


def find_alike(documents: Iterable[Document], actors: Collection[str], *forms: str) -> list[str]:
    """The ids of the cooperations that tie the same actors in one of the forms."""
    return [
        document.id
        for document in documents
        if document.folder == "cooperations"
        and (value := document.value or {}).get("form") in forms
        and _actor_ids(value) == set(actors)
    ]


def _actor_ids(value: Mapping[str, Any]) -> set[str]:
    parties = value.get("parties")
    found = parties if isinstance(parties, list) else []
    actors = (party.get("actor") for party in found if isinstance(party, dict))
    return {actor for actor in actors if isinstance(actor, str)}


class _Drafter:
    """Drafts one record after another, each once."""

    def __init__(
        self, documents: Iterable[Document], data: str, chosen: Mapping[tuple[str, str], str]
    ) -> None:
        self.drafts: list[Document] = []
        self._data = data
        self._chosen = chosen
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
            made = suggest_id(names, taken)
            id_ = new.id or self._chosen.get((new.folder, made), made)
            if id_ in taken:
                raise ValueError(msg('the id "{id}" is taken; choose another.', id=id_))
            taken.add(id_)
            text = formatter.dump(fields, new.folder)
            file, value = f"{self._data}/{new.folder}/{id_}.yml", strict_yaml.parse(text).value
            self.drafts.append(Document(file, new.folder, id_, value, text=text))
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
