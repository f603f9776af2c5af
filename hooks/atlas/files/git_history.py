"""When each record was last changed, by whom, and which there were: from git's history.

What a commit says of itself is a stranger's text: nothing of it is read but its dates and the name
of its author, which `.mailmap` at the repository's root may put right (gitmailmap(5)). That name is
shown only where the site's settings say how; no mail address is read. A date counts only within
bounds: not before there was git, and not after the commit that is built was committed; of the
author's date and the committer's, the first that does. Should the date of the commit that is built
be none itself, or a day and more ahead of this computer's clock, the clock is the bound instead: a
build depends on the day for a commit that lies, and for no other.

A commit that changed how records are written and nothing of what they say, such as one of `atlas
fmt` alone, is left out where the file `.git-blame-ignore-revs` at the repository's root names it:
a line for each commit, its whole hash, and remarks behind `#`. Git and GitHub know the file too
(git-blame(1), `blame.ignoreRevsFile`). So is a merge, which brings changes together; both count for
a record that has no other commit.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from atlas.files import git, git_revisions, git_touched
from atlas.files.document import Document
from atlas.files.git_revisions import Revision, Touch
from atlas.i18n.messages import NOTHING, Message, msg
from atlas.i18n.problem import Problem
from atlas.model import MODELS

IGNORED = ".git-blame-ignore-revs"
"""The file that names the commits which are no change of a record."""

EARLIEST = int(datetime(2005, 4, 7, tzinfo=UTC).timestamp())
"""Seconds since 1970. On that day git's own history begins, and nothing was committed before."""

DAY = 24 * 60 * 60
"""Seconds by which two clocks may differ."""

_FORM = "%P%n%ct%n%at%n%aN"
_LINES = 1 + len(_FORM.split("%n"))
"""Of a commit: its name, its parents, both dates and its author, whose name has no end of line."""

_PLAIN = "--encoding=UTF-8"
"""Whatever encoding a person would have git answer in."""

REVISED = frozenset(MODELS)
"""The folders of the records whose pages say how they were changed."""

NO_REPOSITORY = msg(
    "The records are in no repository of git: pages do not say when they were changed."
)
"""What is said of records without a history; it is no fault of theirs."""


