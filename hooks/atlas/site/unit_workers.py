"""Units are made by several processes at once, where that pays; the files are the same however many
there are.

The workers are forks of the build, so that what it knows is there at once. One that has grown makes
way for another, which knows no more than the build does. Where a system has no forks, or the build
has other threads, which a fork would leave behind, the build makes them itself.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import resource
import sys
import threading
from collections.abc import Iterator, Sequence
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkProcess
from pathlib import Path
from typing import Any

from atlas.site import child_process
from atlas.site.unit_builder import UnitBuilder
from atlas.site.unit_store import KeptUnit, UnitStore
from atlas.site.units import Unit

FEWEST = 200
"""Units for which one more worker pays."""

_AT_ONCE = 8
"""Units that a worker takes before it looks again which are left."""

_GROWTH = 128 << 20
"""Bytes by which a worker may grow."""


class WorkerError(Exception):
    """A worker ended before its work was done."""


def build(
    units: Sequence[Unit], builder: UnitBuilder, store: UnitStore, most: int
) -> Iterator[KeptUnit]:
    """Make units and keep them in the store; they come back in their order. No more than `most`
    processes make them at once.

    Raises what making one raises, and WorkerError where a worker was ended.
    """
    workers = count(len(units), most)
    if workers < 2:
        return (store.keep(unit, builder.build(unit)) for unit in units)
    return _share_out(units, builder, store, workers)


def count(units: int, most: int) -> int:
    """How many workers make so many units, if there may be `most`."""
    if not sys.platform.startswith("linux") or threading.active_count() > 1:
        return 1
    return max(1, min(most, units // FEWEST))


def _share_out(
    units: Sequence[Unit], builder: UnitBuilder, store: UnitStore, workers: int
) -> Iterator[KeptUnit]:
    pool = _Pool(units, builder, store)
    # A worker shares the memory of what is there, until a collection of garbage goes through it.
    gc.freeze()
    try:
        for _ in range(workers):
            pool.start()
        for at in range(len(units)):
            yield pool.take(at)
    finally:
        pool.end()
        gc.unfreeze()


class _Pool:
    """The workers that make units, and what came of those whose turn to be given has not come."""

    def __init__(self, units: Sequence[Unit], builder: UnitBuilder, store: UnitStore) -> None:
        self._units, self._builder, self._store = units, builder, store
        self._fork = multiprocessing.get_context("fork")
        self._turn = self._fork.Value("q", 0)
        self._parent = os.getpid()
        self._workers: dict[Any, ForkProcess] = {}
        self._made: dict[int, KeptUnit] = {}

    def start(self) -> None:
        """Start one more worker."""
        here, there = self._fork.Pipe(duplex=False)
        worker = self._fork.Process(target=self._work, args=(there,), daemon=True)
        worker.start()
        there.close()
        self._workers[here] = worker

    def take(self, at: int) -> KeptUnit:
        """The unit at this place of the list, as soon as it is made."""
        while at not in self._made:
            for end in wait([*self._workers]):
                self._receive(end)
        return self._made.pop(at)

    def end(self) -> None:
        """End every worker, whatever it is doing."""
        for worker in self._workers.values():
            worker.kill()
            worker.join()

    def _work(self, pipe: Connection) -> None:
        """Make units until none is left or the worker has grown; send each with its place, at the
        end None or what was raised."""
        child_process.end_with(self._parent)
        most = _resident() + _GROWTH
        try:
            while places := self._next_places():
                for at in places:
                    unit = self._units[at]
                    pipe.send((at, self._store.keep(unit, self._builder.build(unit))))
                if _resident() > most:
                    break
            pipe.send(None)
        except Exception as error:  # the build tells it, whatever it is
            pipe.send(error)

    def _next_places(self) -> range:
        """The places of the units that a worker takes next; none where all are taken."""
        with self._turn.get_lock():
            start: int = self._turn.value
            self._turn.value += _AT_ONCE
        return range(start, min(start + _AT_ONCE, len(self._units)))

    def _receive(self, end: Any) -> None:
        """Keep what a worker sends; where it was the last, another takes its place, if units are
        left."""
        try:
            sent = end.recv()
        except EOFError:
            raise WorkerError("A worker of the build ended before its work was done.") from None
        if isinstance(sent, Exception):
            raise sent
        if sent is not None:
            self._made.update([sent])
            return
        self._workers.pop(end).join()
        if self._turn.value < len(self._units):
            self.start()


def _resident() -> int:
    """The memory of this process, in bytes, with what it shares with others."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * resource.getpagesize()
