"""Folders that are filled once for all workers of a test run, whichever of them needs one first."""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest


def shared(factory: pytest.TempPathFactory, name: str, fill: Callable[[Path], None]) -> Path:
    """Return a folder that `fill` was called with once; `fill` makes it, or what is in it.

    A worker that comes while another fills it waits. When that one fails, it tries for itself.
    """
    base = factory.getbasetemp()
    shelf = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "shared" / name
    shelf.mkdir(parents=True, exist_ok=True)
    with (shelf / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (shelf / "done").exists():
            shutil.rmtree(shelf / name, ignore_errors=True)
            fill(shelf / name)
            (shelf / "done").touch()
    return shelf / name
