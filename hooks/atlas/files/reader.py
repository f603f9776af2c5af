"""Reads the data folder: one document for every record file, and what is wrong with the files."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

from atlas.files import atomic_write, record_files, strict_yaml
from atlas.files.document import Document
from atlas.files.fault import Fault
from atlas.files.ids import FOLDERS, cut_id, make_printable, slugify, wrong_with_id
from atlas.files.kept_files import KeptFiles
from atlas.files.parsed_texts import ParsedTexts
from atlas.files.record_files import RecordFile
from atlas.i18n.messages import listing, msg, msg_plural
from atlas.i18n.problem import Problem
from atlas.model.scalars import LONGEST_ID, SLOT_TOKEN

MAX_BYTES = 256_000

_NO_FOLDER = (
    msg("there is no such folder."),
    msg(
        "Name the folder that holds {folders} and {last}.",
        folders=listing(FOLDERS[:-1]),
        last=FOLDERS[-1],
    ),
)


def read(data: Path, kept: KeptFiles | None = None) -> tuple[list[Document], list[Problem]]:
    """Read every record file under `data`, in the order of folders and file names; those not that
    are `kept`.

    A file whose name can be no id gives a document that is misnamed, so that what it holds is
    judged too; one that cannot be read gives a document without a value, so that its id is known.
    """
    documents: list[Document] = []
    problems: list[Problem] = []
    kept = kept or KeptFiles()
    if not data.is_dir():
        return [], [Problem(make_printable(data.name or str(data)), 1, 1, *_NO_FOLDER)]
    with atomic_write.unchanging(data):
        files = [*record_files.find(data, kept)]
        taken = record_files.map_ids(files)
        kept.texts.fill({file.name: partial(_read_text, file.path) for file in files})
        for file in files:
            document, faults = _read_file(file, taken, kept)
            problems.extend(faults)
            if document is not None:
                documents.append(document)
    return documents, problems


def _read_file(
    file: RecordFile, taken: dict[tuple[str, str], str], kept: KeptFiles
) -> tuple[Document | None, list[Problem]]:
    """The document of a file; none if it lies where no record can."""
    wrong = file.wrong
    if not wrong and (holder := taken.setdefault(file.key, file.name)) != file.name:
        message = msg('id "{id}" is taken by {file}.', id=file.stem, file=holder)
        wrong = message, msg("Give this file another name.")
    if not wrong:
        return _read_document(file.name, file.folder, file.path, kept)
    problem = Problem(file.name, 1, 1, *wrong)
    is_yaml = file.path.lower().endswith((".yml", ".yaml"))
    if file.folder not in FOLDERS or not is_yaml or not record_files.is_file(file.path):
        return None, [problem]
    document, faults = _read_document(file.name, file.folder, file.path, kept)
    id_ = _make_stand_in(file.folder, file.stem, taken)
    taken[file.folder, id_] = file.name
    return replace(document, id=id_, misnamed=True), [problem, *faults]


def _make_stand_in(folder: str, name: str, taken: Mapping[tuple[str, str], str]) -> str:
    """An id for a misnamed file: the one that it is told to take, if no other file has that."""
    base = slugify(name).replace(SLOT_TOKEN, "").strip("-")
    number, id_ = 1, base
    while wrong_with_id(id_) or (folder, id_) in taken:
        number += 1
        id_ = f"{cut_id(base or folder, LONGEST_ID - 5)}-{number}"
    return id_


def read_some(
    data: Path, files: Iterable[Path], known: Mapping[tuple[str, str], str] | None = None
) -> tuple[list[Document], list[Problem]]:
    """The same for some files of `data`; what is no file of it is a problem of its own.

    That a file has the id of another is said if all ids are `known`.
    """
    taken, kept = dict(known or {}), KeptFiles()
    documents: dict[Path, Document] = {}
    problems: list[Problem] = []
    for file in files:
        path = file.parent.resolve() / file.name
        wrong = record_files.wrong_with_place(data, path)
        if wrong:
            problems.append(Problem(make_printable(file.as_posix()), 1, 1, *wrong))
        elif path not in documents:
            parts = path.relative_to(data).parts
            name = make_printable("/".join((data.name, *parts)))
            named = RecordFile(parts[0], name, os.fspath(path))
            document, faults = _read_file(named, taken, kept)
            problems.extend(faults)
            if document is not None:
                documents[path] = document
    return list(documents.values()), problems


def read_ledgers(data: Path, kept: KeptFiles | None = None) -> tuple[list[Document], list[Problem]]:
    """Read the lists that stand beside the records of `data`, as far as they are there; those not
    that are `kept`.

    Each is a document of no folder, with the name of the list as its id.
    """
    documents: list[Document] = []
    problems: list[Problem] = []
    kept = kept or KeptFiles()
    for name in record_files.LEDGERS:
        path = data / f"{name}.yml"
        if not os.path.lexists(path):
            continue
        file = make_printable(f"{data.name}/{path.name}")
        document, faults = _read_document(file, "", os.fspath(path), kept)
        documents.append(document)
        problems.extend(faults)
    return documents, problems


def _read_document(
    name: str, folder: str, path: str, kept: KeptFiles
) -> tuple[Document, list[Problem]]:
    return kept.get(path, lambda: _read_anew(name, folder, path, kept.texts))


def _read_anew(
    name: str, folder: str, path: str, texts: ParsedTexts
) -> tuple[Document, list[Problem]]:
    id_ = Path(path).stem
    if not record_files.is_file(path):
        return Document(name, folder, id_, None, False), [
            Problem(name, 1, 1, *record_files.NO_FILE)
        ]
    try:
        text = _read_text(path)
    except Fault as fault:
        return Document(name, folder, id_, None, False), [_problem(name, fault)]
    parsed = texts.parse(name, text)
    document = Document(name, folder, id_, parsed.value, not parsed.faults, text)
    return document, [_problem(name, fault) for fault in parsed.faults]


def _problem(file: str, fault: Fault) -> Problem:
    return Problem(file, fault.line, fault.column, fault.message, fault.hint)


def _read_text(path: str) -> str:
    """The text of the file at `path`; a byte order mark at its beginning is passed over.

    Raises Fault if the file is too large, cannot be opened or is not UTF-8.
    """
    split = msg("Shorten the record, or split it.")
    try:
        with Path(path).open("rb", buffering=0) as file:
            content = file.read(MAX_BYTES + 1)
    except OSError as error:
        hint = msg("Mend its permissions.")
        raise Fault(1, 1, msg("the file cannot be opened."), hint) from error
    if len(content) > MAX_BYTES:
        message = msg("the file is larger than {size}.", size=f"{MAX_BYTES // 1000} kB")
        raise Fault(1, 1, message, split)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        column = error.start - content.rfind(b"\n", 0, error.start)
        message = msg("the file is not written in {encoding}.", encoding="UTF-8")
        hint = msg("Save it as {encoding}.", encoding="UTF-8")
        raise Fault(line, column, message, hint) from error
    if len(text) > strict_yaml.MAX_CHARACTERS:
        message = msg_plural(
            "the file has more than {number} character.",
            "the file has more than {number} characters.",
            strict_yaml.MAX_CHARACTERS,
        )
        raise Fault(1, 1, message, split)
    return text
