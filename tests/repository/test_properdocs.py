"""`make properdocs` says whether two hosts make the same site, and names what differs."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from tests.conftest import ROOT


def make_properdocs(checkout: Path, written: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Run `make properdocs` with hosts that each write what `written` says of them."""
    for name in (".venv", ".venv-properdocs"):
        python = checkout / name / "bin/python"
        python.parent.mkdir(parents=True)
        cases = "".join(f"{host}) text={text};; " for host, text in written.items())
        # python -m HOST build --strict --quiet --site-dir FOLDER
        python.write_text(
            f'#!/bin/sh\ncase "$2" in {cases}esac\nmkdir "$7" && echo $text >"$7/index.html"\n',
            "utf-8",
        )
        python.chmod(0o755)
    (checkout / "requirements").mkdir()
    shutil.copy(ROOT / "Makefile", checkout)
    for name in ("pyproject.toml", "requirements/site.txt", "requirements/properdocs.txt"):
        (checkout / name).touch()
        os.utime(checkout / name, (0, 0))
    for name in (".venv/site.stamp", ".venv-properdocs/properdocs.stamp"):
        (checkout / name).touch()
    return subprocess.run(
        ["make", "--no-print-directory", "properdocs"],
        cwd=checkout,
        capture_output=True,
        text=True,
        check=False,
    )


def test_two_hosts_that_make_the_same_site_are_told_so(tmp_path: Path) -> None:
    done = make_properdocs(tmp_path, {"mkdocs": "same", "properdocs": "same"})
    assert (done.returncode, done.stdout) == (0, "Both make the same 1 files.\n")
    assert list(tmp_path.glob("site*")) == []


def test_a_host_that_makes_another_page_is_named(tmp_path: Path) -> None:
    done = make_properdocs(tmp_path, {"mkdocs": "one", "properdocs": "other"})
    assert done.returncode != 0
    assert "Files site.mkdocs/index.html and site.properdocs/index.html differ" in done.stdout
