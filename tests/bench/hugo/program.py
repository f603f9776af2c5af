"""Hugo itself: the one release that is measured, as its package brings it."""

from __future__ import annotations

from importlib import metadata
from pathlib import Path

_PACKAGE = metadata.distribution("hugo")

VERSION = _PACKAGE.version

PATH = next(
    Path(str(file.locate()))
    for file in _PACKAGE.files or ()
    if file.match("hugo/binaries/hugo*") and file.suffix in {"", ".exe"}
)
"""The program. Its package's own command starts Python first."""
