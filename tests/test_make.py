"""`make site` puts a finished site in place, and leaves the old one when a build fails."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

MAKEFILE = Path(__file__).parents[1] / "Makefile"


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A folder with the Makefile and an installed `.venv`, whose Python is a script of the test."""
    shutil.copy(MAKEFILE, tmp_path)
    for name in ("pyproject.toml", "requirements/site.txt", ".venv/site.stamp"):
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.touch()
    for name in ("pyproject.toml", "requirements/site.txt"):
        os.utime(tmp_path / name, (0, 0))
    (tmp_path / "site").mkdir()
    (tmp_path / "site/index.html").write_text("old", "utf-8")
    return tmp_path


def make_site(checkout: Path, exit_code: int) -> subprocess.CompletedProcess[str]:
    """Run `make site` with an MkDocs that writes a page and then ends with `exit_code`."""
    python = checkout / ".venv/bin/python"
    python.parent.mkdir()
    python.write_text(
        f"#!/bin/sh\nmkdir site.new && echo new >site.new/index.html; exit {exit_code}\n", "utf-8"
    )
    python.chmod(0o755)
    return subprocess.run(
        ["make", "site"], cwd=checkout, capture_output=True, text=True, check=False
    )


def test_a_finished_build_takes_the_old_sites_place(checkout: Path) -> None:
    assert make_site(checkout, exit_code=0).returncode == 0
    assert (checkout / "site/index.html").read_text("utf-8") == "new\n"
    assert sorted(path.name for path in checkout.glob("site*")) == ["site"]


def test_the_first_build_needs_no_old_site(checkout: Path) -> None:
    shutil.rmtree(checkout / "site")
    assert make_site(checkout, exit_code=0).returncode == 0
    assert (checkout / "site/index.html").read_text("utf-8") == "new\n"


def test_a_failed_build_leaves_the_old_site(checkout: Path) -> None:
    assert make_site(checkout, exit_code=1).returncode != 0
    assert (checkout / "site/index.html").read_text("utf-8") == "old"
    assert sorted(path.name for path in checkout.glob("site*")) == ["site"]
