"""The folder that a site is built into: which one is meant, and whether a build may replace it."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from atlas.i18n.messages import Message, listing, msg

SIGN = "assets/stylesheets/atlas.css"
"""What every site of the atlas holds, and hardly any other folder."""

_REPOSITORY = ".git"
_MOST_NAMES = 3

Identity = tuple[int, int, int]
"""Of a folder: its disk, its number there, and when the names in it last changed."""


class SiteFolderError(Exception):
    """A site cannot be built there; `reason` says why, and what to do."""

    def __init__(self, reason: Message) -> None:
        super().__init__(str(reason))
        self.reason = reason


def allow_reading() -> None:
    """Let everybody read what is written from now on, as a web server has to; who may write it is
    left as it is."""
    os.umask(os.umask(0) & 0o022)


def find(named: Path) -> Path:
    """The folder to build: `named`, or what it is a link to. Raises SiteFolderError if it is a
    link that leads nowhere."""
    if not named.is_symlink():
        return named
    try:
        return Path(os.path.realpath(named, strict=True))
    except OSError as error:
        target = Path(os.path.realpath(named))
        if error.errno == errno.ENOENT and target.parent.is_dir():
            return target
    raise SiteFolderError(
        msg("{name} is a link that leads nowhere. Delete it, or mend it.", name=str(named))
    )


def require_replaceable(folder: Path, last_built: Identity | None = None) -> None:
    """Raise SiteFolderError unless a new site may take the place of all that is in `folder`.

    A build made it, and it is not a repository; or it is empty, or is not there. `last_built` is
    the identity of the folder that the last build left.
    """
    if not os.path.lexists(folder):
        return
    if not folder.is_dir():
        raise SiteFolderError(
            msg(
                "{name} is a file; the site is to be built there. Move it, or delete it.",
                name=str(folder),
            )
        )
    names = sorted(inner.name for inner in folder.iterdir())
    if not names or identify(folder) == last_built:
        return
    if _REPOSITORY in names or not (folder / SIGN).is_file():
        raise SiteFolderError(
            msg(
                "{name} holds what no build of the site made: {files}. "
                "Move it, or delete it; then build again.",
                name=f"{folder}/",
                files=listing(names[:_MOST_NAMES]),
            )
        )


def require_movable(folder: Path) -> None:
    """Raise SiteFolderError if `folder` cannot change places with another."""
    if folder.is_mount():
        raise SiteFolderError(
            msg(
                "{name} is a disk of its own, and cannot change places with a new site. "
                "Make {name} a link to a folder on it.",
                name=str(folder),
            )
        )


def identify(folder: Path) -> Identity:
    """What tells a folder from one that was put in its place, or was added to."""
    found = folder.stat()
    return found.st_dev, found.st_ino, found.st_mtime_ns
