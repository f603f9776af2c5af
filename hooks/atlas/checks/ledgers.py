"""Are the lists beside the records what they should be, and do they agree with the records?"""

from __future__ import annotations

import shlex
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import PurePosixPath

from atlas.checks.context import each_record
from atlas.checks.schema_errors import validate
from atlas.files.document import Document
from atlas.files.ids import make_printable, wrong_with_id
from atlas.i18n.messages import msg, msg_plural
from atlas.i18n.problem import Problem
from atlas.model import MODELS, Records, Source, ledgers
from atlas.model.ledgers import (
    DeadLinks,
    Ledgers,
    PublishedTotals,
    Removal,
    RemovedRecords,
    Suppression,
)
from atlas.model.totals import Total


def check(listed: list[Document]) -> tuple[Ledgers, list[Problem]]:
    """What the ledgers `listed` hold, and all that is wrong with them by themselves.

    One that is not what its model says counts as empty.
    """
    problems: list[Problem] = []
    removed: tuple[Removal, ...] = ()
    dead_links: tuple[Suppression, ...] = ()
    totals: tuple[Total, ...] = ()
    for document in listed:
        kind = next(kind for kind in ledgers.KINDS if kind.name == document.id)
        ledger, found = validate.ledger(kind, document) if document.sound else (None, [])
        problems.extend(found)
        if isinstance(ledger, RemovedRecords):
            removed = tuple(ledger.records)
            problems.extend(_find_disorder(document, "records", removed))
        if isinstance(ledger, DeadLinks):
            dead_links = tuple(ledger.links)
            problems.extend(_find_disorder(document, "links", dead_links))
        if isinstance(ledger, PublishedTotals):
            totals = tuple(ledger.totals)
            problems.extend(_find_disorder(document, "totals", totals))
    return Ledgers(removed, dead_links, totals), sorted(problems)


def find_unsourced(listed: list[Document], kept: Ledgers, records: Records) -> Iterator[Problem]:
    """Every total that others count has a source on record."""
    for document in listed:
        if document.id != PublishedTotals.name:
            continue
        for index, total in enumerate(kept.totals):
            if total.source not in records.sources:
                message = msg('{field} "{id}" is not a source.', field="source", id=total.source)
                hint = msg("Add {file}.", file=f"{document.data}/sources/{total.source}.yml")
                yield document.problem(("totals", index, "source"), message, hint)


def find_taken(
    listed: list[Document], kept: Ledgers, documents: list[Document], records: Records
) -> Iterator[Problem]:
    """An id that was taken out never comes back: no record has it, now or before.

    `documents` are those of the records and `records` what came of them.
    """
    holders = _map_holders(documents, records)
    for document in listed:
        if document.id == RemovedRecords.name:
            yield from _find_taken(document, kept.removed, holders)


def _find_disorder(
    document: Document, field: str, entries: Sequence[Removal | Suppression | Total]
) -> Iterator[Problem]:
    """Entries stand in the order of their keys, each once, so that two changes seldom collide."""
    for index, (before, here) in enumerate(pairwise(entries), start=1):
        if here.key > before.key:
            continue
        name, last = "/".join(here.key), "/".join(before.key)
        message = msg('"{name}" stands after "{last}".', name=name, last=last)
        hint = msg("Sort the list.")
        if name == last:
            message = msg('"{name}" stands here twice.', name=name)
            hint = msg("Delete one of the two.")
        yield document.problem((field, index), message, hint)


def _find_taken(
    document: Document, removed: Sequence[Removal], holders: dict[tuple[str, str], str]
) -> Iterator[Problem]:
    for index, removal in enumerate(removed):
        holder = holders.get(removal.key)
        if holder is not None:
            message = msg('id "{id}" was taken out, and {file} has it.', id=removal.id, file=holder)
            hint = msg(
                "Give that record another id, or delete this entry if it is the same record."
            )
            yield document.problem(("records", index, "id"), message, hint)


def find_vanished(
    before: Iterable[str], documents: list[Document], removed: Iterable[Removal]
) -> Iterator[Problem]:
    """A warning for every record that is gone and whose address leads nowhere; for a folder from
    which many are gone, one.

    `before` names the files there were: `data/places/genk.yml`. Sources have no address, and what
    could be no record had none. Of a folder nothing is said while a file there cannot be read: it
    may be the record under its new id.
    """
    known = {removal.key for removal in removed}
    unread = {document.folder for document in documents if document.value is None}
    for document in documents:
        known.update((document.folder, id_) for id_ in (document.id, *document.previous_ids))
    addressed = MODELS.keys() - {Source.folder} - unread
    gone: defaultdict[str, list[str]] = defaultdict(list)
    for file in before:
        path = PurePosixPath(file)
        data, folder, *inner = path.parts
        if path.suffix != ".yml" or folder not in addressed or (folder, path.stem) in known:
            continue
        if wrong_with_id(path.stem) or any(part.startswith(".") for part in inner):
            continue
        gone[f"{data}/{folder}"].append(file)
    for folder, files in gone.items():
        if len(files) > _MANY:
            yield _sum_up(folder, files)
        else:
            yield from map(_miss, files)


_MANY = 10
"""Files of a folder that are gone; where more are, somebody emptied it."""


def _miss(file: str) -> Problem:
    path = PurePosixPath(file)
    message = msg('the record is gone, and so is the address of its id "{id}".', id=path.stem)
    hint = msg(
        "Put the file back ({command}), or write the id into {field} of the record that takes its "
        "place, or into {ledger}.",
        command=f"git restore {shlex.quote(file)}",
        field="previous_ids",
        ledger=f"{path.parts[0]}/removed.yml",
    )
    return Problem(make_printable(file), 1, 1, message, hint, "warning")


def _sum_up(folder: str, files: list[str]) -> Problem:
    message = msg_plural(
        "{number} record of {folder} is gone, and so is its address.",
        "{number} records of {folder} are gone, and so are their addresses.",
        len(files),
        folder=folder,
    )
    hint = msg(
        "Put the files back ({command}), or write the ids into {field} of the records that take "
        "their place, or into {ledger}.",
        command=f"git restore {shlex.quote(folder)}",
        field="previous_ids",
        ledger=f"{folder.partition('/')[0]}/removed.yml",
    )
    return Problem(make_printable(files[0]), 1, 1, message, hint, "warning")


def _map_holders(documents: list[Document], records: Records) -> dict[tuple[str, str], str]:
    """The file that has each id, or had it before."""
    files = {(document.folder, document.id): document.file for document in documents}
    former = {
        (record.folder, id_): files[record.folder, record.id]
        for record in each_record(records)
        for id_ in record.previous_ids
    }
    return former | files
