"""A build takes the place of the last one at one stroke, or not at all.

`python -m atlas.site.atomic_swap site COMMAND…` runs COMMAND with the name of a fresh folder behind
it. If it ends well, that folder becomes `site`; whoever looks at `site`, at whatever moment, and
even after any of the programs was killed, finds one whole build there. All else that it makes lies
in a folder of its own, `.site.build`. At the end it explains, in the language of the environment,
how to look at the site; when it cannot build it says why.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import shlex
import shutil
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from types import FrameType

from atlas.files import disk_errors, exchange
from atlas.i18n.messages import Message, msg
from atlas.site import build_lock, child_process, site_folder
from atlas.site.build_lock import BuildLock
from atlas.site.site_folder import SiteFolderError

_ADDRESS = "http://localhost:8000/"
"""Where Python's own web server shows a folder."""

_TAG = "CACHEDIR.TAG"
_SIGNATURE = b"Signature: 8a477f597d28d172789f06886806bc55\n"
"""What marks a folder whose contents nobody needs to keep (bford.info/cachedir)."""

_STOPPING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
_BY_SIGNAL = 128
"""What shells add to a signal's number to give the exit code of what it ended."""


class Stopped(BaseException):
    """The build was told to end by the signal `number`."""

    def __init__(self, number: int) -> None:
        self.number = number


def build_into(named: Path, command: Sequence[str]) -> int:
    """Build with `command` and put the result into `named`, or into the folder that this is a link
    to; give the command's exit code.

    The command's last argument is the folder it has to fill. While it runs, even orphaned, it
    holds a lock. Raises SiteFolderError, OSError or Stopped, and then all is as it was.
    """
    site_folder.allow_reading()
    folder = site_folder.find(named)
    work = folder.with_name(f".{folder.name}.build")
    with build_lock.hold(folder, _say) as lock:
        _prepare(work, folder)
        try:
            last_built = lock.last_built
            site_folder.require_replaceable(folder, last_built)
            site_folder.require_movable(folder)
            # A name that no earlier build had: something of that may still be writing.
            fresh = work / secrets.token_hex(4)
            code = _run([*command, str(fresh)], lock)
            if code == 0:
                _ignore_signals()
                replace(fresh, folder, work / "old")
                last_built = site_folder.identify(folder)
            lock.note(built=last_built)
        finally:
            _sweep(work)
    if code == 0:
        _explain_serving(str(named))
    elif code < 0:
        _say(msg("The build was ended by the signal {number}.", number=-code))
        return _BY_SIGNAL - code
    return code


def _run(command: Sequence[str], lock: BuildLock) -> int:
    with child_process.begin(command, pass_fds=[lock.descriptor]) as child:
        lock.note(builder=child.pid, built=lock.last_built)
        return child.wait()


def _prepare(work: Path, folder: Path) -> None:
    """Make the folder for what is being built, after mending and sweeping what was interrupted."""
    if work.is_dir() and not work.is_symlink():
        old = work / "old"
        if old.is_dir() and not os.path.lexists(folder):
            old.rename(folder)  # a swap without exchange was interrupted
        _sweep(work)
    if os.path.lexists(work) and not _is_ours(work):
        raise SiteFolderError(
            msg(
                "{name} is where the build puts its files, and something else is there. "
                "Move it, or delete it.",
                name=str(work),
            )
        )
    work.mkdir(exist_ok=True)
    (work / _TAG).write_bytes(_SIGNATURE)


def _is_ours(work: Path) -> bool:
    if work.is_symlink() or not work.is_dir():
        return False
    return (work / _TAG).is_file() or not any(work.iterdir())


def _sweep(work: Path) -> None:
    """Delete a folder of ours and what is in it; its mark last, as this may be interrupted.

    What a program that outlived its build still writes is left to the next one.
    """
    if not _is_ours(work):
        return
    with contextlib.suppress(OSError):
        for inner in work.iterdir():
            if inner.name != _TAG:
                shutil.rmtree(inner, ignore_errors=True)
        if [inner.name for inner in work.iterdir()] == [_TAG]:
            (work / _TAG).unlink()
            work.rmdir()


def replace(fresh: Path, folder: Path, old: Path) -> None:
    """Put `fresh` in the place of `folder`, which is then at its name, or deleted.

    `old` is a name that may be needed in between.
    """
    if not folder.exists():
        fresh.rename(folder)
    elif not exchange.exchange(fresh, folder):
        folder.rename(old)
        fresh.rename(folder)
        shutil.rmtree(old, ignore_errors=True)


def _explain_serving(name: str) -> None:
    ready = msg(
        "The site is in {folder}. Run {serve} to have it in your browser while you work on it, "
        "without its search. To see it whole, run what stands below and open {address}.",
        folder=f"{name}/",
        serve="make serve",
        address=_ADDRESS,
    )
    _say(ready, 1, f"    python3 -m http.server --directory {shlex.quote(name)}\n")


def _say(message: Message, descriptor: int = 2, below: str = "") -> None:
    # Not before: it takes longer to load than a build to ask for its turn.
    from atlas.i18n import report

    text = f"{report.render(message, report.environment_language(os.environ))}\n{below}"
    with contextlib.suppress(OSError):  # nobody listens
        os.write(descriptor, text.encode(sys.stdout.encoding, "backslashreplace"))


def _stop(number: int, _: FrameType | None) -> None:
    """End, and let nobody who asks for it twice interrupt that."""
    _ignore_signals()
    raise Stopped(number)


def _ignore_signals() -> None:
    for number in _STOPPING:
        signal.signal(number, signal.SIG_IGN)


def main(named: str, *command: str) -> int:
    """Build as the command line says; return the exit code."""
    for number in _STOPPING:
        if signal.getsignal(number) is not signal.SIG_IGN:  # nohup, or in the background
            signal.signal(number, _stop)
    folder = f"{named}/"
    try:
        return build_into(Path(named), command)
    except SiteFolderError as error:
        _say(error.reason)
    except OSError as error:
        _say(
            msg(
                "{file} cannot be written: {reason}. {folder} is as it was.",
                file=str(error.filename or named),
                reason=disk_errors.reason(error),
                folder=folder,
            )
        )
    except Stopped as stop:
        _say(msg("The build was stopped; {folder} is as it was.", folder=folder))
        return _BY_SIGNAL + stop.number
    return 1


if __name__ == "__main__":
    raise SystemExit(main(*sys.argv[1:]))
