"""Which version of the atlas is built, which one was released before, and what changed since."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from atlas.files import disk_errors, git
from atlas.files.ids import make_printable
from atlas.graph import delta, facts
from atlas.graph.delta import Delta
from atlas.graph.facts import Facts
from atlas.model import Records
from atlas.model.ledgers import Removal
from atlas.site import facts_file
from atlas.site.facts_file import VERSION, FactsError
from atlas.site.settings import Settings


class VersionError(Exception):
    """A version cannot be called so, or has no day; the text says why."""


@dataclass(frozen=True, slots=True)
class Versions:
    """What a build is told: its own version and the day of it, in ISO 8601, both "" if it is no
    released one; and the facts of the one before. Without `with_names` it is to be frozen."""

    version: str = ""
    day: str = ""
    previous: Facts | None = None
    with_names: bool = True

    def compare(self, records: Records, removed: Iterable[Removal]) -> Delta | None:
        """What changed since the version before, if that is known."""
        if self.previous is None:
            return None
        now = facts.take(records, self.version, self.day)
        return delta.compare(self.previous, now, records, removed)


UNRELEASED = Versions()
"""A build that is no released version, and is compared with none."""


def read(asked: Settings) -> Versions:
    """What the settings say of versions. Where the version before was named and is not known, that
    is said on standard error: a site is made without it rather than not at all.

    Raises VersionError.
    """
    day = find_day(asked.data, asked.version) if asked.version else ""
    previous = None
    if asked.previous:
        try:
            previous = read_facts(asked.previous)
        except FactsError as error:
            name = make_printable(asked.previous.name)
            print(f"{name} does not say what a version held: {error}", file=sys.stderr)
    return Versions(asked.version, day, previous, asked.with_names)


def read_facts(file: Path) -> Facts:
    """The facts of a released version that a file holds. Raises FactsError."""
    try:
        with file.open("rb") as opened:
            return facts_file.read(opened.read(facts_file.MOST_BYTES + 1))
    except OSError as error:
        raise FactsError(f"{disk_errors.reason(error)}.") from error


def find_day(data: Path, version: str) -> str:
    """The day of a version, in ISO 8601: that on which the commit was made that its tag names.

    Raises VersionError.
    """
    return datetime.fromtimestamp(find_moment(data, version), UTC).date().isoformat()


def find_moment(data: Path, version: str) -> int:
    """The same in seconds since 1970. Raises VersionError, also for a day that no calendar has."""
    if not VERSION.fullmatch(version):
        raise VersionError(
            f"{version!r} cannot be the name of a version: it is made of up to forty letters of "
            "ASCII, digits, points, hyphens and underscores, begins and ends with one of the first "
            "two, as 2026.1 does, and has neither two points in a row nor .lock at its end."
        )
    try:
        tag = f"refs/tags/{version}^{{commit}}"
        told = git.run(data, "rev-list", "--max-count=1", "--format=%ct", tag, "--")
        seconds = told.split(b"\n")[1].decode()
        datetime.fromtimestamp(int(seconds), UTC)
    except git.GitError as error:
        raise VersionError(f"git knows no tag {version} here: {error.reason}.") from error
    except (IndexError, ValueError, OverflowError, OSError) as error:
        raise VersionError(f"the commit of {version} bears no date.") from error
    return int(seconds)
