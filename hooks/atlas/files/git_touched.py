"""Which commits touched the file of a record, and what git calls its text before and after each."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path, PurePosixPath

from atlas.files import git
from atlas.files.ids import FOLDERS
from atlas.model.scalars import is_id

Blobs = dict[int, tuple[str, str]]
"""By the number of each commit that touched a file what git calls its text before and after it; ""
where there was none. A merge says neither."""


def read(data: Path, commits: Sequence[bytes]) -> dict[tuple[str, str], Blobs]:
    """By folder and id of a record, the numbers of the `commits` that touched its file, which are
    given by their names. Raises git.GitError.

    In a folder below that of its kind a record stays what it is, so moves are followed.
    """
    prefix = git.run(data, "rev-parse", "--show-prefix").removesuffix(b"\n")
    form = ("--root", "-r", "-c", "-z", "--raw", "--no-abbrev", "--no-renames", "--no-relative")
    given = b"".join(name + b"\n" for name in commits)
    told = git.run(data, "diff-tree", "--stdin", *form, "--always", "--", ".", given=given)
    tokens = iter(told.removesuffix(b"\0").split(b"\0") if told else ())
    found: dict[tuple[str, str], Blobs] = {}
    number = -1
    for token in tokens:
        if not token.startswith(b":"):  # the name of the next commit; behind it come its files
            number += 1
            assert token == commits[number], "git tells of a commit nobody asked for"
            continue
        record = _find_record(next(tokens).removeprefix(prefix).decode("utf-8", "replace"))
        if record is not None:
            blobs = found.setdefault(record, {})
            blobs[number] = _join(blobs.get(number), _read_blobs(token))
    return found


def _read_blobs(token: bytes) -> tuple[str, str]:
    """What stands before a file's name: modes, names of texts, a letter (git-diff-tree(1), "Raw
    output format")."""
    parts = token.decode("ascii", "replace").split(" ")
    if token.startswith(b"::"):
        return "", ""
    before, after = ("" if set(one) == {"0"} else one for one in parts[2:4])
    return before, after


def _join(one: tuple[str, str] | None, other: tuple[str, str]) -> tuple[str, str]:
    """A file that was moved within the folder of its kind: its text went here and came there."""
    before, after = one or ("", "")
    return before or other[0], after or other[1]


def _find_record(file: str) -> tuple[str, str] | None:
    """Folder and id of the record that the file is of: `places/belgium/genk.yml`."""
    path = PurePosixPath(file)
    folder, *inner = path.parts
    if folder not in FOLDERS or not inner or path.suffix != ".yml" or not is_id(path.stem):
        return None
    return None if any(part.startswith(".") for part in inner) else (folder, path.stem)
