"""Drafts: new records as they will be written, with their ids, their fields, their files."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import singledispatchmethod
from pathlib import Path
from typing import Any

from atlas.editing.drafts import planned_dates
from atlas.editing.drafts.ids import candidate_names, suggest_id
from atlas.editing.drafts.new_records import (
    NewActor,
    NewCooperation,
    NewPlace,
    NewRecord,
    NewSource,
    NewTheme,
)
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
        self._done: dict[int, str] = {}
        self._taken: dict[str, set[str]] = {}
        for document in documents:
            known = self._taken.setdefault(document.folder, set())
            known.update([document.id, *document.previous_ids])

    def id(self, new: str | NewRecord) -> str:
        """The id of a record that is there, or of one drafted now."""
        if isinstance(new, str):
            return new
        if id(new) not in self._done:
            self._done[id(new)] = self.add(new)
        return self._done[id(new)]

    def _add_draft(
        self, folder: str, chosen: str, names: Iterable[str], value: dict[str, Any]
    ) -> str:
        taken = self._taken.setdefault(folder, set())
        id_ = chosen or suggest_id(names, taken)
        if id_ in taken:
            raise ValueError(msg('the id "{id}" is taken; choose another.', id=id_))
        taken.add(id_)
        self.drafts.append(Draft(folder, id_, _drop_empty(value)))
        return id_

    @singledispatchmethod
    def add(self, new: NewRecord) -> str:
        """Draft `new` and what it brings along; return its id."""
        raise TypeError(f"{new!r} is no new record")

    @add.register
    def _(self, new: NewSource) -> str:
        value = {
            "title": {"lang": new.language, "text": new.title},
            "publisher": new.publisher,
            "language": new.language,
            "url": new.url,
            "published": new.published,
            "accessed": new.accessed,
        }
        return self._add_draft("sources", new.id, candidate_names(new), value)

    @add.register
    def _(self, new: NewPlace) -> str:
        point = new.point
        coordinates = point and {
            "lat": point.lat,
            "lon": point.lon,
            "exactness": point.exactness,
            "source": self.id(point.source),
        }
        value = {
            "names": dict(new.names),
            "type": new.type,
            "countries": list(new.countries),
            "coordinates": coordinates,
            "geonames": new.geonames,
            "sources": self._citations(new.sources),
        }
        return self._add_draft("places", new.id, candidate_names(new), value)

    @add.register
    def _(self, new: NewActor) -> str:
        seat = self.id(new.seat) if new.seat else ""
        value = {
            "names": dict(new.names),
            "type": new.type,
            "kind": new.kind,
            "seat": seat,
            "territory": [seat] if seat and new.type == "local-government" else [],
            "countries": list(new.countries),
            "sources": self._citations(new.sources),
        }
        return self._add_draft("actors", new.id, candidate_names(new), value)

    @add.register
    def _(self, new: NewTheme) -> str:
        value = {
            "names": dict(new.names),
            "description": dict(new.description),
            "translations": dict.fromkeys({**new.names, **new.description}, "original"),
        }
        return self._add_draft("themes", new.id, candidate_names(new), value)

    @add.register
    def _(self, new: NewCooperation) -> str:
        sources = [self.id(source) for source in new.sources]
        first = sources[0] if sources else ""
        parties = [
            {"actor": self.id(party.actor), "roles": list(party.roles), "side": party.side}
            for party in new.parties
        ]
        stated = [
            {"lang": lang, "text": text, "source": first}
            for lang, text in new.form_as_stated.items()
        ]
        agreements = [
            _drop_empty(
                {"instrument": dict(each.instrument), "signed": each.signed, "source": first}
            )
            for each in [new.agreement]
            if each is not None
        ]
        languages = {**new.title, **new.summary, **new.evidence}
        value = {
            "title": dict(new.title),
            "form": new.form,
            "form_as_stated": stated,
            "summary": dict(new.summary),
            "parties": [_drop_empty(party) for party in parties],
            "parties_open": "true" if new.parties_open else "",
            "agreements": agreements,
            "dates": planned_dates.start_and_end(new),
            "status": _drop_empty(
                {
                    "code": new.status,
                    "as_of": new.as_of,
                    "evidence": dict(new.evidence),
                    "source": first,
                }
            ),
            "themes": list(new.themes),
            "sources": [{"source": source} for source in sources],
            "review": {"last_verified": new.day},
            "translations": dict.fromkeys(languages, "original"),
        }
        actors = [str(party["actor"]) for party in parties]
        return self._add_draft("cooperations", new.id, ("-".join(actors[:2]),), value)

    def _citations(self, sources: Iterable[str | NewSource]) -> list[dict[str, str]]:
        return [{"source": self.id(source)} for source in sources]


def _drop_empty(value: Mapping[str, Any]) -> dict[str, Any]:
    """Without the fields that say nothing."""
    return {name: each for name, each in value.items() if each}
