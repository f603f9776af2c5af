"""What the environment settles for everything that builds or shows the site."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
"""The project: the folder of mkdocs.yml."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What was asked for. Folders are absolute.

    `data` has the records; `cache` keeps what is of use to the next build and safe to lose.
    `frames` are stored frames that are to be used whatever they were made from. `languages` are
    the codes of those to build, none for all. `workers` are the most processes that
    make pages at once. `version` is what the version of the atlas is called that is built, if it is
    a released one, and `previous` the file of facts of the one before it; without `with_names`
    those of office-holders are left out, as they are of what is frozen. Without `with_records`
    frames are made, put into `frames`, and nothing else.
    """

    data: Path
    cache: Path
    frames: Path | None
    languages: tuple[str, ...]
    workers: int
    with_records: bool
    with_search: bool
    with_cards: bool
    version: str = ""
    previous: Path | None = None
    with_names: bool = True

    @property
    def cards(self) -> Path | None:
        """The folder that keeps share cards between builds; None for a site without them."""
        return self.cache / "cards" if self.with_cards else None


def read(environment: Mapping[str, str]) -> Settings:
    """The settings in the variables ATLAS_…"""

    def folder(name: str) -> Path | None:
        named = environment.get(name)
        return Path(named).absolute() if named else None

    return Settings(
        data=folder("ATLAS_DATA") or ROOT / "data",
        cache=folder("ATLAS_CACHE") or ROOT / ".cache",
        frames=folder("ATLAS_FRAMES"),
        languages=tuple(filter(None, environment.get("ATLAS_LANGUAGES", "").split(","))),
        workers=int(named)
        if (named := environment.get("ATLAS_WORKERS", "")).isdecimal()
        else os.cpu_count() or 1,
        with_records=environment.get("ATLAS_RECORDS", "on") != "off",
        with_search=environment.get("ATLAS_SEARCH", "on") != "off",
        with_cards=environment.get("ATLAS_CARDS", "on") != "off",
        version=environment.get("ATLAS_VERSION", ""),
        previous=folder("ATLAS_PREVIOUS"),
        with_names=environment.get("ATLAS_NAMES", "on") != "off",
    )
