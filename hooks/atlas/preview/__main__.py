"""`python -m atlas.preview` shows the site while it is worked on, and opens it in the browser.

It begins the preview again when code changes; when code cannot run, as soon as that is mended.
"""

from __future__ import annotations

import argparse
import signal
import socket
import subprocess
import sys
import threading
import time
import webbrowser
from collections.abc import Iterator
from pathlib import Path

from atlas.preview.run import AGAIN
from atlas.preview.server import HOST
from atlas.site.settings import ROOT

PORT = 8000
_PAUSE = 0.3


def choose_port(wanted: int) -> int:
    """The port that is wanted, or another that is free if it is taken."""
    for port in (wanted, 0):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((HOST, port))
            except OSError:
                continue
            return int(probe.getsockname()[1])
    return wanted


def _code() -> Iterator[tuple[Path, int]]:
    for file in sorted((ROOT / "hooks").rglob("*.py")):
        yield file, file.stat().st_mtime_ns


def _open_when_ready(port: int) -> None:
    while True:
        time.sleep(_PAUSE)
        with socket.socket() as probe:
            if probe.connect_ex((HOST, port)) == 0:
                webbrowser.open(f"http://{HOST}:{port}/")
                return


def _run(command: list[str]) -> int:
    """The exit code of a program, which ends when this one is asked to end."""
    with subprocess.Popen(command) as child:  # noqa: S603 - our own
        try:
            return child.wait()
        except BaseException:
            child.terminate()
            child.wait()
            raise


def main() -> int:
    """Run previews, one after another."""
    parser = argparse.ArgumentParser(prog="python -m atlas.preview", description=__doc__)
    parser.add_argument("--port", type=int, default=PORT)
    parser.add_argument("--open", action="store_true", help="show it in the browser")
    told = parser.parse_args()
    port = choose_port(told.port)
    if told.open:
        threading.Thread(target=_open_when_ready, args=[port], daemon=True).start()
    while True:
        code = [*_code()]
        command = [sys.executable, "-m", "atlas.preview.run", str(port)]
        ended = _run(command)
        if ended <= 0:
            return -ended
        while ended != AGAIN and code == [*_code()]:
            time.sleep(_PAUSE)


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        raise SystemExit(main())
    except KeyboardInterrupt:
        raise SystemExit(0) from None
