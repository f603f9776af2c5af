"""When each record was last changed and by whom: one pass over git's history."""

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
    try:
        done = subprocess.run(  # noqa: S603 - a fixed command
            [  # noqa: S607 - git is where the machine has it
                "git",
                "-c",
                "core.quotepath=off",
                "log",
                "--no-renames",
                "--relative",
                "--name-only",
                f"--format={_COMMIT}%aI{_PART}%aN",
                "--",
                ".",
            ],
            cwd=data,
            capture_output=True,
            check=True,
        )
    except (OSError, subprocess.CalledProcessError):
        return {}
    return _changes(done.stdout.decode("utf-8", "replace"), data.name)


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
