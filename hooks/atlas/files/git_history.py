"""When each record was last changed and by whom, and which there were: from git's history.

A commit that changed how records are written and nothing of what they say, such as one of `atlas
fmt` alone, is left out where the file `.git-blame-ignore-revs` at the repository's root names it:
a line for each commit, its whole hash, and remarks behind `#`. Git and GitHub know the file too
(git-blame(1), `blame.ignoreRevsFile`).
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

IGNORED = ".git-blame-ignore-revs"
"""The file that names the commits which are no change of a record."""

_SETTINGS = ("core.quotePath=off", "log.showRoot=true", "log.showSignature=false")
"""What some have set otherwise, and what is read here must not change with it."""

_COMMIT, _PART = "\x1e", "\x1f"


@dataclass(frozen=True, slots=True)
class Change:
    """The last change of a file, and everyone who changed it, by name, the first of them first."""

    when: datetime
    contributors: tuple[str, ...]


def read(data: Path) -> dict[str, Change]:
    """The history of each file below `data`, by its name as problems give it ("data/places/x.yml").

    A file that git does not know is not in it; without git or a repository nothing is. Commits that
    IGNORED names count only for a file that has no others.
    """
    form = f"--format={_COMMIT}%H{_PART}%aI{_PART}%aN"
    log = _git(data, "log", "--no-renames", "--relative", "--name-only", form, "--", ".")
    commits = log.split(_COMMIT)[1:]
    ignored = _ignored(data) if commits else frozenset()
    kept = [commit for commit in commits if commit.partition(_PART)[0] not in ignored]
    left_out = [commit for commit in commits if commit.partition(_PART)[0] in ignored]
    return _changes(left_out, data.name) | _changes(kept, data.name)


def _ignored(data: Path) -> frozenset[str]:
    """The hashes of the commits that the repository around `data` says to leave out."""
    root = _git(data, "rev-parse", "--show-toplevel").removesuffix("\n")
    try:
        lines = (Path(root) / IGNORED).read_text("utf-8-sig", "replace").splitlines()
    except OSError:
        return frozenset()
    return frozenset(line.partition("#")[0].strip().lower() for line in lines)


def list_committed(data: Path) -> list[str]:
    """The files below `data` in the last commit ("data/places/x.yml"); none without git."""
    names = _git(data, "ls-tree", "-r", "-z", "--name-only", "HEAD", "--", ".")
    return [f"{data.name}/{name}" for name in names.split("\0") if name]


def _git(folder: Path, *arguments: str) -> str:
    """What git says in `folder`; nothing where there is no git, no repository or no commit."""
    settings = [word for setting in _SETTINGS for word in ("-c", setting)]
    command = ["git", *settings, *arguments]
    try:
        done = subprocess.run(command, cwd=folder, capture_output=True, check=True)  # noqa: S603 - fixed
    except (OSError, subprocess.CalledProcessError):
        return ""
    return done.stdout.decode("utf-8", "replace")


def _changes(commits: Iterable[str], folder: str) -> dict[str, Change]:
    """Read commits of git's log, the newest first: hash, date and author, then a file a line."""
    last: dict[str, datetime] = {}
    authors: dict[str, dict[str, None]] = {}
    for commit in commits:
        head, _, files = commit.partition("\n")
        _, date, author = head.split(_PART, 2)
        for file in filter(None, files.splitlines()):
            name = f"{folder}/{file}"
            last.setdefault(name, datetime.fromisoformat(date))
            known = authors.setdefault(name, {})
            known.pop(author, None)  # an older commit of theirs: they were there before
            known[author] = None
    return {name: Change(when, tuple(reversed(authors[name]))) for name, when in last.items()}
