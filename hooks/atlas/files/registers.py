"""Reads the registers of a data folder: what each says of itself, and the rows of its tables."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from atlas.files import atomic_write, record_files, register_lists, register_tables, strict_yaml
from atlas.files.document import Document
from atlas.files.fault import Fault
from atlas.files.ids import make_printable, wrong_with_id
from atlas.files.kept_files import KeptFiles
from atlas.files.register_lists import ListRow
from atlas.files.register_tables import Row
from atlas.i18n.messages import msg
from atlas.i18n.problem import Problem

ABOUT = "register.yml"
"""What a register says of itself."""

_MOST_BYTES = 20_000_000


@dataclass(frozen=True)
class RegisterFiles:
    """The folder of one register: what `about` it stands in `register.yml`, and its rows.

    `digests` has SHA-256 of each table by its name in the folder, such as `places/BE.csv`; `lists`
    the rows of each of `register_lists` by its name.
    """

    id: str
    about: Document
    places: list[Row] = field(default_factory=list)
    ties: list[Row] = field(default_factory=list)
    digests: dict[str, str] = field(default_factory=dict)
    lists: dict[str, list[ListRow]] = field(default_factory=dict)

    @property
    def rows(self) -> list[Row]:
        """Every row: those of places, then those of ties."""
        return [*self.places, *self.ties]


@dataclass(frozen=True, slots=True)
class _Table:
    """The rows of a table, what is wrong with its file, and SHA-256 of the text in it, if any."""

    rows: list[Row]
    problems: list[Problem]
    digest: str = ""


def read(data: Path, kept: KeptFiles | None = None) -> tuple[list[RegisterFiles], list[Problem]]:
    """Every register of `data`, in the order of the ids, and what is wrong with the files; tables
    are not read that are `kept`."""
    registers: list[RegisterFiles] = []
    problems: list[Problem] = []
    with _unchanging(data) as folders:
        for path in folders:
            if wrong := wrong_with_id(path.name):
                problems.append(Problem(_name(data, path), 1, 1, *wrong))
            else:
                found, faults = read_one(data, path.name, kept)
                registers.append(found)
                problems.extend(faults)
    return registers, problems


def list_ids(data: Path) -> list[tuple[str, str]]:
    """Folder and id of every row that `read` finds in the registers of `data`, as often as it is
    there; without the rest of the rows this takes a fraction of the time."""
    found: list[tuple[str, str]] = []
    with _unchanging(data) as folders:
        for path in folders:
            if wrong_with_id(path.name):
                continue
            for kind in (register_tables.PLACES, register_tables.TIES):
                for table in _list_tables(path, kind):
                    text = _read(table, "", [])
                    ids = register_tables.parse_ids(text, kind, path.name) if text else []
                    found.extend((kind, id_) for id_ in ids)
    return found


@contextmanager
def _unchanging(data: Path) -> Iterator[list[Path]]:
    """The folders of the registers of `data`, in the order of their names, while nothing of ours
    writes there."""
    folder = data / record_files.REGISTERS
    if not folder.is_dir():
        yield []
        return
    with atomic_write.unchanging(data):
        found = sorted(folder.iterdir())
        yield [one for one in found if not one.name.startswith(".") and _holds_something(one)]


def _list_tables(folder: Path, kind: str) -> list[Path]:
    """The tables of a kind in the folder of a register."""
    return sorted((folder / kind).glob("*"))


def _holds_something(path: Path) -> bool:
    """Whether a folder is a register yet; before its first import it may hold a query alone."""
    return not path.is_dir() or any(one.suffix in {".yml", ".csv"} for one in path.rglob("*"))


def read_one(
    data: Path, id_: str, kept: KeptFiles | None = None
) -> tuple[RegisterFiles, list[Problem]]:
    """The register `id_` of `data`. What is not there is as good as empty, but for its own file."""
    problems: list[Problem] = []
    kept = kept or KeptFiles()
    folder = data / record_files.REGISTERS / id_
    file = _name(data, folder / ABOUT)
    about = Document(file, record_files.REGISTERS, id_, None, False)
    text = _read(folder / ABOUT, file, problems)
    if text is not None:
        parsed = strict_yaml.parse(text)
        about = Document(file, record_files.REGISTERS, id_, parsed.value, not parsed.faults, text)
        problems.extend(_problem(file, fault) for fault in parsed.faults)
    found = RegisterFiles(id_, about)
    for kind, rows in ((register_tables.PLACES, found.places), (register_tables.TIES, found.ties)):
        for path in _list_tables(folder, kind):
            read = partial(_read_table, path, _name(data, path), kind, id_)
            table = kept.get(os.fspath(path), read) if os.path.lexists(path) else read()
            if table.digest:
                found.digests[f"{kind}/{path.name}"] = table.digest
            rows.extend(table.rows)
            problems.extend(table.problems)
    for name in register_lists.COLUMNS:
        file = _name(data, folder / name)
        text = _read(folder / name, file, problems) if (folder / name).exists() else None
        if text is not None:
            found.lists[name], faults = register_lists.parse(text, name, file)
            problems.extend(_problem(file, fault) for fault in faults)
    return found, problems


def _read_table(path: Path, file: str, kind: str, register: str) -> _Table:
    problems: list[Problem] = []
    text = _read(path, file, problems)
    if text is None:
        return _Table([], problems)
    rows, faults = register_tables.parse(text, kind, file, register)
    problems = [_problem(file, fault) for fault in faults]
    return _Table(rows, problems, hashlib.sha256(text.encode()).hexdigest())


def _name(data: Path, path: Path) -> str:
    return make_printable("/".join((data.name, *path.relative_to(data).parts)))


def _problem(file: str, fault: Fault) -> Problem:
    return Problem(file, fault.line, fault.column, fault.message, fault.hint)


def _read(path: Path, file: str, problems: list[Problem]) -> str | None:
    """The text of a file; None, with a problem, if it cannot be read or is not UTF-8."""
    try:
        if path.is_symlink() or not path.is_file():
            raise FileNotFoundError
        with path.open("rb") as opened:
            content = opened.read(_MOST_BYTES + 1)
        if len(content) <= _MOST_BYTES:
            return content.decode()
        message, hint = msg("the file is too large."), msg("Split it.")
    except UnicodeDecodeError:
        message = msg("the file is not written in {encoding}.", encoding="UTF-8")
        hint = msg("Save it as {encoding}.", encoding="UTF-8")
    except OSError:
        message, hint = msg("the file cannot be opened."), msg("Put the file back.")
    problems.append(Problem(file, 1, 1, message, hint))
    return None
