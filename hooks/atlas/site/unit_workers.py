"""Units are made by several processes at once, where that pays; the files are the same however many
there are.

The build is one of them; the others are its forks, so that what it knows is there at once. Where a
system has no forks, or the build has other threads, which a fork would leave behind, it is alone.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import sys
import threading
from collections.abc import Iterator, Sequence
from multiprocessing.connection import Connection, wait
from typing import Any

from atlas.site import child_process
from atlas.site.unit_builder import UnitBuilder
from atlas.site.unit_store import KeptUnit, UnitStore
from atlas.site.units import Unit

FEWEST = 200
"""Units for which one more worker pays."""

_AT_ONCE = 8
"""Units that a process takes before it looks again which are left."""


_Made = tuple[int, KeptUnit]
"""A unit that was made, and which of all it is."""


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

    def make() -> Iterator[_Made]:
        while (start := _next_turn(turn)) < len(units):
            for at in range(start, min(start + _AT_ONCE, len(units))):
                yield at, store.keep(units[at], builder.build(units[at]))

    def work(pipe: Connection) -> None:
        child_process.end_with(parent)
        try:
            for made in make():
                pipe.send(made)
            pipe.send(None)
        except Exception as error:  # the build tells it, whatever it is
            pipe.send(error)

    # A worker shares the memory of what is there, until a collection of garbage goes through it.
    gc.freeze()
    ends = []
    children = []
    for _ in range(workers - 1):
        here, there = fork.Pipe(duplex=False)
        child = fork.Process(target=work, args=(there,), daemon=True)
        child.start()
        there.close()
        ends.append(here)
        children.append(child)
    try:
        yield from _in_order(make(), ends, len(units))
    finally:
        for child in children:
            child.kill()
            child.join()
        gc.unfreeze()


def _next_turn(turn: Any) -> int:
    with turn.get_lock():
        start: int = turn.value
        turn.value += _AT_ONCE
    return start


def _in_order(own: Iterator[_Made], ends: list[Connection], total: int) -> Iterator[KeptUnit]:
    """What this process makes and what the others send, in the order of the units."""
    waiting: dict[int, KeptUnit] = {}
    for at in range(total):
        while at not in waiting:
            made = next(own, None)
            if made:
                waiting.update([made])
            elif not ends:
                raise WorkerError("A worker of the build ended before its work was done.")
            for end in wait(ends, timeout=0 if made else None):
                _receive(end, ends, waiting)
        yield waiting.pop(at)


def _receive(end: Any, ends: list[Connection], waiting: dict[int, KeptUnit]) -> None:
    try:
        sent = end.recv()
    except EOFError:
        sent = None
    if sent is None:
        ends.remove(end)
    elif isinstance(sent, Exception):
        raise sent
    else:
        waiting.update([sent])
