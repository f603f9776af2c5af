"""`python -m tests.bench.sampled FOLDER MODULE ...`: runs a module, noting what takes how long.

Two hundred times a second the running code is looked at, and the time since the look before, on the
clock and of the processor, is given to the part that it belongs to. Nothing is lost or counted
twice: the parts of a process add up to its time, but for the last moment of one that is killed.
Each process, forks too, leaves a file in FOLDER.
"""

from __future__ import annotations

import atexit
import json
import os
import runpy
import signal
import sys
import time
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from typing import Any, NoReturn

from tests.bench.parts import HOST, part

_EVERY = 0.005
_KEPT_EVERY = 0.2


@dataclass
class Sampler:
    """Shares out the time of the process it is in."""

    folder: Path
    wall: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    cpu: dict[str, float] = field(default_factory=lambda: defaultdict(float))

    def begin(self) -> None:
        """Look from now on; in a fork, from its beginning."""
        self.wall.clear()
        self.cpu.clear()
        self._before = time.perf_counter(), time.process_time()
        self._written = self._before[0]
        self._looking = False
        signal.signal(signal.SIGALRM, self._look)
        signal.setitimer(signal.ITIMER_REAL, _EVERY, _EVERY)

    def _look(self, _: int, frame: FrameType | None) -> None:
        if self._looking:  # the next signal came while this one was dealt with
            return
        self._looking = True
        self._count(part(frame))
        if self._before[0] - self._written > _KEPT_EVERY:
            self._keep()
        self._looking = False

    def _count(self, name: str) -> None:
        now = time.perf_counter(), time.process_time()
        self.wall[name] += now[0] - self._before[0]
        self.cpu[name] += now[1] - self._before[1]
        self._before = now

    def write(self) -> None:
        """Leave what was found, at the end."""
        signal.setitimer(signal.ITIMER_REAL, 0)
        self._count(HOST)
        self._keep()

    def _keep(self) -> None:
        """Leave what was found until now: a worker is killed as soon as its work is done."""
        found = {name: [self.wall[name], self.cpu[name]] for name in self.wall}
        unfinished = self.folder / f"{os.getpid()}.unfinished"
        unfinished.write_text(json.dumps(found), "utf-8")
        unfinished.replace(unfinished.with_suffix(".json"))
        self._written = self._before[0]


def _sample(folder: Path) -> None:
    """Look at this process, and at each that it forks, which ends without the usual farewell."""
    sampler, leave = Sampler(folder), os._exit

    def write_and_leave(status: int) -> NoReturn:
        sampler.write()
        leave(status)

    atexit.register(sampler.write)
    os.register_at_fork(after_in_child=sampler.begin)
    replaced: Any = os
    replaced._exit = write_and_leave
    sampler.begin()


def read(folder: Path) -> dict[str, tuple[float, float]]:
    """Seconds on the clock and of the processor, by part, of all processes that left a file."""
    found: dict[str, tuple[float, float]] = {}
    for file in folder.glob("*.json"):
        for name, (wall, cpu) in json.loads(file.read_text("utf-8")).items():
            before = found.get(name, (0.0, 0.0))
            found[name] = before[0] + wall, before[1] + cpu
    return found


if __name__ == "__main__":
    _sample(Path(sys.argv[1]))
    sys.argv = sys.argv[2:]
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
