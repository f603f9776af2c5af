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
    fork = multiprocessing.get_context("fork")
    turn = fork.Value("q", 0)
    parent = os.getpid()

    def work(pipe: Connection) -> None:
        child_process.end_with(parent)
        most = _resident() + _GROWTH
        try:
            while (start := _next_turn(turn)) < len(units):
                for at in range(start, min(start + _AT_ONCE, len(units))):
                    pipe.send((at, store.keep(units[at], builder.build(units[at]))))
                if _resident() > most:
                    break
            pipe.send(None)
        except Exception as error:  # the build tells it, whatever it is
            pipe.send(error)

    def start() -> None:
        here, there = fork.Pipe(duplex=False)
        child = fork.Process(target=work, args=(there,), daemon=True)
        child.start()
        there.close()
        children[here] = child

    # A worker shares the memory of what is there, until a collection of garbage goes through it.
    gc.freeze()
    children: dict[Any, Any] = {}
    waiting: dict[int, KeptUnit] = {}
    try:
        for _ in range(workers):
            start()
        for at in range(len(units)):
            while at not in waiting:
                for end in wait([*children]):
                    if not _receive(end, waiting):
                        children.pop(end).join()
                        if turn.value < len(units):
                            start()
            yield waiting.pop(at)
    finally:
        for child in children.values():
            child.kill()
            child.join()
        gc.unfreeze()


def _resident() -> int:
    """The memory of this process, in bytes, with what it shares with others."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * resource.getpagesize()


def _next_turn(turn: Any) -> int:
    with turn.get_lock():
        start: int = turn.value
        turn.value += _AT_ONCE
    return start


def _receive(end: Any, waiting: dict[int, KeptUnit]) -> bool:
    """Take what a worker sends; False if it was the last."""
    try:
        sent = end.recv()
    except EOFError:
        raise WorkerError("A worker of the build ended before its work was done.") from None
    if isinstance(sent, Exception):
        raise sent
    if sent is not None:
        waiting.update([sent])
    return sent is not None
