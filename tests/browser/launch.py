"""Chromium as tests have it: without a window, and without what this machine or a person sets."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.browser import chromium, fonts

QUIET = ("--disable-gpu", "--disable-background-networking")
"""Arguments with which the browser itself asks nobody anything."""


@contextmanager
def launched(folder: Path) -> Iterator[Browser]:
    """Start it with `folder`, which must be empty, for its home and its fonts; end it after use."""
    own = {"HOME": str(folder), "TZ": "UTC", **fonts.environment(folder / "fonts")}
    executable = chromium.path()
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=executable, args=[*chromium.FLAGS, *QUIET], env={**os.environ, **own}
        )
        yield started
        started.close()
