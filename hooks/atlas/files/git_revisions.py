"""Which fields of a record were changed when, from what git has of its file.

A file is cut where a line begins with the name of a field, as YAML has it at the outermost level
(YAML 1.2.2, section 8.2.2), and its pieces are compared, which is far faster than parsing it. How a
piece is broken into lines makes no difference.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from atlas.files import git
from atlas.model import MODELS

LENGTH = 5
"""The commits of a record that are looked at, the last ones."""

_AT_ONCE = 1_000
"""Versions of files that git is asked for at once, so that no more are held in memory."""

_FIELD = re.compile(rb"^([a-z][a-z0-9_]*):", re.MULTILINE)
_REMARK = re.compile(rb"^#.*$", re.MULTILINE)

_ADDED = "added"


@dataclass(frozen=True, slots=True)
class Revision:
    """What was changed in a record on a day: the names of fields, in the order of the model; or it
    was added then."""

    day: date
    fields: tuple[str, ...] = ()
    is_first: bool = False


@dataclass(slots=True)
class Touch:
    """A commit touched a file: what git calls the text before and after it; "" where there was
    none. `when` is its day."""

    when: date
    before: str = ""
    after: str = ""


def read(data: Path, touched: Mapping[str, Sequence[Touch]]) -> dict[str, tuple[Revision, ...]]:
    """The revisions of each record, the last first, a day once; by "cooperations/genk-x", as
    `touched` has its commits, the last first. Raises git.GitError."""
    found: dict[str, tuple[Revision, ...]] = {}
    names = list(touched)
    for at in range(0, len(names), _AT_ONCE // LENGTH):
        some = {name: touched[name][:LENGTH] for name in names[at : at + _AT_ONCE // LENGTH]}
        blobs = {blob for all_ in some.values() for one in all_ for blob in (one.before, one.after)}
        pieces = _read_pieces(data, sorted(filter(None, blobs)))
        for name, touches in some.items():
            order = tuple(MODELS[name.partition("/")[0]].model_fields)
            found[name] = tuple(_join_days(touches, pieces, order))
    return found


def _read_pieces(data: Path, blobs: Sequence[str]) -> dict[str, Mapping[str, bytes]]:
    """The pieces of each text, by what git calls it; of one that git lacks there are none."""
    told = git.run(data, "cat-file", "--batch", given="".join(f"{one}\n" for one in blobs).encode())
    found: dict[str, Mapping[str, bytes]] = {}
    at = 0
    for blob in blobs:
        end = told.index(b"\n", at)
        head = told[at:end].split(b" ")
        at = end + 1
        if len(head) == 3 and head[1] == b"blob":
            size = int(head[2])
            found[blob] = _cut(told[at : at + size])
            at += size + 1
    return found


def _cut(text: bytes) -> dict[str, bytes]:
    """By the names of the fields what is written of each."""
    plain = _REMARK.sub(b"", text) if b"#" in text else text
    _, *parts = _FIELD.split(plain)
    return dict(zip(map(bytes.decode, parts[::2]), parts[1::2], strict=True))


def _differs(one: bytes | None, other: bytes | None) -> bool:
    """Whether two pieces say something else; how they are broken into lines is no difference."""
    if one is None or other is None:
        return one is not other
    return one != other and one.split() != other.split()


def _join_days(
    touches: Iterable[Touch], pieces: Mapping[str, Mapping[str, bytes]], order: tuple[str, ...]
) -> Iterable[Revision]:
    """A revision for each day on which something of what the record says was changed."""
    by_day: dict[date, set[str]] = {}
    for one in touches:
        before, after = pieces.get(one.before, {}), pieces.get(one.after, {})
        changed = {name for name in order if _differs(before.get(name), after.get(name))}
        if changed and not one.before:
            changed = {_ADDED}
        if changed and one.after:
            by_day.setdefault(one.when, set()).update(changed)
    for day, changed in by_day.items():
        fields = tuple(name for name in order if name in changed)
        is_first = _ADDED in changed
        yield Revision(day, () if is_first else fields, is_first)
