"""Are the lists beside the records what they should be, and do they agree with the records?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from atlas import registers
from atlas.checks import shape
from atlas.model import Records
from atlas.problem import Problem
from atlas.reader import Document
from atlas.registers import DeadLinks, Registers, Removal, RemovedRecords, Suppression
from atlas.sentence import say


def check(
    listed: list[Document], documents: list[Document], records: Records
) -> tuple[Registers, list[Problem]]:
    """What the registers `listed` hold, and all that is wrong with them, in file order.

    `documents` are those of the records and `records` what came of them. A register that is not
    what its model says counts as empty.
    """
    problems: list[Problem] = []
    removed: tuple[Removal, ...] = ()
    dead_links: tuple[Suppression, ...] = ()
    for document in listed:
        kind = next(kind for kind in registers.KINDS if kind.name == document.id)
        register, found = shape.register(kind, document) if document.sound else (None, [])
        problems.extend(found)
        if isinstance(register, RemovedRecords):
            removed = tuple(register.records)
            problems.extend(_out_of_order(document, "records", removed))
            problems.extend(_taken(document, removed, _holders(documents, records)))
        if isinstance(register, DeadLinks):
            dead_links = tuple(register.links)
            problems.extend(_out_of_order(document, "links", dead_links))
    return Registers(removed, dead_links), sorted(problems)


def _out_of_order(
    document: Document, field: str, entries: Sequence[Removal | Suppression]
) -> Iterator[Problem]:
    """Entries stand in the order of their keys, each once, so that two changes seldom collide."""
    for index, (before, here) in enumerate(pairwise(entries), start=1):
        if here.key > before.key:
            continue
        name, last = "/".join(here.key), "/".join(before.key)
        message = say('"{name}" stands after "{last}".', name=name, last=last)
        hint = say("Sort the list.")
        if name == last:
            message = say('"{name}" stands here twice.', name=name)
            hint = say("Delete one of the two.")
        yield document.problem((field, index), message, hint)


def _taken(
    document: Document, removed: Sequence[Removal], holders: dict[tuple[str, str], str]
) -> Iterator[Problem]:
    """An id that was taken out never comes back: no record has it, now or before."""
    for index, removal in enumerate(removed):
        holder = holders.get(removal.key)
        if holder is not None:
            message = say('id "{id}" was taken out, and {file} has it.', id=removal.id, file=holder)
            hint = say(
                "Give that record another id, or delete this entry if it is the same record."
            )
            yield document.problem(("records", index, "id"), message, hint)


def _holders(documents: list[Document], records: Records) -> dict[tuple[str, str], str]:
    """The file that has each id, or had it before."""
    files = {(document.folder, document.id): document.file for document in documents}
    former = {
        (folder.value, id_): files[record.folder, record.id]
        for folder in registers.Folder
        for record in getattr(records, folder.value).values()
        for id_ in record.previous_ids
    }
    return former | files
