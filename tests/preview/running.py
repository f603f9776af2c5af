"""A preview that runs on a copy of the project, and what it answers."""

from __future__ import annotations

import http.client
import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.mkdocs_build import EPOCH, URL
from tests.site_languages import DIRECTIONS

BASE = "/atlas/"
PATIENCE = 240.0
"""Seconds after which a preview is given up."""

_SCRIPT = re.compile(rb'<script src="/atlas/_preview/panel\.js" data-pages="([^"]+)"></script>')


def environment(project: Path, **more: str) -> dict[str, str]:
    """What a preview and a build of a project are told."""
    return {
        **os.environ,
        "PYTHONPATH": str(project / "hooks"),
        "ATLAS_CACHE": str(project.parent.parent / "preview-cache"),
        "ATLAS_LANGUAGES": ",".join(DIRECTIONS),
        "ATLAS_SITE_URL": URL,
        "ATLAS_SEARCH": "off",
        "ATLAS_CARDS": "off",
        "NO_MKDOCS_2_WARNING": "true",
        "SOURCE_DATE_EPOCH": EPOCH,
        **more,
    }


@dataclass
class Preview:
    """A preview that runs; `said` is the file of what it says."""

    port: int
    process: subprocess.Popen[bytes]
    said: Path

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}{BASE}"

    def ask(
        self, target: str, method: str = "GET", **headers: str
    ) -> tuple[http.client.HTTPResponse, bytes]:
        """The answer to a question as it stands, without any cleaning of the address."""
        with closing(self._connect()) as connection:
            connection.putrequest(method, target, skip_host="Host" in headers)
            for name, value in headers.items():
                connection.putheader(name, value)
            connection.endheaders()
            with connection.getresponse() as answer:
                return answer, answer.read()

    def _connect(self) -> http.client.HTTPConnection:
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)

    def get(self, path: str) -> bytes:
        """The file at a path, without what the preview puts into it; nothing if there is none."""
        answer, content = self.ask(f"{BASE}{path}")
        return _SCRIPT.sub(b"", content) if answer.status == 200 else b""

    def wait_for(self, is_there: Callable[[], bool]) -> None:
        """Wait until something is so, also while the preview begins again."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            try:
                if is_there():
                    return
            except (OSError, http.client.HTTPException):
                assert self.process.poll() is None, self.said.read_text()
            time.sleep(0.05)
        raise AssertionError(self.said.read_text())

    def describe(self) -> dict[str, Any]:
        """What a browser is told first when it listens."""
        with closing(self._connect()) as connection:
            connection.request("GET", f"{BASE}_preview/events")
            with connection.getresponse() as answer:
                while not (line := answer.readline()).startswith(b"data: "):
                    if not line:
                        raise ConnectionError("the preview begins again")
        told: dict[str, Any] = json.loads(line.removeprefix(b"data: "))
        return told


@contextmanager
def run(project: Path, **more: str) -> Iterator[Preview]:
    """Run a preview, and end it."""
    said = project.with_name("said")
    with said.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, "-u", "-m", "atlas.preview", "--port", "0"],
            cwd=project,
            env=environment(project, **more),
            stdout=output,
            stderr=output,
            start_new_session=True,
        )
    preview = Preview(0, process, said)
    try:
        preview.wait_for(lambda: bool(re.search(r"127\.0\.0\.1:(\d+)", said.read_text("utf-8"))))
        found = re.search(r"127\.0\.0\.1:(\d+)", said.read_text("utf-8"))
        assert found
        preview.port = int(found[1])
        yield preview
    finally:
        with suppress(ProcessLookupError):  # it has ended
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