@dataclass(frozen=True, slots=True)
class History:
    """When each record was last changed, in UTC, by "places/genk", and the `authors` of its changes
    by the names that git has of them, the first one first. The `revisions` say which fields were
    changed, the last ones first; there are none of a folder that nobody asked for.

    One that was never committed is not among them, nor one none of whose dates is within bounds.
    There are none at all where git gives nothing or a part of them, as the `problems` then say,
    which are warnings.
    """

    changes: dict[str, datetime]
    problems: tuple[Problem, ...] = ()
    in_repository: bool = True
    authors: dict[str, tuple[str, ...]] = field(default_factory=dict)
    revisions: dict[str, tuple[Revision, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Commit:
    """A commit as git tells it; dates in seconds since 1970, None where there is no such date."""

    name: bytes
    is_merge: bool
    committed: int | None
    authored: int | None
    author: str


def read(
    data: Path,
    documents: Iterable[Document],
    now: float | None = None,
    revised: Set[str] = frozenset(),
) -> History:
    """The history of the records `documents` in `data`, each under whatever ids it had.

    `now` is what the clock says, in seconds since 1970; `revised` are the folders of records whose
    revisions are asked for.
    """
    if git.find_root(data) is None:
        return History({}, in_repository=False)
    try:
        if not git.run(data, "rev-list", "--max-count=1", "--all"):
            return History({})
        if git.run(data, "rev-parse", "--is-shallow-repository").strip() == b"true":
            return History({}, (_warn(data, *_PARTIAL),))
        head = git.run(data, "rev-list", "--max-count=1", _PLAIN, "--format=%ct", "HEAD")
        built = _read_seconds(head.split(b"\n")[1])
        commits = _read_commits(data)
        by_record = git_touched.read(data, [one.name for one in commits])
        ignored = _read_ignored(data)
    except git.GitError as error:
        return History({}, (explain(data, error),))
    clock = int(time.time() if now is None else now) + DAY
    latest = built if built is not None and EARLIEST <= built <= clock else clock
    changes, authors, touched = {}, {}, {}
    for document in documents:
        ids = dict.fromkeys((document.id, *document.previous_ids))
        files = [by_record[key] for id_ in ids if (key := (document.folder, id_)) in by_record]
        numbers = sorted({number for file in files for number in file})
        real = _choose_changes([commits[number] for number in numbers], ignored)
        when = _find_last(real, latest)
        if when is not None:
            record = f"{document.folder}/{document.id}"
            changes[record] = datetime.fromtimestamp(when, UTC)
            authors[record] = tuple(dict.fromkeys(one.author for one in reversed(real)))
            if document.folder in revised:
                touched[record] = _find_touches(real, numbers, commits, files, latest)
    is_ahead = built is not None and built > clock
    problems = (_warn(data, *_FUTURE),) if is_ahead else ()
    try:
        revisions = git_revisions.read(data, touched)
    except git.GitError as error:
        return History(changes, (*problems, explain(data, error)), authors=authors)
    return History(changes, problems, authors=authors, revisions=revisions)


def list_committed(data: Path, commit: str = "HEAD") -> list[str]:
    """The files below `data` in a commit ("data/places/x.yml"); none without a repository.

    Raises git.GitError where git does not tell.
    """
    if git.find_root(data) is None or not git.run(data, "rev-list", "--max-count=1", "--all"):
        return []
    found = git.run(data, "rev-parse", "--verify", "--end-of-options", f"{commit}^{{commit}}")
    names = git.run(data, "ls-tree", "-r", "-z", "--name-only", found.decode().strip(), "--", ".")
    return [f"{data.name}/{name}" for name in names.decode("utf-8", "replace").split("\0") if name]


def is_committed(data: Path, file: str, text: str) -> bool:
    """Whether the last commit has just this text of a file ("data/places/x.yml"), so that git can
    bring it back; False where git does not tell."""
    try:
        return git.run(data.parent, "cat-file", "blob", f"HEAD:./{file}") == text.encode()
    except git.GitError:
        return False


_WITHOUT = msg("pages do not say when records were changed")
_PARTIAL = (
    msg("git has only a part of the history here: {effect}.", effect=_WITHOUT),
    msg("Fetch the rest by: {command}", command="git fetch --unshallow"),
)
_FUTURE = (
    msg("the last commit is dated in the future; dates after today are not shown."),
    msg("Set the clock of this computer, if it is that which is wrong."),
)


def explain(data: Path, error: git.GitError) -> Problem:
    """What it means for the records in `data` that git gives no answer."""
    message = msg(
        "git tells nothing of the history here ({reason}): {effect}, and none is missed that "
        "vanished.",
        reason=error.reason,
        effect=_WITHOUT,
    )
    return _warn(data, message, error.hint)


def _warn(data: Path, message: Message, hint: Message = NOTHING) -> Problem:
    """A warning about the folder `data` as a whole."""
    return Problem(data.name, 1, 1, message, hint, "warning")


def _read_commits(data: Path) -> list[_Commit]:
    """The commits that touch `data`, each before its parents."""
    form = ("--topo-order", _PLAIN, f"--format={_FORM}")
    lines = git.run(data, "rev-list", *form, "HEAD", "--", ".").split(b"\n")[:-1]
    return [_parse(lines[at : at + _LINES]) for at in range(0, len(lines), _LINES)]


def _parse(lines: Sequence[bytes]) -> _Commit:
    name, parents, committed, authored, author = lines
    return _Commit(
        name=name.removeprefix(b"commit "),
        is_merge=b" " in parents,
        committed=_read_seconds(committed),
        authored=_read_seconds(authored),
        author=author.decode("utf-8", "replace"),
    )


def _read_seconds(digits: bytes) -> int | None:
    """Seconds since 1970, unless they are none or beyond any calendar."""
    return int(digits) if digits.isdigit() and len(digits) <= 11 else None


def _read_ignored(data: Path) -> frozenset[bytes]:
    """The hashes of the commits that the repository around `data` says to leave out."""
    root = git.find_root(data) or data
    try:
        text = (root / IGNORED).read_bytes()
    except OSError:
        return frozenset()
    lines = text.removeprefix(b"\xef\xbb\xbf").splitlines()
    return frozenset(line.partition(b"#")[0].strip().lower() for line in lines)


def _choose_changes(commits: Sequence[_Commit], ignored: frozenset[bytes]) -> Sequence[_Commit]:
    """Of a record's commits those that count, in the same order."""
    return [one for one in commits if not one.is_merge and one.name not in ignored] or commits


def _find_touches(
    real: Iterable[_Commit],
    numbers: Iterable[int],
    commits: Sequence[_Commit],
    files: Sequence[git_touched.Blobs],
    latest: int,
) -> list[Touch]:
    """How the `real` commits of a record changed its file, or its `files` where it was moved."""
    names = {one.name for one in real if not one.is_merge}
    found = []
    for number in numbers:
        when = _find_date(commits[number], latest)
        if commits[number].name not in names or when is None:
            continue
        blobs = [file[number] for file in files if number in file]
        before = next((old for old, _ in blobs if old), "")
        after = next((new for _, new in blobs if new), "")
        found.append(Touch(datetime.fromtimestamp(when, UTC).date(), before, after))
    return found


def _find_last(commits: Iterable[_Commit], latest: int) -> int | None:
    """The latest date of a record's commits, in seconds since 1970."""
    dates = (_find_date(one, latest) for one in commits)
    return max((date for date in dates if date is not None), default=None)


def _find_date(commit: _Commit, latest: int) -> int | None:
    dates = (commit.authored, commit.committed)
    return next((date for date in dates if date is not None and EARLIEST <= date <= latest), None)
