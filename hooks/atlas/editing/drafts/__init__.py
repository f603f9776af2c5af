"""New records out of answers: their ids, their fields, their files."""

from __future__ import annotations

import re
import textwrap
import unicodedata
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import singledispatchmethod
from pathlib import Path
from typing import Any

from atlas.editing.drafts import answers, planned_dates
from atlas.editing.drafts.answers import New, Piece
from atlas.files import atomic_write, formatter
from atlas.files.document import Document
from atlas.files.ids import wrong_with_id
from atlas.i18n.messages import msg
from atlas.lookup.normalize import folded
from atlas.model.vocabulary import ActorType

NAMELESS = "new-record"
"""The id of what has no name in Latin letters."""

_LONGEST_ID = 64
_APART = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True)
class Draft:
    """A record that is not on disk yet: its folder and id, and its fields as they are written."""

    folder: str
    id: str
    value: dict[str, Any]

    @property
    def text(self) -> str:
        """The file, in the one form of records."""
        return formatter.dump(self.value, self.folder)

    def document(self, data: Path) -> Document:
        """The same as if it had been read from the folder `data`."""
        file = f"{data.name}/{self.folder}/{self.id}.yml"
        return Document(file, self.folder, self.id, self.value, text=self.text)


def drafted(new: New, documents: Iterable[Document]) -> list[Draft]:
    """The record that `new` answers for, last, and those that it brings along, each once.

    `documents` are the records there are; a new id is none of theirs, now or before. What the
    answers say is not judged here: `checks.check` does that. Raises ValueError for an id that was
    asked for and is taken.
    """
    drafting = _Drafting(documents)
    drafting.add(new)
    return drafting.drafts


def written(data: Path, drafts: Sequence[Draft]) -> list[Path]:
    """Write all the files of `drafts`, or none; FileExistsError if one of them is there."""
    paths = [data / draft.folder / f"{draft.id}.yml" for draft in drafts]
    texts = {path: draft.text for path, draft in zip(paths, drafts, strict=True)}
    atomic_write.save(texts, new=paths)
    return paths


def alike(documents: Iterable[Document], actors: Collection[str], form: str) -> list[str]:
    """The ids of the cooperations that tie the same actors in the same form."""
    return [
        document.id
        for document in documents
        if document.folder == "cooperations"
        and (value := document.value or {}).get("form") == form
        and _actors(value) == set(actors)
    ]


def former_ids(document: Document) -> list[str]:
    """The ids that a record had before, whatever else is written there."""
    former = (document.value or {}).get("previous_ids")
    return [each for each in former if isinstance(each, str)] if isinstance(former, list) else []


def names(new: Piece) -> list[str]:
    """What an id can be made of, likeliest first.

    An authority goes by the name of its place, as most records of towns do.
    """
    if isinstance(new, answers.Source):
        whole = " ".join(filter(None, (new.publisher, new.title)))
        return [textwrap.shorten(whole, 40, placeholder=""), new.title]
    if isinstance(new, answers.Actor) and new.type == ActorType.LOCAL_GOVERNMENT:
        there = new.seat.names.values() if isinstance(new.seat, answers.Place) else ()
        return [*there, *new.names.values()]
    return [*new.names.values()]


def suggested_id(names: Iterable[str], taken: Collection[str]) -> str:
    """An id made of the first of `names` that has Latin letters; a number where it is taken."""
    slugs = (_slug(name) for name in names)
    base = next((slug for slug in slugs if slug and not wrong_with_id(slug)), NAMELESS)
    number, id_ = 1, base
    while id_ in taken or wrong_with_id(id_):
        number += 1
        id_ = f"{base[: _LONGEST_ID - 4].rstrip('-')}-{number}"
    return id_


def _slug(name: str) -> str:
    letters = unicodedata.normalize("NFKD", folded(name))
    return _APART.sub("-", letters.lower()).strip("-")[:_LONGEST_ID].strip("-")


def _actors(value: Mapping[str, Any]) -> set[str]:
    parties = value.get("parties")
    found = parties if isinstance(parties, list) else []
    named = (party.get("actor") for party in found if isinstance(party, dict))
    return {actor for actor in named if isinstance(actor, str)}


class _Drafting:
    """Drafts one answer after another; what is answered once is drafted once."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self.drafts: list[Draft] = []
        self._done: dict[int, str] = {}
        self._taken: dict[str, set[str]] = {}
        for document in documents:
            known = self._taken.setdefault(document.folder, set())
            known.update([document.id, *former_ids(document)])

    def id(self, new: str | New) -> str:
        """The id of a record that is there, or of one drafted now."""
        if isinstance(new, str):
            return new
        if id(new) not in self._done:
            self._done[id(new)] = self.add(new)
        return self._done[id(new)]

    def _keep(self, folder: str, asked: str, names: Iterable[str], value: dict[str, Any]) -> str:
        taken = self._taken.setdefault(folder, set())
        id_ = asked or suggested_id(names, taken)
        if id_ in taken:
            raise ValueError(msg('the id "{id}" is taken; choose another.', id=id_))
        taken.add(id_)
        self.drafts.append(Draft(folder, id_, _bare(value)))
        return id_

    @singledispatchmethod
    def add(self, new: New) -> str:
        """Draft `new` and what it brings along; return its id."""
        raise TypeError(f"{new!r} is no answer")

    @add.register
    def _(self, new: answers.Source) -> str:
        value = {
            "title": {"lang": new.language, "text": new.title},
            "publisher": new.publisher,
            "language": new.language,
            "url": new.url,
            "published": new.published,
            "accessed": new.accessed,
        }
        return self._keep("sources", new.id, names(new), value)

    @add.register
    def _(self, new: answers.Place) -> str:
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
            "sources": self._cited(new.sources),
        }
        return self._keep("places", new.id, names(new), value)

    @add.register
    def _(self, new: answers.Actor) -> str:
        seat = self.id(new.seat) if new.seat else ""
        value = {
            "names": dict(new.names),
            "type": new.type,
            "kind": new.kind,
            "seat": seat,
            "territory": [seat] if seat and new.type == "local-government" else [],
            "countries": list(new.countries),
            "sources": self._cited(new.sources),
        }
        return self._keep("actors", new.id, names(new), value)

    @add.register
    def _(self, new: answers.Theme) -> str:
        value = {
            "names": dict(new.names),
            "description": dict(new.description),
            "translations": dict.fromkeys({**new.names, **new.description}, "original"),
        }
        return self._keep("themes", new.id, names(new), value)

    @add.register
    def _(self, new: answers.Cooperation) -> str:
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
            _bare({"instrument": dict(each.instrument), "signed": each.signed, "source": first})
            for each in [new.agreement]
            if each is not None
        ]
        languages = {**new.title, **new.summary, **new.evidence}
        value = {
            "title": dict(new.title),
            "form": new.form,
            "form_as_stated": stated,
            "summary": dict(new.summary),
            "parties": [_bare(party) for party in parties],
            "parties_open": "true" if new.parties_open else "",
            "agreements": agreements,
            "dates": planned_dates.dates(new),
            "status": _bare(
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
        return self._keep("cooperations", new.id, ("-".join(actors[:2]),), value)

    def _cited(self, sources: Iterable[str | answers.Source]) -> list[dict[str, str]]:
        return [{"source": self.id(source)} for source in sources]


def _bare(value: Mapping[str, Any]) -> dict[str, Any]:
    """Without the fields that say nothing."""
    return {name: each for name, each in value.items() if each}
