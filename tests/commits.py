"""Repositories of git whose commits say of themselves whatever a test wants them to."""

from __future__ import annotations

import hashlib
import subprocess
from collections.abc import Sequence
from pathlib import Path

NOON = 1_764_500_400
"""Seconds since 1970: a day in November 2025."""


def git(folder: Path, *arguments: str, given: bytes = b"") -> str:
    """What git says in `folder`, without the line's end."""
    who = ["-c", "user.name=Ada", "-c", "user.email=ada@town.example"]
    command = ["git", *who, "-C", str(folder), *arguments]
    done = subprocess.run(command, input=given, capture_output=True, check=True)
    return done.stdout.decode("utf-8", "surrogateescape").removesuffix("\n")


def create(folder: Path) -> Path:
    """An empty repository in `folder`; the folder `data` in it."""
    (folder / "data" / "places").mkdir(parents=True, exist_ok=True)
    git(folder, "init", "--quiet", "--initial-branch", "main")
    return folder / "data"


def header(
    author: bytes = b"Ada <ada@town.example>",
    authored: bytes = b"%d +0000" % NOON,
    committed: bytes = b"%d +0000" % NOON,
    more: bytes = b"",
    message: bytes = b"change",
) -> bytes:
    """What a commit says behind its tree and its parents, well-formed or not."""
    lines = (b"author " + author + b" " + authored, b"committer C <c@town.example> " + committed)
    return b"\n".join((*lines, *([more] if more else []), b"", message + b"\n"))


def commit(folder: Path, text: bytes = b"", **files: str | None) -> str:
    """Commit places with these texts, None for one that goes; `text` is what `header` gives.

    The working tree stays in step. Returns the commit's name.
    """
    for name, record in files.items():
        file = folder / "data" / "places" / f"{name}.yml"
        if record is None:
            file.unlink()
        else:
            file.write_text(record, "utf-8")
    git(folder, "add", "--all")
    return commit_index(folder, text)


def commit_index(folder: Path, text: bytes = b"", *others: str) -> str:
    """Commit what is staged upon HEAD, as a merge of `others` if there are any."""
    tree = git(folder, "write-tree")
    head = git(
        folder, "for-each-ref", "--format=%(objectname)", git(folder, "symbolic-ref", "HEAD")
    )
    parents = [*([head] if head else []), *others]
    (name,) = write(folder, tree, parents, [text or header()])
    git(folder, "update-ref", "HEAD", name)
    return name


def write(folder: Path, tree: str, parents: Sequence[str], texts: Sequence[bytes]) -> list[str]:
    """Write a commit of `tree` for each text, all with these parents, as no git would."""
    return _store(folder, [_body(tree, parents, text) for text in texts])


def write_chain(folder: Path, trees: Sequence[str], parent: str, texts: Sequence[bytes]) -> str:
    """Write a commit for each text, each upon the one before it; the trees take turns.

    Returns the name of the last.
    """
    bodies = []
    for number, text in enumerate(texts):
        bodies.append(_body(trees[number % len(trees)], [parent], text))
        parent = hashlib.sha1(b"commit %d\0" % len(bodies[-1]) + bodies[-1]).hexdigest()  # noqa: S324 - git's
    assert _store(folder, bodies)[-1] == parent
    return parent


def _body(tree: str, parents: Sequence[str], text: bytes) -> bytes:
    lines = [f"tree {tree}", *(f"parent {parent}" for parent in parents), ""]
    return "\n".join(lines).encode() + text


def _store(folder: Path, bodies: Sequence[bytes]) -> list[str]:
    raw = folder / ".git" / "raw"
    raw.mkdir(exist_ok=True)
    for number, body in enumerate(bodies):
        (raw / str(number)).write_bytes(body)
    paths = "".join(f"{raw}/{number}\n" for number in range(len(bodies)))
    kind = ("-t", "commit", "-w", "--literally", "--no-filters", "--stdin-paths")
    return git(folder, "hash-object", *kind, given=paths.encode()).split("\n")
