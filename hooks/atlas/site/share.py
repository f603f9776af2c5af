"""One share of a site's units is made and kept, on a machine of its own if need be.

`python -m atlas.site.share 2/4` makes the second of four and writes no site. A build that finds the
stores of all shares in one (one folder of all: files by their digest, an index a share) makes
nothing anew, and the same bytes as one that was alone.
"""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from atlas.files import garbage_collection
from atlas.site import (
    child_process,
    frame_store,
    make,
    progress,
    settings,
    unit_supply,
    versions,
)
from atlas.site.build import Build, BuildError
from atlas.site.settings import Settings
from atlas.site.unit_builder import UnitBuilder
from atlas.site.unit_workers import WorkerError

_SHARE = re.compile(r"([1-9][0-9]{0,3})/([1-9][0-9]{0,3})")


class ShareError(BuildError):
    """There is no such share, or it cannot be made; the text says why."""


class Share(NamedTuple):
    """A share of all units: of so many `shares` that of a `number`, from 1."""

    number: int
    shares: int

    @classmethod
    def parse(cls, text: str) -> Share:
        """The share that "2/4" names. Raises ShareError if it is none."""
        found = _SHARE.fullmatch(text)
        if not found or int(found[1]) > int(found[2]):
            raise ShareError(
                f"{text!r} is no share of a site. Write which of how many it is: SHARE=2/4 is the "
                "second of four."
            )
        return cls(int(found[1]), int(found[2]))


def keep(share: Share, place: Path, asked: Settings) -> int:
    """Make the units of a share that are not kept yet, in the frames that are stored in `place`;
    return how many the share has.

    Each kind of page is spread over all shares. Raises FramesError, BuildError, VersionError,
    WorkerError or OSError.
    """
    frames = frame_store.load(place, asked)
    garbage_collection.put_off()
    build = Build.read(asked.data, frames.config, versions.read(asked))
    site = build.contents(frames)
    builder = UnitBuilder(site, build.stamper(frames))
    store = build.open_store(asked.cache, frames)
    wanted = unit_supply.every_unit(site)[share.number - 1 :: share.shares]
    with progress.show() as advance:
        for unit in unit_supply.complete(wanted, builder, store, asked.workers):
            advance(f"units of {unit.unit.kind}")
    store.save_share(share.number, builder.readings)
    return len(wanted)


def _require_frames(asked: Settings) -> Path:
    """Where the frames are stored, which MkDocs makes if there are none yet.

    Raises ShareError if it makes none.
    """
    if place := make.find(asked):
        return place
    with TemporaryDirectory(prefix="atlas-") as aside:
        command = make.mkdocs_command(Path(aside) / "site")
        with child_process.begin(command, env={**os.environ, "ATLAS_RECORDS": "off"}) as mkdocs:
            code = mkdocs.wait()
    place = None if code else make.find(asked)
    if place is None:
        raise ShareError("MkDocs made no frames, so there is nothing that pages could stand in.")
    return place


def main(named: str = "") -> int:
    """Make a share as the environment says; return the exit code."""

    def work() -> None:
        share, asked = Share.parse(named), settings.read(os.environ)
        try:
            count = keep(share, _require_frames(asked), asked)
        except WorkerError as error:
            raise BuildError(str(error)) from error
        print(f"Kept share {share.number} of {share.shares}: {count} units.", file=sys.stderr)

    return make.tell(work)


if __name__ == "__main__":
    raise SystemExit(main(*sys.argv[1:]))
