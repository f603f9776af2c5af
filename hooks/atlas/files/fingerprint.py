"""What tells code, and what it runs on, from any other that may come to something else."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterable
from functools import cache
from pathlib import Path

_ATLAS = Path(__file__).parents[1]
_LEFT_OUT = frozenset({"__pycache__", "locales"})


@cache
def of_code(rooms: tuple[str, ...], packages: tuple[str, ...]) -> str:
    """SHA-256 of all that lies in these rooms, catalogues aside, and of the packages' versions."""
    from importlib import metadata  # takes as long as reading all of it; few commands ask for it

    parts = [sys.version.encode(), *(f"{one} {metadata.version(one)}".encode() for one in packages)]
    for file in _find_code(_ATLAS / room for room in rooms):
        parts += file.relative_to(_ATLAS).as_posix().encode(), file.read_bytes()
    return hashlib.sha256(repr(parts).encode()).hexdigest()


def _find_code(folders: Iterable[Path]) -> list[Path]:
    found = (path for folder in folders for path in sorted(folder.rglob("*")))
    return [path for path in found if path.is_file() and _LEFT_OUT.isdisjoint(path.parts)]
