"""Frames for the preview: stored ones, or what MkDocs makes of them in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from atlas.site import frame_store
from atlas.site.frames import Frames, FramesError
from atlas.site.settings import ROOT, Settings


@dataclass(frozen=True, slots=True)
class MadeFrames:
    """Frames, and the folder of the files that the host made beside pages."""

    frames: Frames
    files: Path


class FrameMaker:
    """Makes frames; those that are not stored lie in `folder`, a name each."""

    def __init__(self, asked: Settings, folder: Path) -> None:
        self._asked, self._folder = asked, folder
        self._count = 0

    def make(self) -> tuple[MadeFrames | None, str]:
        """The frames of what is saved now, if there are any, and what MkDocs warned of, or why it
        could make none."""
        asked = self._asked
        stored = asked.frames or frame_store.folder(asked, frame_store.key(asked, os.environ))
        if asked.frames or stored.is_dir():
            try:
                return self._load(stored), ""
            except FramesError as error:
                if asked.frames:
                    return None, str(error)
        self._count += 1
        place = self._folder / f"frames-{self._count}"
        said = self._run(place)
        try:
            return self._load(place), said
        except FramesError:
            return None, said or f"MkDocs: {place.name}"

    def _run(self, place: Path) -> str:
        """Let MkDocs make frames into `place`; what it says, if it is not content."""
        command = [
            *(sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"),
            *("--config-file", str(ROOT / "mkdocs.yml")),
            *("--site-dir", str(place.with_name(f"{place.name}-site"))),
        ]
        told = {
            "ATLAS_RECORDS": "off",
            "ATLAS_CARDS": "off",
            "ATLAS_FRAMES": str(place),
            "NO_MKDOCS_2_WARNING": "true",
        }
        done = subprocess.run(  # noqa: S603 - a command of our own
            command,
            cwd=ROOT,
            env={**os.environ, **told},
            capture_output=True,
            text=True,
            check=False,
        )
        return f"{done.stdout}{done.stderr}".strip() if done.returncode else ""

    def _load(self, place: Path) -> MadeFrames:
        return MadeFrames(frame_store.load(place, self._asked), place / frame_store.FILES)
