"""Finds the files of the data folder that are or might be meant as records, by their names."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path

from atlas.files.ids import FOLDERS, make_printable, wrong_with_id
from atlas.files.kept_files import KeptFiles
from atlas.i18n.messages import Message, listing, msg
from atlas.model import ledgers

REGISTERS = "registers"
"""The folder beside those of records, in which each register has its own."""

LEDGERS = tuple(kind.name for kind in ledgers.KINDS)
"""The names, without `.yml`, of the lists that lie beside those folders."""

_LEDGER_FILES = frozenset(f"{name}.yml" for name in LEDGERS)

NO_FILE = (
    msg("this is a link or a device, not a file."),
    msg("Put the record's own file here."),
)
"""Message and hint where a link or a device lies."""


class RecordFile:
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


def find(data: Path, kept: KeptFiles) -> Iterator[RecordFile]:
    """Every file under `data` that is or might be meant as a record, in sorted order. In a folder
    that is `kept`, no file has come, gone, or got another name."""
    waiting = [data]
    while waiting:
        folder = waiting.pop()
        files, inner = kept.get(os.fspath(folder), partial(_look_into, data, folder))
        yield from files
        waiting.extend(folder / name for name in reversed(inner))


def _look_into(data: Path, folder: Path) -> tuple[list[RecordFile], list[str]]:
    """Such files that lie in a folder, and the names of the folders there.

    A link to a folder counts as a file, so that it is named.
    """
    with suppress(OSError), os.scandir(folder) as entries:
        found = sorted((entry.name, entry.is_dir(follow_symlinks=False)) for entry in entries)
        inner = [name for name, is_folder in found if is_folder and not name.startswith(".")]
        names = [name for name, is_folder in found if not is_folder and not name.startswith(".")]
        return [*_pick(data, folder, names)], inner
    return [], []


def _pick(data: Path, folder: Path, names: Iterable[str]) -> Iterator[RecordFile]:
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
            yield RecordFile(section, make_printable(f"{around}/{name}"), f"{folder}{os.sep}{name}")


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
        if not is_file(path):
            return NO_FILE
        hint = msg("A record's file name ends in {ending}.", ending=".yml")
        return msg('"{name}" is not a record.', name=make_printable(name)), hint
    return wrong_with_id(stem, ".yml")


def is_file(path: str) -> bool:
    """Whether a file lies there, and no link or device."""
    return stat.S_ISREG(os.lstat(path).st_mode)


def list_ids(data: Path) -> dict[tuple[str, str], str]:
    """For every folder and id its file (`data/places/genk.yml`), to go by the files' names."""
    return map_ids(find(data, KeptFiles()))


def map_ids(files: Iterable[RecordFile]) -> dict[tuple[str, str], str]:
    """For every folder and id the first of the files that are named by it."""
    found: dict[tuple[str, str], str] = {}
    for file in files:
        if not file.wrong:
            found.setdefault(file.key, file.name)
    return found


def wrong_with_place(data: Path, path: Path) -> tuple[Message, Message] | None:
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
