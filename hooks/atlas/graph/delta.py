"""What came, changed, went and was renamed between a released version of the atlas and another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from atlas.graph.facts import FOLDERS, TIERS, Digests, Facts, fields_of, list_kind
from atlas.model import Records
from atlas.model.ledgers import Removal
from atlas.model.vocabulary import Tier

TIER = "tier"
"""Stands among the fields of what registers listed and is researched now, or the other way."""


class Turn(StrEnum):
    """What became of a record."""

    ADDED = "added"
    CHANGED = "changed"
    RENAMED = "renamed"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Change:
    """What became of the record of a kind and an id.

    `fields` are those that say something else, in the order of the model. One that was renamed goes
    on as `into`; that may have been there before, and took it in. The `reason` is that of the list
    of what was taken out; "" of what is not in it, such as a tie that its register no longer lists.
    """

    kind: str
    id: str
    turn: Turn
    fields: tuple[str, ...] = ()
    into: str = ""
    reason: str = ""

    @property
    def tier(self) -> Tier:
        """Whether it is researched, or listed by a register."""
        return TIERS[self.kind]


@dataclass(frozen=True, slots=True)
class Delta:
    """All that changed since the `version` that was released on a `day`, in ISO 8601.

    `changes` are by folder and id ("places/genk"), kind by kind and in the order of the ids; what
    was renamed stands by the id that it had.
    """

    version: str
    day: str
    changes: Mapping[str, Change] = field(default_factory=dict)

    def count(self) -> Mapping[str, Mapping[Turn, int]]:
        """By kind how many records there are of each turn."""
        counted: dict[str, Counter[Turn]] = {kind: Counter() for kind in TIERS}
        for change in self.changes.values():
            counted[change.kind][change.turn] += 1
        return counted


def find_change(
    changes: Mapping[str, Change], folder: str, id_: str, previous_ids: Iterable[str]
) -> Change | None:
    """What became of a record that is there, under whichever of its ids it was released."""
    keys = (f"{folder}/{one}" for one in (id_, *previous_ids))
    return next((changes[key] for key in keys if key in changes), None)


def compare(before: Facts, now: Facts, records: Records, removed: Iterable[Removal]) -> Delta:
    """What became of each record since the facts of a version `before`; `now` are those of the
    `records`, and `removed` is the list of what was taken out."""
    reasons = {f"{one.folder}/{one.id}": one.reason.value for one in removed}
    old, new = _by_key(before), _by_key(now)
    heirs = dict(_list_former(records))
    found: dict[str, Change] = {}
    taken_on: set[str] = set()
    for key, (kind, digests) in old.items():
        id_ = key.partition("/")[2]
        into = heirs.get(key, "")
        heir = f"{FOLDERS[kind]}/{into}"
        if key in new:
            now_kind, said = new[key]
            if fields := _compare_fields(now_kind, digests, said, was=kind):
                found[key] = Change(now_kind, id_, Turn.CHANGED, fields)
        elif heir in new:
            taken_on.add(heir)
            now_kind, said = new[heir]
            fields = () if heir in old else _compare_fields(now_kind, digests, said, was=kind)
            found[key] = Change(now_kind, id_, Turn.RENAMED, fields, into=into)
        else:
            reason = reasons.get(_find_ledger_key(kind, id_), "")
            found[key] = Change(kind, id_, Turn.REMOVED, reason=reason)
    for key, (kind, _) in new.items():
        if key not in old and key not in taken_on:
            found[key] = Change(kind, key.partition("/")[2], Turn.ADDED)
    order = {kind: number for number, kind in enumerate(TIERS)}
    ranked = sorted(found.items(), key=lambda item: (order[item[1].kind], item[1].id))
    return Delta(before.version, before.day, dict(ranked))


def _by_key(facts: Facts) -> dict[str, tuple[str, Digests]]:
    """By folder and id the kind of each record and its digests."""
    return {
        f"{FOLDERS[kind]}/{id_}": (kind, digests)
        for kind in TIERS
        for id_, digests in facts.records.get(kind, {}).items()
    }


def _compare_fields(kind: str, before: Digests, now: Digests, was: str) -> tuple[str, ...]:
    """The fields that say something else; those that this version does not know are left out."""
    changed = tuple(one for one in fields_of(kind) if before.get(one) != now.get(one))
    return changed if was == kind else (TIER, *changed)


def _list_former(records: Records) -> Iterator[tuple[str, str]]:
    """Folder and former id of each record that has had another, and its id now."""
    for kind in TIERS:
        for id_, record in list_kind(records, kind):
            for former in record.previous_ids:
                yield f"{FOLDERS[kind]}/{former}", id_


def _find_ledger_key(kind: str, id_: str) -> str:
    """How the list of what was taken out calls a record; a listed tie by its pair alone."""
    return f"{FOLDERS[kind]}/{id_.rpartition('/')[2]}"
