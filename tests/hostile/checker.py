"""Checks folders of records in a process of its own, which ends when one takes over a second.

Reads the name of a folder from each line it is given, and answers with a line of JSON: all that is
said of the folder's records. A run that takes a second of processor time is killed by the system
(SIGPROF); a crash of the YAML parser ends it as well.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from types import TracebackType

from tests.conftest import ROOT

SECONDS = 1.0


class Checker:
    """The other process, as its parent sees it."""

    def __enter__(self) -> Checker:
        """Start it."""
        self._child = self._started()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End it."""
        self._child.kill()
        self._child.communicate()

    def said(self, data: Path) -> list[str]:
        """What is said of the records in `data`; AssertionError if that ends the process."""
        assert self._child.stdin is not None
        assert self._child.stdout is not None
        self._child.stdin.write(f"{data}\n")
        self._child.stdin.flush()
        answer = self._child.stdout.readline()
        if answer:
            lines: list[str] = json.loads(answer)
            return lines
        code = self._child.wait()
        self._child.communicate()
        self._child = self._started()
        if code == -signal.SIGPROF:
            raise AssertionError(f"checking took more than {SECONDS:g} s")
        raise AssertionError(f"checking ended with the code {code}")

    def _started(self) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-m", "tests.hostile.checker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            env={
                **os.environ,
                "PYTHONPATH": f"{ROOT / 'hooks'}{os.pathsep}{ROOT}",
                "PYTHONUTF8": "1",
            },
        )


def answer() -> None:
    """Answer line by line. What is made only once, such as tables of names, is not counted."""
    from atlas import checks
    from atlas.files import reader
    from tests.checks.minimal import FOLDER, OUTLINES

    checks.check(reader.read(FOLDER)[0], OUTLINES)
    for line in sys.stdin:
        signal.setitimer(signal.ITIMER_PROF, SECONDS)
        documents, problems = reader.read(Path(line.rstrip("\n")))
        _, found = checks.check(documents, OUTLINES)
        lines = [str(problem) for problem in sorted([*problems, *found])]
        signal.setitimer(signal.ITIMER_PROF, 0)
        print(json.dumps(lines), flush=True)


if __name__ == "__main__":
    answer()
