"""Are the tables of registers what an import wrote, and do they agree with the records?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from atlas.checks.schema_errors import validate
from atlas.files.document import Document
from atlas.files.ids import wrong_with_id
from atlas.files.register_tables import PLACES, TIES, Row
from atlas.files.registers import RegisterFiles
from atlas.i18n.messages import Message, Phrase, msg, msg_plural, sequence
from atlas.i18n.problem import Problem
from atlas.model import Place, Records, Register
from atlas.model.ledgers import Removal

OVERRIDES = "overrides"
"""The field of a place's record that names the register whose row it changes."""

_AGAIN = msg("Run {command} again.", command="atlas import")


@dataclass(frozen=True)
class Merged:
    """Records and rows as one: `documents` to judge, and what is wrong between the two."""

    documents: list[Document]
    problems: list[Problem]


def merge(
    documents: Iterable[Document],
    registers: Sequence[RegisterFiles],
    removed: Iterable[Removal] = (),
) -> Merged:
    """The documents of records with those of the rows of registers, but for what was `removed`.

    A record of a place that `overrides` a register has, beside its own fields, those of the row
    with its id, which then is no document of its own.
    """
    rows = {(row.register, row.id): row for one in registers for row in one.places}
    merged, problems, overridden = [], [], set()
    taken: dict[tuple[str, str], Document] = {}
    for document in documents:
        taken[document.folder, document.id] = document
        register = _overridden(document)
        if register is None:
            merged.append(document)
            continue
        row = rows.get((register, document.id))
        if row is None:
            problems.append(_no_such_row(document, register))
            merged.append(document)
            continue
        overridden.add((register, document.id))
        merged.append(replace(document, value={**(row.value or {}), **(document.value or {})}))
    gone = {removal.key for removal in removed}
    for row in (row for one in registers for row in one.rows):
        is_overridden = (row.register, row.id) in overridden and row.folder == PLACES
        if is_overridden or (gone and not gone.isdisjoint(_keys(row))):
            continue
        if wrong := wrong_with_id(row.id.rpartition("/")[2]):
            problems.append(row.problem(("id",), *wrong))
        elif (holder := taken.setdefault((row.folder, row.id), row)) is not row:
            problems.append(_taken(row, holder))
        else:
            merged.append(row)
    return Merged(merged, problems)


def are_apart(documents: Sequence[Document], rows: Sequence[tuple[str, str]]) -> bool:
    """Whether `merge` would change no document and find nothing wrong, if it was given the rows of
    which these are folder and id."""
    distinct = {*rows}
    return (
        len(distinct) == len(rows)
        and not any((one.folder, one.id) in distinct or _overridden(one) for one in documents)
        and not any(wrong_with_id(id_.rpartition("/")[2]) for _, id_ in rows)
    )


def _keys(row: Row) -> set[tuple[str, str]]:
    """The removals that take a row out: its place's, its pair's, and those of the pair's places."""
    value = row.value or {}
    ends = {(Place.folder, str(value.get(end))) for end in ("a", "b")}
    return {(row.folder, row.id.rpartition("/")[2]), *(ends if row.folder == TIES else ())}


def check(
    registers: Sequence[RegisterFiles], records: Records
) -> tuple[dict[str, Register], list[Problem]]:
    """What the registers say of themselves, and what is wrong with them as a whole."""
    made: dict[str, Register] = {}
    problems: list[Problem] = []
    for files in registers:
        about = files.about
        if not about.sound:
            continue
        register, found = validate.register(about)
        problems.extend(found)
        if files.id not in records.sources:
            message = msg('register "{id}" has no source of that name.', id=files.id)
            hint = msg("Add {file}.", file=f"{about.data}/sources/{files.id}.yml")
            problems.append(about.problem((), message, hint))
        if register is not None:
            made[files.id] = register
            problems.extend(find_changed(files, register.tables))
    return made, problems


def known_from_registers(documents: Iterable[Document]) -> frozenset[str]:
    """The ids of the places that a row alone speaks of."""
    return frozenset(one.id for one in documents if isinstance(one, Row) and one.folder == PLACES)


def sum_up(problems: Iterable[Problem], registers: Sequence[RegisterFiles]) -> list[Problem]:
    """The problems, with one warning in the place of all that a register's rows have in common.

    Its tables are not written by hand: nobody goes through hundreds of points on a coast.
    """
    of_rows = {row.file: one.id for one in registers for row in one.rows}
    alike: dict[tuple[str, str], list[Problem]] = defaultdict(list)
    kept: list[Problem] = []
    for problem in problems:
        if problem.severity == "warning" and problem.file in of_rows:
            alike[of_rows[problem.file], _template(problem.message)].append(problem)
        else:
            kept.append(problem)
    for found in alike.values():
        first = min(found)
        if len(found) > 1:
            more = msg_plural(
                "{number} more row of this register is told so.",
                "{number} more rows of this register are told so.",
                len(found) - 1,
            )
            first = replace(first, hint=sequence(first.hint, more))
        kept.append(first)
    return kept


def _template(message: Message) -> str:
    return message.template if isinstance(message, Phrase) else str(message)


def _overridden(document: Document) -> str | None:
    """The register whose row a record changes, if it is such a one."""
    if document.folder != Place.folder or not document.value:
        return None
    register = document.value.get(OVERRIDES)
    return register if isinstance(register, str) else None


def _no_such_row(document: Document, register: str) -> Problem:
    message = msg('register "{register}" has no place "{id}".', register=register, id=document.id)
    hint = msg("Name the file as the row is called, or delete {field}.", field=OVERRIDES)
    return document.problem((OVERRIDES,), message, hint)


def _taken(row: Row, holder: Document) -> Problem:
    message = msg('id "{id}" is taken by {file}.', id=row.id, file=holder.file)
    if isinstance(holder, Row):
        return row.problem(("id",), message, _AGAIN)
    hint = msg(
        "If it is to change the row, write {entry} into {file}; else run {command} again.",
        entry=f"{OVERRIDES}: {row.register}",
        file=holder.file,
        command="atlas import",
    )
    return row.problem(("id",), message, hint)


def find_changed(files: RegisterFiles, tables: Mapping[str, str]) -> Iterator[Problem]:
    """Tables that are not, byte for byte, what the import wrote: `tables` has their digests."""
    folder = files.about.file.rpartition("/")[0]
    for name in sorted({*files.digests} | {*tables}):
        here, there = files.digests.get(name), tables.get(name)
        if here == there:
            continue
        if here is None:
            message, hint = msg("the table {file} is gone.", file=name), _AGAIN
            yield files.about.problem(("tables", name), message, hint)
        else:
            yield Problem(f"{folder}/{name}", 1, 1, _CHANGED, _write_override(files))


_CHANGED = msg("this table was written by an import, and was changed since.")


def _write_override(files: RegisterFiles) -> Message:
    return msg(
        "Put it back ({command}), and write what is to change into {file}, with {entry}.",
        command=f"git checkout -- {files.about.file.rpartition('/')[0]}",
        file=f"{files.about.data}/places/<id>.yml",
        entry=f"{OVERRIDES}: {files.id}",
    )
