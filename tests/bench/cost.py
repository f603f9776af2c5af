"""What a command costs: its time on the clock, that of the processors, and its memory."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.bench.process_tree import KNOWN, Watch

ROOT = Path(__file__).parents[2]
_MAXRSS_UNIT = 1 if sys.platform == "darwin" else 1024
"""Bytes in a unit of `ru_maxrss` (getrusage(2))."""


class FailedError(Exception):
    """A command ended with an error; the message is what it said."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds on the clock, seconds of all processors, and the most memory at once in bytes.

    All three are of the command and whatever it began; where the system does not tell the memory of
    several processes together, that of the largest.
    """

    wall: float
    cpu: float
    memory: int


def python(*module: str) -> list[str]:
    """The command that runs a Python module with its arguments."""
    return [sys.executable, "-m", *module]


def run(command: Sequence[str], environment: Mapping[str, str], folder: Path = ROOT) -> Cost:
    """Run a command in a folder and measure it. Raises FailedError if it fails."""
    with tempfile.TemporaryFile() as output:
        start = time.perf_counter()
        process = subprocess.Popen(
            command,
            cwd=folder,
            env={**os.environ, "PYTHONPATH": f"{ROOT / 'hooks'}{os.pathsep}{ROOT}", **environment},
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        with Watch(process.pid) as watch:
            _, status, usage = os.wait4(process.pid, 0)
            wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            output.seek(0)
            raise FailedError(output.read().decode(errors="replace"))
    most = watch.peak if KNOWN else 0
    return Cost(wall, usage.ru_utime + usage.ru_stime, most or usage.ru_maxrss * _MAXRSS_UNIT)
