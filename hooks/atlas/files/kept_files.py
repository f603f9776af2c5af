"""What was made of files when they were read, for those that nobody has written since."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from atlas.files.parsed_texts import ParsedTexts

_Made = TypeVar("_Made")

_YOUNG = 2_000_000_000
"""Nanoseconds in which a disk may give two states of a file the same time (FAT counts in twos)."""


@dataclass(frozen=True, slots=True)
class _Kept:
    """`state` is None for a file that was so young that it may have been written again since."""

    state: tuple[int, ...] | None
    made: Any


class KeptFiles:
    """Lives as long as a program that reads the same files again and again; `texts` are kept
    longer."""

    def __init__(self, texts: ParsedTexts | None = None) -> None:
        self.texts = texts or ParsedTexts()
        self._kept: dict[str, _Kept] = {}

    def get(self, path: str, make: Callable[[], _Made]) -> _Made:
        """What was made of the file at `path` when it was last read, or what is made of it now.

        The file must be there; of one path the same is made every time.
        """
        state = _find_state(path)
        kept = self._kept.get(path)
        if kept is None or kept.state != state:
            is_young = time.time_ns() - max(state[-2:]) < _YOUNG
            kept = self._kept[path] = _Kept(None if is_young else state, make())
        made: _Made = kept.made
        return made


def _find_state(path: str) -> tuple[int, ...]:
    found = os.lstat(path)
    return (
        found.st_mode,
        found.st_dev,
        found.st_ino,
        found.st_size,
        found.st_mtime_ns,
        found.st_ctime_ns,
    )
