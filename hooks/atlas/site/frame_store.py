"""Frames kept between builds, under a key made of all that they depend on; safe to lose.

The host takes seconds for what hardly ever changes, and there may come a day when it can no longer
be installed. A folder of frames is complete or is not there: it is made aside and renamed.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import secrets
import shutil
from collections.abc import Iterator, Mapping
from importlib import metadata
from pathlib import Path

from atlas.site.frames import Frames, FramesError
from atlas.site.settings import ROOT, Settings

FOLDER = "frames"
"""Where frames are kept, in the folder of what is kept between builds."""

FILES = "files"
"""What the host made beside pages, in a folder of frames, as it lies in the site."""

PROJECT_FOLDERS = ("docs", "overrides", "hooks")
"""What the host reads, beside mkdocs.yml."""

_FRAMES = "frames.json"
_KEPT = 4
"""How many frames are kept: those of a few branches, or of a few sets of languages."""

_PACKAGES = (
    *("mkdocs", "mkdocs-material", "mkdocs-static-i18n", "properdocs"),
    *("markdown", "pymdown-extensions", "jinja2", "markupsafe", "babel", "tinycss2"),
)
_VARIABLE = re.compile(r"[A-Z][A-Z0-9_]+")


def key(settings: Settings, environment: Mapping[str, str]) -> str:
    """What tells frames from those of other pages, themes, settings, code or packages; nothing in
    the records does.

    Templates of pages made from records are no part of the frames.
    """
    digest = hashlib.sha256()

    def add(*parts: str | bytes) -> None:
        for part in parts:
            content = part.encode() if isinstance(part, str) else part
            digest.update(b"%d:" % len(content) + content)

    setup = ROOT / "mkdocs.yml"
    for file in [setup, *_files()]:
        add(file.relative_to(ROOT).as_posix(), file.read_bytes())
    for name in sorted(_named_variables(setup.read_text("utf-8"))):
        add(name, environment.get(name, "\0"))
    add(",".join(settings.languages), str(settings.with_cards))
    for package in _PACKAGES:
        add(package, _version(package))
    return digest.hexdigest()[:32]


def _files() -> Iterator[Path]:
    for name in PROJECT_FOLDERS:
        for file in sorted((ROOT / name).rglob("*")):
            is_made = "__pycache__" in file.parts or ".egg-info" in str(file)
            is_template = name == "hooks" and file.suffix == ".html"
            if file.is_file() and not is_made and not is_template:
                yield file


def _named_variables(setup: str) -> set[str]:
    """The variables of the environment that mkdocs.yml asks for."""
    lines = (line for line in setup.splitlines() if "!ENV" in line)
    return {name for line in lines for name in _VARIABLE.findall(line)}


def _version(package: str) -> str:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return ""


def folder(settings: Settings, named: str) -> Path:
    """Where the frames of a key lie, if there are any."""
    return settings.cache / FOLDER / named


def load(place: Path, settings: Settings) -> Frames:
    """The frames in a folder. Raises FramesError if there are none, or none of this version."""
    try:
        text = (place / _FRAMES).read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise FramesError(f"{place} holds no stored frames.") from error
    frames = Frames.parse(text, settings.cache / "cards")
    with contextlib.suppress(OSError):
        os.utime(place)  # the latest used are kept
    return frames


def save(place: Path, frames: Frames, site: Path) -> None:
    """Keep frames, with the files that the host made in the folder `site`; on a full disk, or where
    they are kept already, nothing. Of other frames beside them the oldest go."""
    aside = place.with_name(f".{secrets.token_hex(8)}")
    try:
        aside.mkdir(parents=True)
        shutil.copytree(site, aside / FILES)
        (aside / _FRAMES).write_text(frames.dump(), "utf-8")
        aside.rename(place)
        _sweep(place.parent)
    except OSError:
        shutil.rmtree(aside, ignore_errors=True)


def _sweep(store: Path) -> None:
    whole = [one for one in store.iterdir() if not one.name.startswith(".")]
    for one in sorted(whole, key=lambda one: one.stat().st_mtime_ns, reverse=True)[_KEPT:]:
        shutil.rmtree(one, ignore_errors=True)


def copy_files(place: Path, site: Path) -> None:
    """Put the host's own files into the folder of a site. Raises OSError."""
    shutil.copytree(place / FILES, site, dirs_exist_ok=True)
