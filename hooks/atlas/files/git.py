"""Asks git, whose answers are the same whatever a person, a system or a hook of git has set."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
from pathlib import Path

from atlas.i18n.messages import NOTHING, Message, Verbatim, msg

_SETTINGS = ("core.quotePath=off", "mailmap.file=", "mailmap.blob=")
"""What plumbing commands still read of a person's settings. The one mail map is the project's."""

_PLACES = re.compile(
    r"GIT_(DIR|WORK_TREE|INDEX_FILE|PREFIX|COMMON_DIR|NAMESPACE|SHALLOW_FILE|GRAFT_FILE"
    r"|REPLACE_REF_BASE|(LITERAL|GLOB|NOGLOB|ICASE)_PATHSPECS)"
)
"""What a hook of git is told of the repository it runs in, which need not be that of the records;
and what turns the history that was committed into another."""

_ASKED = {
    "LC_ALL": "C",  # what went wrong is recognised by git's own words
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_GRAFT_FILE": os.devnull,
    "GIT_ALLOW_PROTOCOL": "",  # a partial clone fetches nothing from another host
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_OPTIONAL_LOCKS": "0",
}

_UNTRUSTED = re.compile(rb"dubious ownership|unsafe repository")
_LONGEST_REASON = 200


class GitError(Exception):
    """Git gives no answer: the reason, and how to mend it where that is known, as messages."""

    def __init__(self, reason: Message, hint: Message = NOTHING) -> None:
        super().__init__(reason)
        self.reason, self.hint = reason, hint


def find_root(folder: Path) -> Path | None:
    """The folder around `folder`, or itself, that a repository begins in; None if there is none.

    It is found without git, which may be missing, or refuse to look.
    """
    place = folder.resolve()
    return next((one for one in (place, *place.parents) if os.path.lexists(one / ".git")), None)


def run(folder: Path, *arguments: str, given: bytes = b"") -> bytes:
    """What git says in `folder` when it is `given` that. Raises GitError where it cannot say it.

    To be asked by commands that are plumbing: those obey hardly any setting.
    """
    settings = [word for setting in _SETTINGS for word in ("-c", setting)]
    command = ["git", *settings, *arguments]
    environment = {name: it for name, it in os.environ.items() if not _PLACES.fullmatch(name)}
    try:
        done = subprocess.run(  # noqa: S603 - git itself, its arguments a list, no shell
            command,
            cwd=folder,
            input=given,
            env={**environment, **_ASKED},
            capture_output=True,
            check=False,
        )
    except FileNotFoundError as error:
        raise GitError(msg("there is no git on this computer")) from error
    except OSError as error:
        raise GitError(Verbatim(str(error))) from error
    if done.returncode:
        raise _explain(folder, done.stderr)
    return done.stdout


def _explain(folder: Path, said: bytes) -> GitError:
    if _UNTRUSTED.search(said):
        command = f"git config --global --add safe.directory {shlex.quote(str(find_root(folder)))}"
        return GitError(
            msg("the repository belongs to another user"),
            msg("If you trust them, run: {command}", command=command),
        )
    lines = said.decode("utf-8", "replace").splitlines() or [""]
    fatal = next((line for line in lines if line.startswith("fatal: ")), lines[-1])
    return GitError(
        Verbatim(fatal.removeprefix("fatal: ")[:_LONGEST_REASON]),
        msg("More is told by: {command}", command="git fsck"),
    )
