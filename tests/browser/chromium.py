"""The Chromium that browser tests and Lighthouse run in: found on this machine, else installed.

`python tests/browser/chromium.py` prints its path and ends with 1 when there is none to be had.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

NAMES = (
    "chromium-headless-shell",  # no window's buttons to draw: a page opens in a quarter of the time
    *("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"),
)
"""What Chromium and Chrome are called on a PATH, in the order in which they are taken."""

FLAGS = ("--no-sandbox",) if os.geteuid() == 0 or os.environ.get("CI") else ()
"""Arguments it needs here: as root, and on some build machines, it cannot sandbox itself."""


class NoChromiumError(Exception):
    """There is no Chromium, and none could be installed."""


@cache
def path() -> Path:
    """Return the browser's executable, installing one if need be; raise NoChromiumError."""
    found = find() or _from_apt() or _from_playwright()
    if found is None:
        raise NoChromiumError(
            "No Chromium found. Install Chromium or Chrome so that one of these is on the PATH: "
            f"{', '.join(NAMES)}; or name it in the environment: CHROME_PATH=/path/to/chromium"
        )
    return found


def find() -> Path | None:
    """Return the executable that CHROME_PATH names, is on the PATH or Playwright installed."""
    names = [os.environ["CHROME_PATH"]] if os.environ.get("CHROME_PATH") else NAMES
    for name in names:
        if executable := shutil.which(name):
            return Path(executable)
    return _playwrights_own()


def _playwrights_own() -> Path | None:
    """Asked of a process of its own: a test may have started Playwright in this one already."""
    ask = (
        "from playwright.sync_api import sync_playwright\n"
        "with sync_playwright() as playwright: print(playwright.chromium.executable_path)"
    )
    said = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=True)
    executable = Path(said.stdout.strip())
    return executable if executable.exists() else None


def _from_apt() -> Path | None:
    """Debian's Chromium, where this user may install packages without being asked anything."""
    if shutil.which("apt-get") is None:
        return None
    sudo = [] if os.geteuid() == 0 else ["sudo", "--non-interactive"]
    if sudo and shutil.which("sudo") is None:
        return None
    for command in (["update"], ["install", "--yes", "--no-install-recommends", "chromium"]):
        if not _run(*sudo, "apt-get", *command):
            return None
    return find()


def _from_playwright() -> Path | None:
    _run(sys.executable, "-m", "playwright", "install", "chromium")
    return _playwrights_own()


def _run(*command: str) -> bool:
    print("chromium: trying", " ".join(command), file=sys.stderr, flush=True)
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(command, stdout=sys.stderr, env=environment, check=False)
    return done.returncode == 0


if __name__ == "__main__":
    try:
        print(path())
    except NoChromiumError as error:
        sys.exit(str(error))
