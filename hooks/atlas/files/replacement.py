"""A file takes the content of a spare, and gives its own back where somebody saves meanwhile."""

from __future__ import annotations

import contextlib
import errno
import fcntl
import hashlib
import os
import shutil
import stat
from pathlib import Path

from atlas.files import exchange


def move(path: Path, spare: Path, before: str | None, after: str | None) -> bool:
    """Give the file at `path` the content of its spare, or none, and the spare what the file held.

    `before` and `after` are the digests of the file's content, None for no file. False, and the
    file is left as it is, if it holds not what it should before.
    """
    if before is None:
        return _place(spare, path)
    if digest(path) != before:
        return False
    if after is None:
        path.rename(spare)
        if _is_settled(spare, before):
            return True
        _place(spare, path)
        return False
    if not _change_places(spare, path):
        return False
    if _is_settled(spare, before):
        return True
    # Somebody saved the file in between: that is put back, as often as it takes.
    due, saved = after, digest(spare)
    while _change_places(spare, path):
        found = digest(spare)
        if found == due:
            return False
        due, saved = saved or "", found
    _place(spare, path)
    return False


def settle(spare: Path) -> None:
    """Finish a change of places that was interrupted where the disk cannot do it at a stroke."""
    if _aside(spare).exists() and not spare.exists():
        _aside(spare).rename(spare)


def digest(path: Path) -> str | None:
    """That of what a file holds; None if there is none, "" for what is no file."""
    try:
        return digest_of(path.read_bytes()) if stat.S_ISREG(path.lstat().st_mode) else ""
    except FileNotFoundError:
        return None


def digest_of(content: bytes | None) -> str | None:
    """That of some content; None of none."""
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


def make_alike(path: Path, fresh: Path) -> None:
    """Let the file be whose the other is, as far as the system lets us, and open to the same."""
    found = path.stat()
    with contextlib.suppress(OSError):
        os.chown(fresh, found.st_uid, found.st_gid)
    shutil.copystat(path, fresh)
    os.utime(fresh)


def make_durable(path: Path) -> None:
    """Have the disk hold what a file or a folder holds."""
    number = os.open(path, os.O_RDONLY)
    try:
        os.fsync(number)
    except OSError:
        if not path.is_dir():  # not every disk has such a thing for folders
            raise
    finally:
        os.close(number)
