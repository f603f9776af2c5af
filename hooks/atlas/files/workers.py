"""Work that is shared out among processes, where that pays.

The workers are forks, so that what the program knows is there at once. Where a system has no forks,
or the program has other threads, which a fork would leave behind, it does all the work itself.
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

_Result = TypeVar("_Result")


def count(most: int) -> int:
    """How many processes share out work of which each of `most` has enough. ATLAS_WORKERS sets the
    most there are, in place of the number of processors."""
    if not sys.platform.startswith("linux") or threading.active_count() > 1:
        return 1
    wanted = os.environ.get("ATLAS_WORKERS", "")
    processors = int(wanted) if wanted.isdecimal() else len(os.sched_getaffinity(0))
    return max(1, min(processors, most))


def run(tasks: Sequence[Callable[[], _Result]]) -> list[_Result]:
    """What comes of all these tasks: the first is done here, each other one by a worker. What a
    worker fails to bring is done here too, and raises what it raises."""
    if len(tasks) < 2:
        return [task() for task in tasks]
    # Late: few programs have so much to do.
    from multiprocessing import get_context

    fork = get_context("fork")
    begun = []
    for task in tasks[1:]:
        here, there = fork.Pipe(duplex=False)
        worker = fork.Process(target=_bring, args=(there, task), daemon=True)
        worker.start()
        there.close()
        begun.append((here, worker, task))
    try:
        done = [tasks[0]()]
        for here, _, task in begun:
            try:
                done.append(here.recv())
            except EOFError:
                done.append(task())
    finally:
        for _, worker, _ in begun:
            worker.kill()
            worker.join()
    return done


def _bring(pipe: Any, task: Callable[[], object]) -> None:
    try:
        pipe.send(task())
    except BaseException:  # who waits for it does it again, and is told
        pipe.close()
