"""What is noted on disk while several files are changed, so that a kill leaves all of it or none.

In the folder `.unfinished` beside the files lie a plan and, for each file, a spare: the new content
until it is in place, the old one from then on. Without its plan the folder is worth nothing; as the
plan goes, all is done. Git passes the folder over.
"""

from __future__ import annotations

import contextlib
import errno
import fcntl
import hashlib
import json
import os
import re
import shutil
import stat
from collections.abc import Sequence
from dataclasses import astuple, dataclass
from pathlib import Path

from atlas.files import exchange

FOLDER = ".unfinished"
_PLAN = "plan.json"
_IGNORE = ".gitignore"
_MANY = 50
"""Of more files the disk is made sure at once: one by one, thousands take minutes."""

_OURS = re.compile(r"plan\.json(\.new)?|\d+(\.aside)?")


class ForeignJournalError(Exception):
    """The folder was not begun here: it came with a copy, or in somebody's proposal."""


@dataclass(frozen=True, slots=True)
class Step:
    """One file of a change, named below the folder: the digests of its content before and after,
    None where there is no file."""

    file: str
    before: str | None
    after: str | None

    def reverse(self) -> Step:
        """The step that undoes this one."""
        return Step(self.file, self.after, self.before)


@dataclass(frozen=True, slots=True)
class End:
    """How a change ended: all of it `is_done` or all undone, but for what is `left`, as somebody
    saved it."""

    is_done: bool
    left: list[Path]


class Journal:
    """A change of files below `folder`, by the command that people typed."""

    def __init__(self, folder: Path, command: str, steps: Sequence[Step] = ()) -> None:
        self.command = command
        self.steps = list(steps)
        self._folder = folder
        self._own = folder / FOLDER

    @classmethod
    def find(cls, folder: Path) -> Journal | None:
        """What was begun in the folder and neither done nor undone.

        Raises ForeignJournalError; whoever can write a plan could have any file taken away.
        """
        own = folder / FOLDER
        try:
            content = (own / _PLAN).read_bytes()
        except (FileNotFoundError, NotADirectoryError):
            return None
        try:
            plan = json.loads(content)
            journal = cls(folder, str(plan["command"]), [Step(*step) for step in plan["steps"]])
            is_own = plan["folder"] == own.lstat().st_ino and all(
                (folder / step.file).parent.resolve().is_relative_to(folder.resolve())
                for step in journal.steps
            )
        except (ValueError, KeyError, TypeError):
            is_own = False
        if not is_own:
            raise ForeignJournalError
        return journal

    def begin(self) -> None:
        """Make the folder, empty."""
        self.end()
        self._own.mkdir()
        (self._own / _IGNORE).write_text("*\n", "ascii")

    def add(self, path: Path, before: bytes | None, after: bytes | None) -> None:
        """Note a file, and lay its new content ready."""
        spare = self._spare(len(self.steps))
        if after is not None:
            with spare.open("xb") as file:
                file.write(after)
            if before is not None:
                _make_alike(path, spare)
        step = Step(str(path.relative_to(self._folder)), _digest(before), _digest(after))
        self.steps.append(step)

    def write_plan(self) -> None:
        """From here on what is interrupted can be undone."""
        number = self._own.lstat().st_ino
        plan = {"command": self.command, "folder": number, "steps": list(map(astuple, self.steps))}
        fresh = self._own / f"{_PLAN}.new"
        fresh.write_text(json.dumps(plan), "ascii")
        spares = [self._spare(at) for at, step in enumerate(self.steps) if step.after is not None]
        if len(spares) > _MANY:
            os.sync()
            spares.clear()
        for path in (*spares, fresh):
            _make_durable(path)
        fresh.replace(self._own / _PLAN)
        for folder in (self._own, self._folder):
            _make_durable(folder)

    def apply(self) -> list[Path]:
        """Change the files that are not changed yet; give those that are left alone, as they are
        not what they were."""
        return [
            self._folder / step.file
            for at, step in enumerate(self.steps)
            if not self._is_done(at) and not self._move(step, at)
        ]

    def undo(self) -> list[Path]:
        """Give every file what it held; give those that are left alone, as they were changed."""
        return [
            self._folder / step.file
            for at, step in reversed(list(enumerate(self.steps)))
            if self._is_done(at) and not self._move(step.reverse(), at)
        ]

    def settle(self) -> End:
        """Undo what was interrupted, or do the rest of it where somebody went on from what was done
        already."""
        if self._is_gone_on_from():
            end = End(is_done=True, left=self.apply())
        else:
            end = End(is_done=False, left=self.undo())
        self.end()
        return end

    def end(self) -> None:
        """Take the folder away: what was changed stays so."""
        if not os.path.lexists(self._own):
            return
        if not stat.S_ISDIR(self._own.lstat().st_mode):
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(self._own))
        for folder in {(self._folder / step.file).parent for step in self.steps}:
            if folder.is_dir():
                _make_durable(folder)
        (self._own / _PLAN).unlink(missing_ok=True)
        _make_durable(self._own)
        for path in self._own.iterdir():
            if _OURS.fullmatch(path.name):
                path.unlink()
        (self._own / _IGNORE).unlink(missing_ok=True)  # last, for git
        self._own.rmdir()

    def _spare(self, at: int) -> Path:
        return self._own / str(at)

    def _is_gone_on_from(self) -> bool:
        """Whether somebody changed what a step had written, and nobody what one was to change."""
        new = old = False
        for at, step in enumerate(self.steps):
            is_done, found = self._is_done(at), digest(self._folder / step.file)
            if is_done and step.after is not None:
                new |= found != step.after
            else:
                old |= found != (step.after if is_done else step.before)
        return new and not old

    def _is_done(self, at: int) -> bool:
        """Whether the file was changed, by what its spare is now."""
        step, spare = self.steps[at], self._spare(at)
        if _aside(spare).exists() and not spare.exists():
            _aside(spare).rename(spare)  # a change of places was interrupted
        if step.before is None:
            return not spare.exists()
        if step.after is None:
            return spare.exists()
        return digest(spare) != step.after

    def _move(self, step: Step, at: int) -> bool:
        """Give the file the content of its spare, or none; False if it holds not what it should."""
        path, spare = self._folder / step.file, self._spare(at)
        if step.before is None:
            return _place(spare, path)
        if digest(path) != step.before:
            return False
        if step.after is None:
            path.rename(spare)
            if _is_settled(spare, step.before):
                return True
            _place(spare, path)
            return False
        if not _change_places(spare, path):
            return False
        if _is_settled(spare, step.before):
            return True
        # Somebody saved the file in between: that is put back, as often as it takes.
        due, saved = step.after, digest(spare)
        while _change_places(spare, path):
            found = digest(spare)
            if found == due:
                return False
            due, saved = saved or "", found
        _place(spare, path)
        return False


