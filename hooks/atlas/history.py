"""When each record was last changed and by whom, and which there were: from git's history."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

_COMMIT, _PART = "\x1e", "\x1f"


@dataclass(frozen=True, slots=True)
class Change:
    """The last change of a file, and everyone who changed it, by name, the first of them first."""

    when: datetime
    contributors: tuple[str, ...]


def of(data: Path) -> dict[str, Change]:
    """The history of each file below `data`, by its name as problems give it ("data/places/x.yml").

    A file that git does not know is not in it; without git or a repository nothing is.
    """
    form = f"--format={_COMMIT}%aI{_PART}%aN"
    log = _git(data, "log", "--no-renames", "--relative", "--name-only", form, "--", ".")
    return _changes(log, data.name)


def committed(data: Path) -> list[str]:
    """The files below `data` in the last commit ("data/places/x.yml"); none without git."""
    names = _git(data, "ls-tree", "-r", "-z", "--name-only", "HEAD", "--", ".")
    return [f"{data.name}/{name}" for name in names.split("\0") if name]


def _git(folder: Path, *arguments: str) -> str:
    """What git says in `folder`; nothing where there is no git, no repository or no commit."""
    command = ["git", "-c", "core.quotepath=off", *arguments]
    try:
        done = subprocess.run(command, cwd=folder, capture_output=True, check=True)  # noqa: S603 - fixed
    except (OSError, subprocess.CalledProcessError):
        return ""
    return done.stdout.decode("utf-8", "replace")


def _changes(log: str, folder: str) -> dict[str, Change]:
    """Read git's log, the newest commit first."""
    last: dict[str, datetime] = {}
    authors: dict[str, dict[str, None]] = {}
    for commit in log.split(_COMMIT)[1:]:
        head, _, files = commit.partition("\n")
        date, _, author = head.partition(_PART)
        for file in filter(None, files.splitlines()):
            name = f"{folder}/{file}"
            last.setdefault(name, datetime.fromisoformat(date))
            known = authors.setdefault(name, {})
            known.pop(author, None)  # an older commit of theirs: they were there before
            known[author] = None
    return {name: Change(when, tuple(reversed(authors[name]))) for name, when in last.items()}


def latest(changes: Mapping[str, Change]) -> datetime | None:
    """The last change of all."""
    return max((change.when for change in changes.values()), default=None)
