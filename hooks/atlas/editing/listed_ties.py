"""Ties that registers list, as editors and senders of forms name them and build on them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from atlas.editing.drafts.new_records import NewActor
from atlas.files.document import Document
from atlas.i18n.languages import SOURCE_LANGUAGE
from atlas.i18n.normalize import normalize_name
from atlas.lookup.name_index import NameIndex
from atlas.model import Actor, ListedTie, Place, Source
from atlas.model.registers import find_end, find_form, find_start
from atlas.model.vocabulary import ActorKind, ActorType, Form

_FEW = 3

_OF_TOWNS = (None, ActorKind.MUNICIPALITY, ActorKind.CITY_DISTRICT)
"""The kinds of an authority that may stand for a town; a province only has its seat there."""


@dataclass(frozen=True)
class KnownTie:
    """What registers say of one pair of places, which are on record: a tie for each register."""

    ties: tuple[ListedTie, ...]

    @property
    def places(self) -> tuple[str, str]:
        """The ids of the two places."""
        return self.ties[0].a, self.ties[0].b

    @property
    def pair(self) -> str:
        """The id that the tie has whichever register lists it."""
        return self.ties[0].pair

    @property
    def registers(self) -> tuple[str, ...]:
        """The ids of the registers, which are those of sources."""
        return tuple(tie.source for tie in self.ties)

    @property
    def paths(self) -> str:
        """The records of those sources, as people are told of them."""
        return ", ".join(f"sources/{register}" for register in self.registers)

    @property
    def form(self) -> Form | None:
        """The form, as the first register says that says one."""
        return find_form(self.ties)

    @property
    def start(self) -> str:
        """The earliest beginning that a register gives; "" if none does."""
        return str(find_start(self.ties) or "")

    @property
    def end(self) -> str:
        """The end, as the first register says that says one; "" if none does."""
        return str(find_end(self.ties) or "")


class ListedTies:
    """The ties that the registers among `documents` list."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self._places = {one.id: one for one in documents if one.folder == Place.folder}
        self._actors = [one for one in documents if one.folder == Actor.folder]
        self._sources = {one.id: one for one in documents if one.folder == Source.folder}
        self._rows = [
            {**one.value, "id": one.id}
            for one in documents
            if one.folder == ListedTie.folder and one.value
        ]

    def find(self, text: str) -> KnownTie | None:
        """What is meant by an id, a pair, or an address that ends in `#` and the pair."""
        name = text.rpartition("#")[2].strip()
        return self._read(row for row in self._rows if name in {row["id"], row["pair"]})

    def find_near(self, text: str) -> list[str]:
        """The pairs that `text` may mean: misspelt, or without its countries; few or none."""
        index = NameIndex((row["pair"], row["pair"]) for row in self._rows)
        name = normalize_name(text.rpartition("/")[2])
        found = index.similar(name) or (index.containing(name) if name else [])
        return found if len(found) <= _FEW else []

    def find_between(self, actors: Iterable[str | NewActor]) -> KnownTie | None:
        """The tie of the places in which two actors have their seats."""
        ends = {self.find_seat(actor) for actor in actors}
        return self._read(row for row in self._rows if {row.get("a"), row.get("b")} == ends)

    def find_towns(self, ids: Iterable[str], country: str) -> list[str]:
        """Those of some places that lie in a country."""
        countries = ((id_, (self._places[id_].value or {}).get("countries")) for id_ in ids)
        return [id_ for id_, codes in countries if isinstance(codes, list) and country in codes]

    def find_seat(self, actor: str | NewActor) -> str:
        """The id of the place in which an actor has its seat, or what else is written there."""
        if isinstance(actor, NewActor):
            return str(actor.seat)
        return next(str((one.value or {}).get("seat")) for one in self._actors if one.id == actor)

    def _read(self, rows: Iterable[dict[str, Any]]) -> KnownTie | None:
        """The ties of some rows as one; rows that are not what they should be are passed over."""
        ties = []
        for row in rows:
            with suppress(ValidationError):
                tie = ListedTie.model_validate(row)
                if {tie.a, tie.b} <= self._places.keys():
                    ties.append(tie)
        return KnownTie(tuple(ties)) if ties else None

    def find_title(self, register: str) -> str:
        """What a register is called, as its source says; else its id."""
        source = self._sources.get(register)
        title = (source.value or {}).get("title") if source else None
        return str(title.get("text", register)) if isinstance(title, dict) else register

    def find_name(self, place: str, language: str) -> str:
        """What a place is called in a language, else in English, else in any; else its id."""
        names = _names(self._places[place])
        known = (names.get(code) for code in (language, SOURCE_LANGUAGE, *names))
        return next((str(name) for name in known if name), place)

    def find_municipality(self, place: str) -> str | NewActor:
        """The authority of a town: the id of the one on record, else a new one.

        The new one goes by the town's id and names, and rests on what the town rests on.
        """
        for document in self._actors:
            actor = document.value or {}
            is_local = actor.get("type") == ActorType.LOCAL_GOVERNMENT
            if is_local and actor.get("seat") == place and actor.get("kind") in _OF_TOWNS:
                return document.id
        return self._make_municipality(self._places[place])

    def _make_municipality(self, place: Document) -> NewActor:
        cited = (place.value or {}).get("sources") or ()
        sources = (one.get("source") for one in cited if isinstance(one, dict))
        taken = {id_ for actor in self._actors for id_ in (actor.id, *actor.previous_ids)}
        return NewActor(
            id=place.id if place.id not in taken else "",
            names=_names(place),
            sources=tuple(source for source in sources if isinstance(source, str)),
            type=ActorType.LOCAL_GOVERNMENT,
            kind=ActorKind.MUNICIPALITY,
            seat=place.id,
        )


def _names(place: Document) -> Mapping[str, Any]:
    names = (place.value or {}).get("names")
    return names if isinstance(names, dict) else {}
