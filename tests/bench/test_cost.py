"""A command's cost is that of all that it begins."""

from __future__ import annotations

import sys

import pytest

from tests.bench import cost, process_tree
from tests.bench.cost import FailedError

CHILD = "import time; held = bytearray(60_000_000); time.sleep(1)"
PARENT = f"""
import subprocess, sys
children = [subprocess.Popen([sys.executable, "-c", {CHILD!r}]) for _ in range(2)]
for child in children:
    child.wait()
"""


@pytest.mark.skipif(not process_tree.KNOWN, reason="the system does not tell it")
def test_memory_is_that_of_all_processes_at_once() -> None:
    took = cost.run([sys.executable, "-c", PARENT], {})
    assert 120_000_000 < took.memory < 240_000_000


def test_the_time_of_children_counts() -> None:
    busy = "import time\nwhile time.process_time() < 0.3: pass"
    parent = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {busy!r}])"
    assert cost.run([sys.executable, "-c", parent], {}).cpu >= 0.3


def test_a_command_that_fails_says_why() -> None:
    with pytest.raises(FailedError, match="no such luck"):
        cost.run([sys.executable, "-c", "raise SystemExit('no such luck')"], {})
