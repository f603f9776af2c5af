"""A site is made of stored frames where there are some, else by MkDocs, which stores them.

`python -m atlas.site.make FOLDER` fills the folder. MkDocs is not even imported where the frames of
these pages, theme, settings and code are stored, or where ATLAS_FRAMES names others to use.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

from atlas.files import disk_errors, garbage_collection
from atlas.files.ids import make_printable
from atlas.i18n import report
from atlas.i18n.messages import msg
from atlas.site import frame_store, settings, site_folder, versions
from atlas.site.build import Build, BuildError
from atlas.site.frames import FramesError
from atlas.site.settings import Settings
from atlas.site.site_folder import SiteFolderError
from atlas.site.versions import VersionError


def find(asked: Settings) -> Path | None:
    """Where the frames to use are stored, if they are. Says so if they are not those of these pages
    and this theme, but others that were asked for."""
    key = frame_store.key(asked, os.environ)
    if asked.frames is None:
        place = frame_store.folder(asked, key)
        return place if place.is_dir() else None
    if asked.frames.name != key:
        language = report.environment_language(os.environ)
        message = msg(
            "The site is made in the frames of {folder}, as ATLAS_FRAMES says. They were made of "
            "other pages, another theme, other settings or other code than those that are here.",
            folder=f"{asked.frames}/",
        )
        print(report.render(message, language), file=sys.stderr)
    return asked.frames


def build(folder: Path, place: Path, asked: Settings) -> None:
    """Make the site in `folder` of the frames that are stored in `place`.

    Raises FramesError, BuildError, SiteFolderError, VersionError or OSError.
    """
    site_folder.require_replaceable(site_folder.find(folder))
    frames = frame_store.load(place, asked)
    garbage_collection.put_off()
    made = Build.read(asked.data, frames.config, versions.read(asked))
    frame_store.copy_files(place, folder)
    made.write(folder, frames, asked.cache, asked.workers)
    if asked.with_search:
        made.index(folder)


def main(named: str) -> int:
    """Make the site as the environment says; return the exit code."""

    def work() -> None:
        asked = settings.read(os.environ)
        site_folder.allow_reading()
        place = find(asked)
        if place is None:
            os.execv(sys.executable, mkdocs_command(Path(named)))  # noqa: S606 - our own
        build(Path(named), place, asked)

    return tell(work)


def mkdocs_command(folder: Path) -> list[str]:
    """What has MkDocs make the site in a folder, of the records or, without them, of nothing."""
    mkdocs = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    setup = str(settings.ROOT / "mkdocs.yml")
    return [*mkdocs, "--config-file", setup, "--site-dir", str(folder.absolute())]


def tell(work: Callable[[], None]) -> int:
    """Do something for a site; return the exit code, after saying in a sentence why it failed."""
    try:
        work()
    except (FramesError, BuildError, SiteFolderError, VersionError) as error:
        print(f"\n{error}", file=sys.stderr)
        return 1
    except OSError as error:
        file = make_printable(str(error.filename or "The site"))
        print(f"\n{file}: {disk_errors.reason(error)}.", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main(*sys.argv[1:]))
