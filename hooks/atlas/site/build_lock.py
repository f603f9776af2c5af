"""One build of a site at a time; the next one waits, and not for ever."""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from atlas.i18n.messages import Message, msg
from atlas.site.site_folder import Identity, SiteFolderError

PATIENCE = 900.0
"""Seconds after which a build is no longer waited for."""

_PAUSE = 0.1


@dataclass(frozen=True, slots=True)
class BuildLock:
    """A held lock on a site; programs that inherit `descriptor` hold it too.

    Its file says which process builds, and what the last build left.
    """

    descriptor: int

    @property
    def builder(self) -> int | None:
        """The process that builds, or was the last to."""
        found = self._read().get("builder")
        return found if isinstance(found, int) else None

    @property
    def last_built(self) -> Identity | None:
        """The folder that the last build left, if that is known."""
        match self._read().get("built"):
            case [int(disk), int(number), int(changed)]:
                return disk, number, changed
        return None

    def note(self, *, builder: int | None = None, built: Identity | None = None) -> None:
        """Write down who builds and what the last build left; on a full disk nothing."""
        text = json.dumps({"builder": builder, "built": built})
        with contextlib.suppress(OSError):
            os.ftruncate(self.descriptor, 0)
            os.pwrite(self.descriptor, text.encode(), 0)

    def _read(self) -> dict[str, object]:
        with contextlib.suppress(OSError, ValueError):
            found = json.loads(os.pread(self.descriptor, 1000, 0))
            if isinstance(found, dict):
                return found
        return {}


@contextmanager
def hold(
    folder: Path, wait: Callable[[Message], None], patience: float = PATIENCE
) -> Iterator[BuildLock]:
    """Hold the lock on the site in `folder`; `wait` is told once what is waited for.

    Raises SiteFolderError if another build does not end, OSError if there can be no lock.
    """
    path = folder.with_name(f".{folder.name}.lock")
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o666)
    try:
        lock = BuildLock(descriptor)
        _acquire(lock, f"{folder.name}/", wait, time.monotonic() + patience)
        yield lock
    finally:
        os.close(descriptor)


def _acquire(lock: BuildLock, name: str, wait: Callable[[Message], None], end: float) -> None:
    is_told = False
    while True:
        try:
            return fcntl.flock(lock.descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            process = str(lock.builder or "?")
        if time.monotonic() > end:
            raise SiteFolderError(
                msg(
                    "Another build of {name} does not end (process {process}). "
                    "End it, then build again.",
                    name=name,
                    process=process,
                )
            )
        if not is_told:
            wait(
                msg(
                    "Another build of {name} is running (process {process}); this one waits.",
                    name=name,
                    process=process,
                )
            )
            is_told = True
        time.sleep(_PAUSE)
