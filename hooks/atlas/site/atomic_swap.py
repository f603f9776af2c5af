"""A build takes the place of the last one at one stroke, or not at all.

`python -m atlas.site.atomic_swap site COMMAND…` runs COMMAND with the name of a fresh folder behind
it. If it ends well, that folder becomes `site`; whoever looks at `site`, at whatever moment, and
even after any of the programs was killed, finds one whole build there. At the end it explains, in
the language of the environment, how to look at it.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from atlas.files import exchange

_ADDRESS = "http://localhost:8000/"
"""Where Python's own web server shows a folder."""


def build_into(folder: Path, command: Sequence[str]) -> int:
    """Build with `command` and put the result into `folder`; give the command's exit code.

    The command's last argument is the folder it has to fill. While it runs, even orphaned, it
    holds a lock, so that a second build never writes into the same folder.
    """
    fresh, old = folder.with_name(f"{folder.name}.new"), folder.with_name(f"{folder.name}.old")
    with folder.with_name(f".{folder.name}.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print(f"Another build of {folder.name}/ is running; this one waits.", file=sys.stderr)
            fcntl.flock(lock, fcntl.LOCK_EX)
        if old.is_dir() and not folder.exists():
            old.rename(folder)  # a swap without exchange was interrupted
        _remove(fresh)
        done = subprocess.run([*command, str(fresh)], check=False, pass_fds=[lock.fileno()])  # noqa: S603 - the Makefile's own command
        if done.returncode == 0:
            replace(fresh, folder, old)
        _remove(fresh)
    if done.returncode == 0:
        _explain_serving(folder.name)
    return done.returncode


def _explain_serving(name: str) -> None:
    # Not before: they take longer to load than a build to ask for its turn.
    from atlas.i18n import report
    from atlas.i18n.messages import msg

    ready = msg(
        "The site is in {folder}. Run {serve} to have it in your browser while you work on it, "
        "without its search. To see it whole, run what stands below and open {address}.",
        folder=f"{name}/",
        serve="make serve",
        address=_ADDRESS,
    )
    text = f"{report.render(ready, report.environment_language(os.environ))}\n"
    text += f"    python3 -m http.server --directory {name}\n"
    with contextlib.suppress(OSError):  # nobody listens
        os.write(1, text.encode(sys.stdout.encoding, "backslashreplace"))


def replace(fresh: Path, folder: Path, old: Path) -> None:
    """Put `fresh` in the place of `folder`; `old` is a name that may be needed in between."""
    _remove(old)
    if not folder.exists():
        fresh.rename(folder)
    elif not exchange.exchange(fresh, folder):
        folder.rename(old)
        fresh.rename(folder)
        _remove(old)


def _remove(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder)


if __name__ == "__main__":
    try:
        raise SystemExit(build_into(Path(sys.argv[1]), sys.argv[2:]))
    except KeyboardInterrupt:
        raise SystemExit(130) from None
