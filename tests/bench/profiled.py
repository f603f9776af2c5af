"""Where a stage's time goes, function by function, as cProfile counts it."""

from __future__ import annotations

import io
import pstats
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path

from tests.bench import cost
from tests.bench.case import PLAIN, Case, build_command, check_command

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
    only the shares mean something. Of workers that are forked it sees nothing.
    """
    file, site = case.folder / f"{stage}.prof", case.folder / "profiled"
    command = check_command(case.data) if stage == "check" else build_command(site)
    cache = case.folder / "profile-cache"
    environment = {**case.environment(cache), **_LEAVING_OUT[stage]}
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
