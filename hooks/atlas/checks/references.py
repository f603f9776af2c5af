"""Does every id that a record names exist, and does anything name it?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from atlas.checks.case import Case, each
from atlas.checks.mentions import mentions
from atlas.checks.nearest import nearest
from atlas.model import KINDS
from atlas.problem import Problem
from atlas.reader import is_reserved

NOUNS = {
    "cooperations": "a cooperation",
    "actors": "an actor",
    "places": "a place",
    "sources": "a source",
    "themes": "a theme",
}
_ID = re.compile(r"[a-z0-9-]{1,64}\Z")
"""What is not even an id is the model's to refuse."""

_SUGGESTIONS = 25
"""As many unknown ids get a suggestion in one run; each costs a look at every known id."""

_LISTED = 8


def references_exist(case: Case) -> Iterator[Problem]:
    """Every id that a record names is the id of a record."""
    known: dict[str, list[str]] = {kind.folder: [] for kind in KINDS}
    for folder, id_ in case.by_id:
        known[folder].append(id_)
    hints: dict[tuple[str, str], str] = {}
    for document, named in zip(case.documents, case.named, strict=True):
        unknown = {target for target in named if target not in case.by_id and _ID.match(target[1])}
        for mention in mentions(document) if unknown else ():
            target = (mention.folder, mention.id)
            if target not in unknown:
                continue
            if target not in hints and len(hints) < _SUGGESTIONS:
                hints[target] = _advice(mention.id, mention.folder, known[mention.folder])
            message = f'{_word(mention.field)} "{mention.id}" is not {NOUNS[mention.folder]}.'
            write = f"Correct it, or add data/{mention.folder}/{mention.id}.yml."
            yield document.problem(mention.path, message, hints.get(target) or write)


def _advice(unknown: str, folder: str, known: list[str]) -> str:
    """The known id like `unknown`, or else where it could be added and a few that are known."""
    meant = nearest(unknown, known)
    if meant is not None:
        return f'Did you mean "{meant}"?'
    more = f" and {len(known) - _LISTED} more" if len(known) > _LISTED else ""
    there = f" There are: {', '.join(known[:_LISTED])}{more}." if known else ""
    return f"Correct it, or add data/{folder}/{unknown}.yml.{there}"


def _word(field: str) -> str:
    return {"themes": "theme", "locations": "location", "related": "related theme"}.get(
        field, field
    )


def records_are_used(case: Case) -> Iterator[Problem]:
    """Every actor, place, source and theme is named by some other record."""
    if sum(1 for _ in each(case.records)) < len(case.documents):
        return  # what a broken record would name is not known
    used = {
        target
        for document, named in zip(case.documents, case.named, strict=True)
        for target in named
        if target != (document.folder, document.id)
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
            if is_reserved(former):
                message = f'previous id "{former}" is reserved.'
                hint = "Delete it; no record can have had it."
                yield case.problem(record, ("previous_ids", index), message, hint)
                continue
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
