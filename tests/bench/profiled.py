"""Where a stage's time goes, function by function, as cProfile counts it."""

from __future__ import annotations

import io
import pstats
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path

from tests.bench import cost
from tests.bench.case import PLAIN, Case, check_command
from tests.bench.cost import python

_MOST = 40
_LEAVING_OUT: dict[str, Mapping[str, str]] = {
    "check": {},
    "build": PLAIN,
    "search": {"ATLAS_CARDS": "off"},
    "cards": {},
}
STAGES = tuple(_LEAVING_OUT)
"""The stages that run our own code, and so can be profiled."""


def profile(case: Case, stage: str) -> str:
    """The functions that a stage spends most time in, and those with most below them.

    The whole profile stays in the case's folder, as `<stage>.prof`. The profiler itself takes time:
    only the shares mean something. It sees nothing of workers, so there is one alone.
    """
    file, site = case.folder / f"{stage}.prof", case.folder / "profiled"
    host = python("mkdocs", "build", "--strict", "--site-dir", str(site))
    command = check_command(case.data) if stage == "check" else host
    cache = case.folder / "profile-cache"
    environment = {**case.environment(cache), **_LEAVING_OUT[stage], "ATLAS_WORKERS": "1"}
    try:
        cost.run([sys.executable, "-m", "cProfile", "-o", str(file), *command[1:]], environment)
    finally:
        for folder in (site, cache):
            shutil.rmtree(folder, ignore_errors=True)
    return summary(file)


def summary(file: Path) -> str:
    """The head of a profile, by own time and then by that of all below."""
    said = io.StringIO()
    stats = pstats.Stats(str(file), stream=said).strip_dirs()
    stats.sort_stats("tottime").print_stats(_MOST)
    stats.sort_stats("cumulative").print_stats(_MOST)
    return said.getvalue()