def digest(path: Path) -> str | None:
    """That of what a file holds; None if there is none, "" for what is no file."""
    try:
        return _digest(path.read_bytes()) if stat.S_ISREG(path.lstat().st_mode) else ""
    except FileNotFoundError:
        return None


def _digest(content: bytes | None) -> str | None:
    return None if content is None else hashlib.sha256(content).hexdigest()


def _place(spare: Path, path: Path) -> bool:
    """Give a file a name that is free; False if it is not."""
    try:
        exchange.rename_new(spare, path)
    except FileExistsError:
        return False
    return True


def _change_places(spare: Path, path: Path) -> bool:
    """Exchange a file and its spare, as well as the disk can; False if the file is gone."""
    try:
        if not exchange.exchange(spare, path):
            shutil.copy2(path, _aside(spare))
            spare.replace(path)
            _aside(spare).rename(spare)
    except FileNotFoundError:
        return False
    return True


def _aside(spare: Path) -> Path:
    return spare.with_suffix(".aside")


def _is_settled(spare: Path, expected: str) -> bool:
    """Whether what has left its place holds what it should, and nobody is about to change that."""
    return not is_open(spare) and digest(spare) == expected


def is_open(path: Path) -> bool:
    """Whether a program has the file open to write into it, as far as the system tells: Linux
    gives no lease on such a file."""
    if not hasattr(fcntl, "F_SETLEASE"):
        return False
    with path.open("rb") as file:
        try:
            fcntl.fcntl(file, fcntl.F_SETLEASE, fcntl.F_RDLCK)
            fcntl.fcntl(file, fcntl.F_SETLEASE, fcntl.F_UNLCK)
        except OSError as error:
            return error.errno == errno.EAGAIN
    return False


def _make_alike(path: Path, fresh: Path) -> None:
    """Let the file be whose the other is, as far as the system lets us, and open to the same."""
    found = path.stat()
    with contextlib.suppress(OSError):
        os.chown(fresh, found.st_uid, found.st_gid)
    shutil.copystat(path, fresh)
    os.utime(fresh)


def _make_durable(path: Path) -> None:
    """Have the disk hold what a file or a folder holds."""
    number = os.open(path, os.O_RDONLY)
    try:
        os.fsync(number)
    except OSError:
        if not path.is_dir():  # not every disk has such a thing for folders
            raise
    finally:
        os.close(number)
