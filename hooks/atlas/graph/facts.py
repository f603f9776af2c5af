"""What each record says, as digests of its fields, by which two versions of the atlas are compared.

A digest tells that a field says something else than it did, and nothing of what it says. It is made
of the record without the names of office-holders (`model/redaction`): whoever guesses at a name
finds nothing here that would tell a right guess from a wrong one, with or without a salt. That an
office-holder alone got another name is therefore no change. Mail addresses and telephone numbers
are in no record (`checks/rules/privacy`).
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from atlas.model import KINDS, MODELS_AND_ROWS, ListedTie, Record, Records
from atlas.model.redaction import Redaction
from atlas.model.vocabulary import Tier

LISTED_PLACES = "listed-places"
"""The kind of the places that registers alone name; all other kinds are called by their folder."""

TIERS: Mapping[str, Tier] = {
    **{kind.folder: Tier.RESEARCHED for kind in KINDS},
    LISTED_PLACES: Tier.LISTED,
    ListedTie.folder: Tier.LISTED,
}
"""The tier of each kind, in the order in which kinds are spoken of."""

FOLDERS: Mapping[str, str] = {kind: kind.removeprefix("listed-") for kind in TIERS}
"""The folder in which the ids of each kind are unique."""

_KEYS = frozenset({"id", "previous_ids"})
"""What a record is found by. That an id has changed is told apart from what a record says."""

_OF_THE_READING = frozenset({"source", "pair", "a", "b", "as_of", "locator"})
"""Of a listed tie, what its id says already, and when and where in its register it was read."""

_BYTES = 3

Digests = Mapping[str, str]
"""By the name of each field that a record has, what tells it from another: DIGEST_LENGTH signs."""

DIGEST_LENGTH = 4 * _BYTES // 3
"""Signs of base64url (RFC 4648, section 5). Of sixteen million changes one goes unseen."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What all records say: by kind and id the digests of their fields.

    `version` is what this version of the atlas is called and `day` when it was released, in ISO
    8601; both are "" of what was not released.
    """

    version: str = ""
    day: str = ""
    records: Mapping[str, Mapping[str, Digests]] = field(default_factory=dict)


def fields_of(kind: str) -> tuple[str, ...]:
    """The fields of a kind that are compared, in the order of its model."""
    folder = FOLDERS[kind]
    model = MODELS_AND_ROWS[folder]
    left_out = _KEYS | (_OF_THE_READING if model is ListedTie else frozenset())
    return tuple(name for name in model.model_fields if name not in left_out)


def take(records: Records, version: str = "", day: str = "") -> Facts:
    """The facts of all records."""
    redaction = Redaction(records.cooperations.values())
    found = {}
    for kind in TIERS:
        names = fields_of(kind)
        found[kind] = {
            id_: _digest_fields(redaction.redact(record), names)
            for id_, record in list_kind(records, kind)
        }
    return Facts(version, day, found)


def list_kind(records: Records, kind: str) -> Iterator[tuple[str, Record]]:
    """Id and record of all of a kind."""
    listed = records.listed_places
    for id_, record in getattr(records, FOLDERS[kind]).items():
        if FOLDERS[kind] != "places" or (id_ in listed) == (kind == LISTED_PLACES):
            yield id_, record


def _digest_fields(record: Record, names: tuple[str, ...]) -> Digests:
    said = record.model_dump(exclude_unset=True)
    return {name: _digest(said[name]) for name in names if name in said}


_JSON = json.JSONEncoder(ensure_ascii=False, sort_keys=True, default=str)


def _digest(value: object) -> str:
    text = _JSON.encode(value)
    short = hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=_BYTES).digest()
    return base64.urlsafe_b64encode(short).decode()
