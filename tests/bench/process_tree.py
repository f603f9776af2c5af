"""How much memory a process and all that it began take, looked at again and again."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from pathlib import Path

EVERY = 0.05
"""Seconds between two looks, if one takes no longer than a fiftieth of that: looking takes the time
of processors that what is looked at may want."""

_SHARE = 50

_PROC = Path("/proc")
KNOWN = (_PROC / "self" / "smaps_rollup").exists()
"""Whether the system tells it: Linux does. A page that several processes share is shared out among
them (PSS), so that the sum counts it once."""


class Watch:
    """Looks at the memory of a process and its descendants, in a thread, until it is left."""

    def __init__(self, process: int) -> None:
        """Watch the process of that number."""
        self.peak = 0
        self._process = process
        self._left = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)

    def __enter__(self) -> Watch:
        """Begin to look."""
        if KNOWN:
            self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        """Look no more; `peak` is the most there was, in bytes."""
        self._left.set()
        if KNOWN:
            self._thread.join()

    def _look(self) -> None:
        pause = EVERY
        while not self._left.wait(pause):
            began = time.perf_counter()
            self.peak = max(self.peak, sum(map(_memory, descendants(self._process))))
            pause = max(EVERY, _SHARE * (time.perf_counter() - began))


def descendants(process: int) -> Iterator[int]:
    """The process, those it began, those that they began, and so on."""
    yield process
    for task in _read(_PROC / str(process) / "task"):
        for child in _text(task / "children").split():
            yield from descendants(int(child))


def _memory(process: int) -> int:
    """Bytes of a process, its share of what it shares; 0 if it is gone."""
    for line in _text(_PROC / str(process) / "smaps_rollup").splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) * 1024
    return 0


def _read(folder: Path) -> list[Path]:
    try:
        return list(folder.iterdir())
    except OSError:  # it ended meanwhile
        return []


def _text(file: Path) -> str:
    try:
        return file.read_text()
    except OSError:
        return ""
