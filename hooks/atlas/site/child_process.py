"""Programs that a build starts and that end with it, however it ends."""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import Any

_DEATH_SIGNAL = 1
"""PR_SET_PDEATHSIG of Linux: what a program is sent when the one that started it has ended."""

_system = ctypes.CDLL(None)


def end_with(parent: int) -> None:
    """Have Linux end this process when its `parent`, a process number, is killed."""
    if hasattr(_system, "prctl"):
        _system.prctl(_DEATH_SIGNAL, signal.SIGKILL)
        if os.getppid() != parent:  # it ended before that was asked for
            os._exit(1)


@contextmanager
def begin(command: Sequence[str], **options: Any) -> Iterator[subprocess.Popen[bytes]]:
    """Run a program, and end it and all that it began when the block is left.

    They make a group of their own, which Ctrl-C at a terminal does not reach. Where the one who
    begins it is killed, Linux ends the program too. Raises OSError if it cannot be started.
    """
    follow = partial(end_with, os.getpid())

    # A build has no other thread while it starts one.
    with subprocess.Popen(command, process_group=0, preexec_fn=follow, **options) as child:  # noqa: S603 - commands of our own
        try:
            yield child
        finally:
            with contextlib.suppress(ProcessLookupError, PermissionError):  # none is left
                os.killpg(child.pid, signal.SIGKILL)
