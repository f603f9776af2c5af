"""Cards drawn before, kept in a folder by what is on them, so that only new ones are drawn."""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections.abc import Callable, Mapping
from importlib import metadata, resources
from pathlib import Path
from typing import Any

from atlas.files import whole_file
from atlas.site.cards import fonts
from atlas.site.cards.canvas import is_complete

_DRAWN_WITH = ("uharfbuzz", "python-bidi", "numpy", "shapely", "pyproj", *fonts.PACKAGES)
_ROOMS = ("site/cards", "maps")
_SUFFIXES = (".py", ".css")


class CardCache:
    """Cards in `folder`. `outlines`, and the code and packages that draw, are part of every card's
    key: after a change to any of them all cards are drawn anew."""

    def __init__(self, folder: Path, outlines: Mapping[str, Any]) -> None:
        self._folder = folder
        self._renderer = _key(json.dumps(outlines, sort_keys=True), *_code(), *_versions())

    def get(self, content: str, draw: Callable[[], bytes]) -> bytes:
        """The card of which `content` says all that is on it: the kept one, or else `draw`n and
        kept. A file that is not whole is drawn again; a folder that cannot be written is none."""
        path = self._folder / f"{_key(self._renderer, content)}.png"
        with contextlib.suppress(OSError):
            png = path.read_bytes()
            if is_complete(png):
                return png
        png = draw()
        with contextlib.suppress(OSError):
            whole_file.write(path, png)
        return png


def _code() -> list[str]:
    rooms = [resources.files("atlas") / room for room in _ROOMS]
    files = (file for room in rooms for file in room.iterdir() if file.name.endswith(_SUFFIXES))
    return [file.read_text("utf-8") for file in sorted(files, key=lambda file: file.name)]


def _versions() -> list[str]:
    return [f"{package} {metadata.version(package)}" for package in _DRAWN_WITH]


def _key(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()
