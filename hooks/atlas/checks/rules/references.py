"""Does every id that a record names exist, and does anything name it?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Set
from typing import Any

from atlas.checks.context import CheckContext, each_record
from atlas.checks.rule import cross_record, in_context
from atlas.checks.schema_errors.corrections import command_to_add
from atlas.files.document import Document
from atlas.files.ids import is_reserved
from atlas.files.references import Mention, mentions
from atlas.files.register_tables import Row
from atlas.i18n.messages import NOTHING, Message, listing, msg, msg_plural, sequence
from atlas.i18n.problem import Problem
from atlas.lookup.suggester import did_you_mean, there_are
from atlas.model import KINDS, Theme
from atlas.model.scalars import is_id

_IMPORT_AGAIN = msg("Run {command} again.", command="atlas import")
"""The row of a register becomes the record that names it among its former ids."""

_UNKNOWN = {
    "cooperations": msg('{field} "{id}" is not a cooperation.'),
    "actors": msg('{field} "{id}" is not an actor.'),
    "places": msg('{field} "{id}" is not a place.'),
    "sources": msg('{field} "{id}" is not a source.'),
    "themes": msg('{field} "{id}" is not a theme.'),
}
_UNKNOWN_IN_A_LIST = {
    "themes": msg('theme "{id}" is not a theme.'),
    "locations": msg('location "{id}" is not a place.'),
    "related": msg('related theme "{id}" is not a theme.'),
}
_UNUSED = {
    "actors": msg('actor "{id}" is named by no other record.'),
    "places": msg('place "{id}" is named by no other record.'),
    "sources": msg('source "{id}" is named by no other record.'),
    "themes": msg('theme "{id}" is named by no other record.'),
}


@in_context
def references_exist(context: CheckContext) -> Iterator[Problem]:
    """Every id that a record names is the id of a record."""
    hints: dict[tuple[str, str], Message] = {}
    for document, named in zip(context.documents, context.mentioned, strict=True):
        # What is not even an id is the model's to refuse.
        unknown = {target for target in named if target not in context.ids and is_id(target[1])}
        found: defaultdict[tuple[str, str], list[Mention]] = defaultdict(list)
        for mention in mentions(document) if unknown else ():
            if (target := (mention.folder, mention.id)) in unknown:
                found[target].append(mention)
        for target, (mention, *others) in found.items():
            if target not in hints:
                hints[target] = _advice(context, mention, document.data)
            unfilled = _UNKNOWN_IN_A_LIST.get(mention.field) or _UNKNOWN[mention.folder]
            message = unfilled.with_args(id=mention.id, field=mention.field)
            also = _name_lines(document, mention, others)
            yield document.problem(mention.path, message, sequence(hints[target], also))


def _name_lines(document: Document, mention: Mention, others: Iterable[Mention]) -> Message:
    """In which other lines the document names the same record; nothing where in none."""
    first, _ = document.positions.get(mention.path, (1, 1))
    lines = {document.positions.get(other.path, (1, 1))[0] for other in others} - {first}
    if not lines:
        return NOTHING
    return msg_plural(
        "It stands in line {lines} too.",
        "It stands in lines {lines} too.",
        len(lines),
        lines=listing(map(str, sorted(lines))),
    )


def _advice(context: CheckContext, unknown: Mention, data: str) -> Message:
    """The known ids like an unknown one, or else where it could be added.

    Themes are few, and meant to be chosen from: all are named, before how to add one.
    """
    found = context.suggester.record(unknown.id, unknown.folder)
    if found:
        return did_you_mean(found)
    add = msg(
        "Correct it, or add {file}; {command} asks for what it needs.",
        file=f"{data}/{unknown.folder}/{unknown.id}.yml",
        command=command_to_add(unknown.folder),
    )
    known = context.suggester.ids.get(unknown.folder, ())
    if unknown.folder == Theme.folder and (all_of_them := there_are(known)):
        return sequence(all_of_them, add)
    return add


@cross_record
def records_are_used(context: CheckContext) -> Iterator[Problem]:
    """Every actor, place, source and theme is named by some other record."""
    if sum(1 for _ in each_record(context.records)) < len(context.documents):
        return  # what a broken record would name is not known
    used = set(context.used).union(*map(_name_others, context.documents, context.mentioned))
    used.update(_list_predecessors(context))
    for document in context.documents:
        if document.folder in _UNUSED and (document.folder, document.id) not in used:
            message = _UNUSED[document.folder].with_args(id=document.id)
            yield document.problem(
                (), message, msg("Name it where it belongs, or remove its file."), "warning"
            )


def _name_others(document: Document, named: Set[tuple[str, str]]) -> Set[tuple[str, str]]:
    own = document.folder, document.id
    return named - {own} if own in named else named


def _list_predecessors(context: CheckContext) -> Iterator[tuple[str, str]]:
    """What came before another is told of on the page of that one, though nothing names it."""
    for kept in (context.records.places, context.records.actors):
        for record in kept.values():
            if record.lifetime and record.lifetime.successors:
                yield record.folder, record.id


@cross_record
def former_ids_are_free(context: CheckContext) -> Iterator[Problem]:
    """An id that a record had before belongs to no other record, now or before."""
    taken = {key: document.file for key, document in context.by_id.items()}
    for record in each_record(context.records):
        for index, former in enumerate(record.previous_ids):
            if is_reserved(former):
                message = msg('previous id "{id}" is reserved.', id=former)
                hint = msg("Delete it; no record can have had it.")
                yield context.problem(record, ("previous_ids", index), message, hint)
                continue
            holder = taken.get((record.folder, former))
            if holder is None:
                taken[record.folder, former] = context.file(record)
                continue
            message = msg('previous id "{id}" is taken by {file}.', id=former, file=holder)
            is_row = isinstance(context.by_id.get((record.folder, former)), Row)
            hint = _IMPORT_AGAIN if is_row else msg("Delete it from one of the two.")
            yield context.problem(record, ("previous_ids", index), message, hint)


@cross_record
def wholes_are_not_their_own_parts(context: CheckContext) -> Iterator[Problem]:
    """No record is part of itself, however long the chain."""
    for kind in KINDS:
        kept: dict[str, Any] = getattr(context.records, kind.folder)
        above = {id_: getattr(record, "part_of", None) for id_, record in kept.items()}
        for ring in _rings(above):
            record = kept[ring[0]]
            chain = " → ".join([*ring[:6], *(["…"] if len(ring) > _SHOWN else []), ring[0]])
            message = msg(
                '{field} "{id}" makes the record a part of itself: {chain}.',
                field="part_of",
                id=record.part_of,
                chain=chain,
            )
            hint = msg("Delete {field} in one of them.", field="part_of")
            yield context.problem(record, ("part_of",), message, hint)


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
