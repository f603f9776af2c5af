"""The real site, built by MkDocs once for all tests of a worker."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def build(
    site: Path, *, project: Path = ROOT, strict: bool = True, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run `mkdocs build` into `site`, with these variables beside the usual ones.

    It draws no share cards unless they are asked for: no other test looks at them.
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
            "ATLAS_CARDS": "off",
            **environment,
        },
        capture_output=True,
        text=True,
        check=False,
    )


def copied(project: Path) -> Path:
    """Copy all that a build reads to `project`; return it."""
    for name in ("docs", "overrides", "hooks", "data"):
        shutil.copytree(ROOT / name, project / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", project)
    return project


@pytest.fixture(scope="session", autouse=True)
def _in_english() -> Iterator[None]:
    """Let `atlas` speak English, whatever the language of the computer that runs the tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LC_ALL", "C.UTF-8")
        yield


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the project's own records, in all languages."""
    folder = tmp_path_factory.mktemp("built") / "site"
    done = build(folder, ATLAS_CARDS="on")
    assert done.returncode == 0, done.stderr
    return folder
