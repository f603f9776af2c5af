"""Reads the data folder: one document for every record file, and what is wrong with the files."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path

from atlas.files import atomic_write, strict_yaml
from atlas.files.document import Document
from atlas.files.fault import Fault
from atlas.files.ids import FOLDERS, cut_id, make_printable, slugify, wrong_with_id
from atlas.files.kept_files import KeptFiles
from atlas.files.parsed_texts import ParsedTexts
from atlas.i18n.messages import Message, listing, msg, msg_plural
from atlas.i18n.problem import Problem
from atlas.model import ledgers
from atlas.model.scalars import LONGEST_ID, SLOT_TOKEN

MAX_BYTES = 256_000

ALLOCATIONS = 100_000
"""For `gc.set_threshold`, in programs that read many records (Python's own is 700).

Records stay; going through them again and again in search of garbage takes as long as checking
them.
"""

LEDGERS = tuple(kind.name for kind in ledgers.KINDS)
"""The names, without `.yml`, of the lists that lie beside those folders."""

_NO_FILE = (
    msg("this is a link or a device, not a file."),
    msg("Put the record's own file here."),
)
_NO_FOLDER = (
    msg("there is no such folder."),
    msg(
        "Name the folder that holds {folders} and {last}.",
        folders=listing(FOLDERS[:-1]),
        last=FOLDERS[-1],
    ),
)
REGISTERS = "registers"
"""The folder beside those, in which each register has its own."""

_LEDGER_FILES = frozenset(f"{name}.yml" for name in LEDGERS)


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
        files = [*_find_files(data, kept)]
        taken = _map_ids(files)
        kept.texts.fill({file.name: partial(_read_text, file.path) for file in files})
        for file in files:
            document, faults = _read_file(file, taken, kept)
            problems.extend(faults)
            if document is not None:
                documents.append(document)
    return documents, problems


def _read_file(
    file: _File, taken: dict[tuple[str, str], str], kept: KeptFiles
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
    if file.folder not in FOLDERS or not is_yaml or not _is_file(file.path):
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
        wrong = _wrong_with_place(data, path)
        if wrong:
            problems.append(Problem(make_printable(file.as_posix()), 1, 1, *wrong))
        elif path not in documents:
            parts = path.relative_to(data).parts
            name = make_printable("/".join((data.name, *parts)))
            named = _File(parts[0], name, os.fspath(path))
            document, faults = _read_file(named, taken, kept)
            problems.extend(faults)
            if document is not None:
                documents[path] = document
    return list(documents.values()), problems


def list_ids(data: Path) -> dict[tuple[str, str], str]:
    """For every folder and id its file (`data/places/genk.yml`), to go by the files' names."""
    return _map_ids(_find_files(data, KeptFiles()))


def _map_ids(files: Iterable[_File]) -> dict[tuple[str, str], str]:
    """For every folder and id the first of the files that are named by it."""
    found: dict[tuple[str, str], str] = {}
    for file in files:
        if not file.wrong:
            found.setdefault(file.key, file.name)
    return found


def _wrong_with_place(data: Path, path: Path) -> tuple[Message, Message] | None:
    """Message and hint if `path` is no file below `data`."""
    if path.is_dir() and not path.is_symlink():
        return msg("this is a folder."), msg("Name files, or nothing at all to check all of them.")
    if not os.path.lexists(path):
        return msg("there is no such file."), msg("Check how its name and its folder are spelled.")
    if not path.is_relative_to(data):
        hint = msg(
            "Name a file below {folder}, or another folder by {option}.",
            folder=f"{data.name}/",
            option="--data",
        )
        return msg("the file lies outside the folder of the records."), hint
    return None


def read_ledgers(data: Path, kept: KeptFiles | None = None) -> tuple[list[Document], list[Problem]]:
    """Read the lists that stand beside the records of `data`, as far as they are there; those not
    that are `kept`.

    Each is a document of no folder, with the name of the list as its id.
    """
    documents: list[Document] = []
    problems: list[Problem] = []
    kept = kept or KeptFiles()
    for name in LEDGERS:
        path = data / f"{name}.yml"
        if not os.path.lexists(path):
            continue
        file = make_printable(f"{data.name}/{path.name}")
        document, faults = _read_document(file, "", os.fspath(path), kept)
        documents.append(document)
        problems.extend(faults)
    return documents, problems


class _File:
    """A file in a `folder` of records that is or might be meant as one.

    `name` is how it is called (`data/places/genk.yml`), `path` where it lies; `wrong` are message
    and hint if it cannot be a record, whatever it holds.
    """

    __slots__ = ("folder", "key", "name", "path", "stem", "wrong")

    def __init__(self, folder: str, name: str, path: str) -> None:
        last = path.rpartition(os.sep)[2]
        self.folder, self.name, self.path = folder, name, path
        self.stem = last[:-4] if last.endswith(".yml") else Path(last).stem
        self.key = folder, self.stem
        self.wrong = _wrong_with_name(folder, last, self.stem, path)


def _find_files(data: Path, kept: KeptFiles) -> Iterator[_File]:
    """Every file under `data` that is or might be meant as a record, in sorted order. In a folder
    that is `kept`, no file has come, gone, or got another name."""
    waiting = [data]
    while waiting:
        folder = waiting.pop()
        files, inner = kept.get(os.fspath(folder), partial(_look_into, data, folder))
        yield from files
        waiting.extend(folder / name for name in reversed(inner))


def _look_into(data: Path, folder: Path) -> tuple[list[_File], list[str]]:
    """Such files that lie in a folder, and the names of the folders there.

    A link to a folder counts as a file, so that it is named.
    """
    with suppress(OSError), os.scandir(folder) as entries:
        found = sorted((entry.name, entry.is_dir(follow_symlinks=False)) for entry in entries)
        inner = [name for name, is_folder in found if is_folder and not name.startswith(".")]
        names = [name for name, is_folder in found if not is_folder and not name.startswith(".")]
        return [*_pick(data, folder, names)], inner
    return [], []


def _pick(data: Path, folder: Path, names: Iterable[str]) -> Iterator[_File]:
    parts = folder.relative_to(data).parts
    section = parts[0] if parts else ""
    if section == REGISTERS:
        return
    around = "/".join((data.name, *parts))
    for name in names:
        if not section and name in _LEDGER_FILES:
            continue
        is_yaml = name.lower().endswith((".yml", ".yaml"))
        if section in FOLDERS or name in FOLDERS or is_yaml:
            yield _File(section, make_printable(f"{around}/{name}"), f"{folder}{os.sep}{name}")


def _wrong_with_name(
    folder: str, name: str, stem: str, path: str
) -> tuple[Message, Message] | None:
    """Message and hint if the file `name` at `path` cannot be a record, whatever it holds."""
    if folder == REGISTERS:
        hint = msg("Name records: they lie in {folders}.", folders=listing(FOLDERS))
        return msg("the file is a register's, and no record."), hint
    if folder not in FOLDERS and name not in FOLDERS:
        hint = msg("Move it to one of: {folders}.", folders=listing(FOLDERS))
        return msg("the file lies in no folder of records."), hint
    if name == ".yml" or not name.endswith(".yml"):
        if not _is_file(path):
            return _NO_FILE
        hint = msg("A record's file name ends in {ending}.", ending=".yml")
        return msg('"{name}" is not a record.', name=make_printable(name)), hint
    return wrong_with_id(stem, ".yml")


def _is_file(path: str) -> bool:
    return stat.S_ISREG(os.lstat(path).st_mode)


def _read_document(
    name: str, folder: str, path: str, kept: KeptFiles
) -> tuple[Document, list[Problem]]:
    return kept.get(path, lambda: _read_anew(name, folder, path, kept.texts))


def _read_anew(
    name: str, folder: str, path: str, texts: ParsedTexts
) -> tuple[Document, list[Problem]]:
    id_ = Path(path).stem
    if not _is_file(path):
        return Document(name, folder, id_, None, False), [Problem(name, 1, 1, *_NO_FILE)]
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
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - a Path would double its cost
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
