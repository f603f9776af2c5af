"""What is noted on disk while several files are changed, so that a kill leaves all of it or none.

In the folder `.unfinished` beside the files lie a plan and, for each file, a spare: the new content
until it is in place, the old one from then on. Without its plan the folder is worth nothing; as the
plan goes, all is done. Git passes the folder over.
"""

from __future__ import annotations

import errno
import json
import os
import re
import stat
from collections.abc import Sequence
from dataclasses import astuple, dataclass
from pathlib import Path

from atlas.files import replacement

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
                replacement.make_alike(path, spare)
        step = Step(
            str(path.relative_to(self._folder)),
            replacement.digest_of(before),
            replacement.digest_of(after),
        )
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
            replacement.make_durable(path)
        fresh.replace(self._own / _PLAN)
        for folder in (self._own, self._folder):
            replacement.make_durable(folder)

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
                replacement.make_durable(folder)
        (self._own / _PLAN).unlink(missing_ok=True)
        replacement.make_durable(self._own)
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
            is_done, found = self._is_done(at), replacement.digest(self._folder / step.file)
            if is_done and step.after is not None:
                new |= found != step.after
            else:
                old |= found != (step.after if is_done else step.before)
        return new and not old

    def _is_done(self, at: int) -> bool:
        """Whether the file was changed, by what its spare is now."""
        step, spare = self.steps[at], self._spare(at)
        replacement.settle(spare)
        if step.before is None:
            return not spare.exists()
        if step.after is None:
            return spare.exists()
        return replacement.digest(spare) != step.after

    def _move(self, step: Step, at: int) -> bool:
        """Give the file what it is to hold; False if it holds not what it should."""
        return replacement.move(self._folder / step.file, self._spare(at), step.before, step.after)
