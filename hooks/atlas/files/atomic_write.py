"""Files written all together or not at all."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path


def save(texts: Mapping[Path, str], new: Iterable[Path] = (), gone: Iterable[Path] = ()) -> None:
    """Write `texts`, of which `new` must not be there yet, and delete `gone`: all of it, or none.

    Whatever interrupts it, Ctrl-C included, leaves every file as it was. A file is never half
    written, as a finished one takes its place. Raises FileExistsError or another OSError.
    """
    fresh = set(new)
    before: dict[Path, bytes | None] = {}
    ready: dict[Path, Path] = {}
    try:
        for path, text in texts.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            # The reader passes over a name that begins with a point.
            ready[path] = path.with_name(f".{path.stem}.{os.getpid()}.new")
            ready[path].write_bytes(text.encode())
        for path, finished in ready.items():
            if path in fresh:
                before[path] = None
                _claim(path, before)
            else:
                before[path] = path.read_bytes()
                shutil.copymode(path, finished)
            finished.replace(path)
        for path in gone:
            before[path] = path.read_bytes()
            path.unlink()
    except BaseException:
        for path, content in before.items():
            _restore(path, content)
        raise
    finally:
        for finished in ready.values():
            finished.unlink(missing_ok=True)


def _claim(path: Path, before: dict[Path, bytes | None]) -> None:
    """Make sure that `path` is nobody else's."""
    try:
        path.open("xb").close()
    except FileExistsError:
        del before[path]
        raise


def _restore(path: Path, content: bytes | None) -> None:
    if content is None:
        path.unlink(missing_ok=True)
    else:
        path.write_bytes(content)
