"""A run of MkDocs, as `make site` has it, on the project or on a copy, with any records."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Protocol

from tests.frozen_records import TOWNS
from tests.site_languages import ROOT

URL = "https://example.org/atlas/"
"""Where every build is published: not at its host's root, where "/about/" would be no fault."""

EPOCH = "1700000000"
"""What SOURCE_DATE_EPOCH is for every build: a site does not tell when a test ran."""


class Build(Protocol):
    """What the fixture `build` gives: the function of that name below."""

    def __call__(
        self, site: Path, *, project: Path = ROOT, strict: bool = True, **environment: str
    ) -> subprocess.CompletedProcess[str]: ...


def build(
    site: Path, *, project: Path = ROOT, strict: bool = True, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run `mkdocs build` into `site`, with these variables beside the usual ones.

    It draws no share cards unless they are asked for, and uses nothing that another build kept.
    """
    return subprocess.run(
        [
            *(sys.executable, "-m", "mkdocs", "build", "--site-dir", str(site)),
            *(["--strict"] if strict else []),
        ],
        cwd=project,
        env={
            **os.environ,
            "NO_MKDOCS_2_WARNING": "true",
            "LC_ALL": "C.UTF-8",
            "ATLAS_SITE_URL": URL,
            "SOURCE_DATE_EPOCH": EPOCH,
            "ATLAS_CARDS": "off",
            "ATLAS_CACHE": str(site.with_name(f"{site.name}-cache")),
            **environment,
        },
        capture_output=True,
        text=True,
        check=False,
    )


def copied(project: Path) -> Path:
    """Copy all that a build reads to `project`, with the records of a few towns; return it."""
    for name in ("docs", "overrides", "hooks", "data/world"):
        shutil.copytree(ROOT / name, project / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(TOWNS, project / "data", dirs_exist_ok=True)
    shutil.copy(ROOT / "mkdocs.yml", project)
    return project
