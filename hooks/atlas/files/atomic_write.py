"""Files change all together or not at all, and only if they still are what was read."""

from __future__ import annotations

import contextlib
import errno
import fcntl
import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from atlas.files import disk_errors
from atlas.files.ids import make_printable
from atlas.files.journal import FOLDER, End, ForeignJournalError, Journal
from atlas.i18n.messages import Message, Phrase, listing, msg

_AS_BEFORE = msg("{file} cannot be written: {reason}. All files are as they were.")
_HALF_DONE = msg(
    "{file} cannot be written: {reason}. What was begun is undone by the command that runs next."
)


@dataclass(frozen=True, slots=True)
class Change:
    """What a file is to hold, and what it held when it was read; None is no file."""

    path: Path
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Interrupted:
    """A command that was killed, and what became of what it had begun."""

    command: str
    end: End

    def describe(self) -> Iterator[Message]:
        """What people are told, line by line."""
        command = make_printable(self.command)
        if self.end.is_done:
            yield msg(
                "interrupted: {command}. What it had written has been worked on since, so it is "
                "now finished.",
                command=command,
            )
        else:
            yield msg(
                "interrupted: {command}. All is as it was before; run it again.", command=command
            )
        for path in self.end.left:
            yield msg(
                "{file} was saved by somebody in the meantime, and is left as it is.",
                file=make_printable(str(path)),
            )


class WriteError(Exception):
    """Files cannot be written; the one argument is a sentence that says which, why and what is."""


def save(folder: Path, changes: Iterable[Change], command: str) -> None:
    """Make all `changes` of files below `folder`, or none, for the `command` that people typed.

    Whatever interrupts it leaves every file as it was: Ctrl-C at once, a kill or a power cut when
    `settle_interrupted` is called next. Raises WriteError, also where a file is no longer what was
    read.
    """
    _save(folder, changes, command, together=True)


def save_each(folder: Path, changes: Iterable[Change], command: str) -> list[Path]:
    """The same, but a file that is no longer what was read is left alone, and given."""
    return _save(folder, changes, command, together=False)


def settle_interrupted(folder: Path) -> Interrupted | None:
    """Undo what a command that was killed has done in part, if one was: or do the rest of it, where
    somebody saved one of its files since.

    Waits for one that is running. Raises WriteError.
    """
    if not (folder / FOLDER).is_dir():
        return None
    with _explained(folder), _locked(folder):
        return _settle(folder)


@contextlib.contextmanager
def unchanging(folder: Path) -> Iterator[None]:
    """Let no command change files below `folder` meanwhile; one that is doing so comes first."""
    with _locked(folder, fcntl.LOCK_SH) if os.access(folder, os.R_OK) else contextlib.nullcontext():
        yield


def _settle(folder: Path) -> Interrupted | None:
    try:
        journal = Journal.find(folder)
    except ForeignJournalError:
        hint = msg(
            "{folder} tells of an interrupted command, but not of one that ran here. Look at it, "
            "and delete it.",
            folder=make_printable(str(folder / FOLDER)),
        )
        raise WriteError(hint) from None
    return Interrupted(journal.command, journal.settle()) if journal else None


def _save(folder: Path, changes: Iterable[Change], command: str, together: bool) -> list[Path]:
    with _explained(folder), _locked(folder):
        _settle(folder)
        journal, left = Journal(folder, command), []
        journal.begin()
        try:
            for change in changes:
                content = _read_unchanged(change)
                if content is None and change.before is not None:
                    left.append(change.path)
                    continue
                after = None if change.after is None else change.after.encode()
                change.path.parent.mkdir(parents=True, exist_ok=True)
                journal.add(change.path, content, after)
            if not (left and together):
                journal.write_plan()
                left += journal.apply()
            if left and together:
                raise WriteError(_name_changed(left))
        except BaseException:
            with _explained(folder, _HALF_DONE):
                journal.undo()
                journal.end()
            raise
        journal.end()
    return left


def _read_unchanged(change: Change) -> bytes | None:
    """What the file holds, byte for byte; None if that is not the text that was read.

    Raises PermissionError where nobody may write the file.
    """
    if change.before is None:
        return None
    try:
        if not stat.S_ISREG(change.path.lstat().st_mode):
            return None
        content = change.path.read_bytes()
        text = content.decode("utf-8-sig")
    except (FileNotFoundError, UnicodeDecodeError):
        return None
    if text != change.before:
        return None
    # The owner of everything may write what nobody may.
    is_closed = not change.path.stat().st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH)
    if is_closed or not os.access(change.path, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(change.path))
    return content


def _name_changed(left: list[Path]) -> Message:
    return msg(
        "{files}: saved by somebody in the meantime. Nothing was changed; run the same again.",
        files=listing(make_printable(str(path)) for path in left),
    )


@contextlib.contextmanager
def _explained(folder: Path, sentence: Phrase = _AS_BEFORE) -> Iterator[None]:
    """Say in a sentence why files cannot be written."""
    try:
        yield
    except OSError as error:
        path = Path(error.filename or folder)
        file = make_printable(str(folder if FOLDER in path.parts[:-1] else path))
        reason = disk_errors.reason(error)
        raise WriteError(sentence.with_args(file=file, reason=reason)) from error


@contextlib.contextmanager
def _locked(folder: Path, way: int = fcntl.LOCK_EX) -> Iterator[None]:
    """Let one command at a time write below `folder`; the lock of a dead one is free."""
    number = os.open(folder, os.O_RDONLY)
    try:
        with contextlib.suppress(OSError):  # not every disk has locks
            fcntl.flock(number, way)
        yield
    finally:
        os.close(number)
