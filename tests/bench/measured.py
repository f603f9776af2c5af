"""Checks and builds generated records, each in a process of its own, and says what that took."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.bench import generated

_ROOT = Path(__file__).parents[2]
_MAXRSS_UNIT = 1 if sys.platform == "darwin" else 1024
"""Bytes in a unit of `ru_maxrss` (getrusage(2))."""


class FailedError(Exception):
    """A check or a build ended with an error; the message is what it said."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds on the clock, seconds of user CPU, and the most memory in bytes."""

    wall: float
    user: float
    memory: int


@dataclass(frozen=True, slots=True)
class Measure:
    """What a number of records cost to check and to build. `size`, and that of the `longest` page,
    are in bytes."""

    records: int
    check: Cost
    build: Cost
    pages: int
    size: int
    longest: int


def measure(
    folder: Path, records: int, languages: Sequence[str], ties: int = 0, members: int = 0
) -> Measure:
    """Write `records` cooperations to <folder>/<records>/data; check them and build them.

    A register lists so many `ties` beside them, and a network has so many `members`. The site, in
    `languages`, stands in <folder>/<records>/site. It has no share cards: they are drawn once and
    kept. Raises FailedError if the check or the strict build fails, and FileExistsError if there
    are such records already.
    """
    data, site = folder / str(records) / "data", folder / str(records) / "site"
    generated.write(data, records, ties, members)
    check = _run(["atlas", "check", "--data", str(data)], {})
    build = _run(
        ["mkdocs", "build", "--strict", "--site-dir", str(site)],
        {
            "ATLAS_DATA": str(data),
            "ATLAS_LANGUAGES": ",".join(languages),
            "ATLAS_CARDS": "off",
        },
    )
    files = [path for path in site.rglob("*") if path.is_file()]
    pages = [path.stat().st_size for path in files if path.name == "index.html"]
    size = sum(path.stat().st_size for path in files)
    return Measure(records, check, build, len(pages), size, max(pages))


def _run(module: Sequence[str], environment: Mapping[str, str]) -> Cost:
    """Run a Python module with its arguments, in the repository's folder."""
    with tempfile.TemporaryFile() as output:
        start = time.perf_counter()
        process = subprocess.Popen(
            [sys.executable, "-m", *module],
            cwd=_ROOT,
            env={**os.environ, **environment, "PYTHONPATH": str(_ROOT / "hooks")},
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            output.seek(0)
            raise FailedError(output.read().decode(errors="replace"))
    return Cost(wall, usage.ru_utime, usage.ru_maxrss * _MAXRSS_UNIT)
