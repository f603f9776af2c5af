"""One generated atlas that is measured: its records, its sites, and the commands that make them."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.bench import cost, sampled
from tests.bench.cost import Cost, python
from tests.bench.sizes import Size

EPOCH = "1790000000"
"""The day on which every site is built, so that two can be compared."""

PLAIN = {"ATLAS_SEARCH": "off", "ATLAS_CARDS": "off"}
"""A build that makes nothing but what Hugo makes as well."""


@dataclass(frozen=True, slots=True)
class Case:
    """An atlas of some size in some languages, within a folder of its own."""

    size: Size
    folder: Path
    languages: str

    @property
    def data(self) -> Path:
        """The folder of its records."""
        return self.folder / "data"

    @property
    def site(self) -> Path:
        """The site that a cold build made, without search and cards."""
        return self.folder / "site"

    @property
    def cache(self) -> Path:
        """What that build kept for the next."""
        return self.folder / "cache"

    def write(self) -> None:
        """Write the records."""
        self.folder.mkdir(parents=True, exist_ok=True)
        self.size.write(self.data)

    def environment(self, cache: Path) -> dict[str, str]:
        """What every command is told; what builds keep for later ones lies in `cache`."""
        return {
            "ATLAS_DATA": str(self.data),
            "ATLAS_LANGUAGES": self.languages,
            "ATLAS_CACHE": str(cache),
            "SOURCE_DATE_EPOCH": EPOCH,
            "NO_MKDOCS_2_WARNING": "true",
        }

    def build(self, site: Path, cache: Path, without: Mapping[str, str] = PLAIN) -> Cost:
        """Build the site into a folder, as `make site` does; raise cost.FailedError if it fails.

        `without` are the variables that leave something out. The folder may be there already.
        """
        shutil.rmtree(site, ignore_errors=True)
        site.mkdir(parents=True)
        return cost.run(build_command(site), {**self.environment(cache), **without})

    def build_in_parts(self) -> tuple[Cost, dict[str, tuple[float, float]]]:
        """The same, cold, into `site` and `cache`; with it the seconds of each part."""
        samples = self.folder / "samples"
        shutil.rmtree(samples, ignore_errors=True)
        samples.mkdir()
        host = ["mkdocs", "build", "--strict", "--site-dir", str(self.site)]
        command = python("tests.bench.sampled", str(samples), *host)
        took = cost.run(command, {**self.environment(self.cache), **PLAIN})
        return took, sampled.read(samples)


def build_command(site: Path) -> list[str]:
    """The command that builds a site, which without stored frames goes over into MkDocs."""
    return python("atlas.site.make", str(site))


def preview_command(port: int) -> list[str]:
    """The command that shows the records on a port of this machine, as `make serve` does."""
    return python("atlas.preview", "--port", str(port))


def check_command(data: Path, *files: Path) -> list[str]:
    """The command that checks all records, or those in the files."""
    return python("atlas", "check", "--data", str(data), *map(str, files))
