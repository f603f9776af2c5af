"""Visitors' tasks in Firefox, which Node drives through WebDriver BiDi (firefox.mjs)."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.browser import fonts, visitor
from tests.browser.tasks import Step, Task, lacks
from tests.browser.visitor import Performance

DRIVER = Path(__file__).with_suffix(".mjs")

NAMES = ("firefox-esr", "firefox")
"""What Firefox is called on a PATH, in the order in which it is taken."""


class NoFirefoxError(Exception):
    """There is no Firefox on this machine."""


def path() -> Path:
    """Firefox's executable: the one FIREFOX_PATH names, else the one on the PATH; raise
    NoFirefoxError, which says how to get one."""
    names = [os.environ["FIREFOX_PATH"]] if os.environ.get("FIREFOX_PATH") else NAMES
    for name in names:
        if executable := shutil.which(name):
            return Path(executable)
    raise NoFirefoxError(
        f"No Firefox found: {' or '.join(names)}. Install it, on Debian by `apt-get install "
        "firefox-esr`, or name it in the environment: FIREFOX_PATH=/path/to/firefox"
    )


def perform(
    tasks: Sequence[Task], address: str, *, patience: float = visitor.PATIENCE
) -> Iterator[Performance]:
    """Do each task in a new Firefox on the site at `address`, and give how it went, in order."""
    with TemporaryDirectory() as folder:
        orders = {
            "executable": str(path()),
            "address": address,
            "folder": folder,
            "fonts": [str(one) for one in sorted(fonts.folders())],
            "patience": patience,
            "probes": visitor.PROBES,
            "tasks": [task.as_plain() for task in tasks],
        }
        own = {"HOME": folder, "TZ": "UTC", **fonts.environment(Path(folder) / "fonts")}
        done = subprocess.run(
            ["node", str(DRIVER)],
            input=json.dumps(orders),
            env={**os.environ, **own},
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise RuntimeError(f"Firefox could not be driven: {done.stderr}")
        for task, line in zip(tasks, done.stdout.splitlines(), strict=True):
            yield _judged(task, json.loads(line))


def _judged(task: Task, told: dict[str, Any]) -> Performance:
    """How a task went, by what its driver told and by the files that it left."""
    steps = (Step("open", text=task.start), *task.steps)
    faults = list(told["faults"])
    for file in told["files"]:
        step = steps[file["step"]]
        if fault := lacks(step, file["name"], Path(file["path"]).read_bytes()):
            faults.append(f"{step}: {fault}")
    if failed := told["failed"]:
        faults.append(f"{steps[failed['step']]}: {failed['why']}")
    # The address that a task begins at is no step of it.
    return Performance(told["steps"] - 1, told["seconds"], tuple(faults))
