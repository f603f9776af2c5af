"""Does every id that a record names exist, and does anything name it?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from atlas.checks.case import Case, each
from atlas.checks.nearest import did_you_mean
from atlas.model import KINDS
from atlas.problem import Problem
from atlas.reader import Document
from atlas.strict_yaml import Path

NOUNS = {
    "cooperations": "a cooperation",
    "actors": "an actor",
    "places": "a place",
    "sources": "a source",
    "themes": "a theme",
}
_FIELDS = {
    "actor": "actors",
    "cooperation": "cooperations",
    "locations": "places",
    "seat": "places",
    "signed_at": "places",
    "source": "sources",
    "territory": "places",
    "themes": "themes",
}
"""The fields that name a record of another kind, wherever they stand."""

_OWN_KIND = {("part_of", folder) for folder in NOUNS} | {("related", "themes")}
_SUGGESTIONS = 25
"""As many unknown ids get a suggestion in one run; each costs a look at every known id."""


@dataclass(frozen=True, slots=True)
class Reference:
    """One mention of a record by its id, and the field that mentions it."""

    path: Path
    field: str
    folder: str
    id: str


def of(document: Document) -> Iterator[Reference]:
    """Every reference in `document`, whether or not the record is otherwise sound."""
    yield from _within(document.value, (), "", document.folder)


def _within(value: Any, path: Path, field: str, folder: str) -> Iterator[Reference]:
    if isinstance(value, dict):
        for name, inner in value.items():
            if name in _FIELDS or isinstance(inner, dict | list) or name == "part_of":
                yield from _within(inner, (*path, name), name, folder)
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _within(inner, (*path, index), field, folder)
    elif isinstance(value, str):
        target = folder if (field, folder) in _OWN_KIND else _FIELDS.get(field)
        if target is not None:
            yield Reference(path, field, target, value)


def references_exist(case: Case) -> Iterator[Problem]:
    """Every id that a record names is the id of a record."""
    known = {
        kind.folder: [id_ for folder, id_ in case.by_id if folder == kind.folder] for kind in KINDS
    }
    hints: dict[tuple[str, str], str] = {}
    for document in case.documents:
        for reference in of(document):
            target = (reference.folder, reference.id)
            if target in case.by_id:
                continue
            if target not in hints and len(hints) < _SUGGESTIONS:
                hints[target] = did_you_mean(reference.id, known[reference.folder])
            noun = NOUNS[reference.folder]
            message = f'{_word(reference.field)} "{reference.id[:64]}" is not {noun}.'
            write = f"Correct it, or add data/{reference.folder}/<id>.yml."
            yield document.problem(reference.path, message, hints.get(target) or write)


def _word(field: str) -> str:
    return {"themes": "theme", "locations": "location", "related": "related theme"}.get(
        field, field.replace("_", " ")
    )


def records_are_used(case: Case) -> Iterator[Problem]:
    """Every actor, place, source and theme is named by some other record."""
    if any(document.value is None for document in case.documents):
        return
    used = {
        (reference.folder, reference.id)
        for document in case.documents
        for reference in of(document)
        if (reference.folder, reference.id) != (document.folder, document.id)
    }
    for document in case.documents:
        if document.folder != "cooperations" and (document.folder, document.id) not in used:
            noun = NOUNS[document.folder].split()[-1]
            message = f'{noun} "{document.id}" is named by no other record.'
            yield document.problem((), message, "Name it where it belongs.", "warning")


def former_ids_are_free(case: Case) -> Iterator[Problem]:
    """An id that a record had before belongs to no other record, now or before."""
    taken = {key: document.file for key, document in case.by_id.items()}
    for record in each(case.records):
        for index, former in enumerate(record.previous_ids):
            holder = taken.get((record.folder, former))
            if holder is None:
                taken[record.folder, former] = case.file(record)
                continue
            message = f'previous id "{former}" is taken by {holder}.'
            hint = "Delete it from one of the two."
            yield case.problem(record, ("previous_ids", index), message, hint)


def wholes_are_not_their_own_parts(case: Case) -> Iterator[Problem]:
    """No record is part of itself, however long the chain."""
    for folder in NOUNS:
        kept: dict[str, Any] = getattr(case.records, folder)
        above = {id_: getattr(record, "part_of", None) for id_, record in kept.items()}
        for ring in _rings(above):
            record = kept[ring[0]]
            chain = " → ".join([*ring[:6], *(["…"] if len(ring) > _SHOWN else []), ring[0]])
            message = f'part_of "{record.part_of}" makes the record a part of itself: {chain}.'
            yield case.problem(record, ("part_of",), message, "Delete part_of in one of them.")


_SHOWN = 6


def _rings(above: dict[str, str | None]) -> Iterator[list[str]]:
    """Every ring in a graph where each node has at most one node above it, smallest id first."""
    done: set[str] = set()
    for start in above:
        walk: dict[str, None] = {}
        here: str | None = start
        while here is not None and here not in done and here not in walk:
            walk[here] = None
            here = above.get(here)
        if here in walk:
            steps = list(walk)
            ring = steps[steps.index(here) :]
            least = ring.index(min(ring))
            yield ring[least:] + ring[:least]
        done.update(walk)
