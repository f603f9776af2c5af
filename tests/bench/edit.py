"""How long an editor waits in the preview, from saving a record to its page with the new words."""

from __future__ import annotations

import http.client
import os
import signal
import socket
import statistics
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import urlopen

from tests.bench.case import Case, preview_command
from tests.bench.cost import ROOT, FailedError
from tests.bench.entry import Entry
from tests.bench.table import Table
from tests.site_languages import URL

EDITS = 3
_PATIENCE = 900.0
"""Seconds after which a preview is given up."""

_RECORD = "cooperation-7"


def measure(case: Case) -> Iterator[Entry | Table | str]:
    """Begin a preview and save a record again and again."""
    table = Table("One edit in the preview", ("what", "s"))
    began = time.perf_counter()
    with preview(case) as address:
        page = f"{address}cooperations/{_RECORD}/"
        wait_for(page, "")
        table.rows.append(("from beginning it to a page", f"{time.perf_counter() - began:.2f}"))
        file = case.data / "cooperations" / f"{_RECORD}.yml"
        taken = [_save_and_wait(file, page, f"Edit number {n} of it.") for n in range(EDITS)]
    of = f"from saving to the new words, median of {EDITS}"
    table.rows.append((of, f"{statistics.median(taken):.2f}"))
    table.rows.append(("the longest", f"{max(taken):.2f}"))
    yield table


def _save_and_wait(file: Path, page: str, words: str) -> float:
    """Seconds from saving a record with other words to its page that says them; then it is put
    back, and the preview let come to rest."""
    before = file.read_text("utf-8")
    head, _, rest = before.partition("  en: ")
    try:
        file.write_text(f"{head}  en: {words}\n{rest.partition(chr(10))[2]}", "utf-8")
        taken = wait_for(page, words)
    finally:
        file.write_text(before, "utf-8")
    wait_for(page, words, gone=True)
    return taken


def _free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        return int(bound.getsockname()[1])


@contextmanager
def preview(case: Case) -> Iterator[str]:
    """Begin the preview of a case's records; give the address of its root, and end it after use."""
    port = _free_port()
    process = subprocess.Popen(
        preview_command(port),
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT / "hooks"), **case.environment(case.cache)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        yield f"http://127.0.0.1:{port}{urlsplit(URL).path}"
    finally:
        os.killpg(process.pid, signal.SIGTERM)  # with whatever it began
        process.wait()


def wait_for(page: str, words: str, *, gone: bool = False) -> float:
    """Seconds until a page is there and has the words, or has them no more.

    Raises FailedError when that takes too long.
    """
    began = time.perf_counter()
    while time.perf_counter() - began < _PATIENCE:
        text = _read(page)
        if text and (words in text) != gone:
            return time.perf_counter() - began
        time.sleep(0.02)
    raise FailedError(f"The preview did not show {words!r} within {_PATIENCE:g} seconds.")


def _read(page: str) -> str:
    """The page, or nothing while there is none."""
    try:
        with urlopen(page, timeout=_PATIENCE) as answer:  # noqa: S310 - our own preview
            return str(answer.read().decode())
    except (OSError, http.client.HTTPException):
        return ""
