"""The tasks of eleven kinds of visitors, in Chromium and in Firefox, with the steps and seconds
that each takes.

They know what the pages say, so they are done on a site of records that never change, built for
them, and not on the one that is audited. In Chromium a slow phone is slow indeed. Seconds are shown
only: they say as much of this machine as of the site.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.audit import firefox
from tests.audit.built import BuiltSite
from tests.audit.outcome import Outcome
from tests.browser import tasks, visitor
from tests.browser.launch import launched
from tests.browser.tasks import Task
from tests.browser.visitor import Performance
from tests.frozen_records import CASES
from tests.mkdocs_build import build


def check(_: BuiltSite) -> Outcome:
    """Build a site and do every task on it."""
    firefox.path()  # before a minute has gone by
    every = tasks.read()
    with TemporaryDirectory() as folder:
        sites = {name: Path(folder) / name for name in {task.records for task in every.values()}}
        for name, site in sites.items():
            done = build(site, ATLAS_DATA=str(CASES / name / "data"), ATLAS_CARDS="on")
            if done.returncode:
                raise RuntimeError(f"The site for the tasks was not built: {done.stderr}")
        went = perform(every, sites)
    print("\n".join(table(every, went)), flush=True)
    faults = [
        f"{name}, in {browser}  {fault}"
        for browser, performances in went.items()
        for name, performance in performances.items()
        for fault in performance.faults
    ]
    return Outcome(f"{len(every)} tasks, each in {' and '.join(went)}", tuple(faults))


def perform(
    every: Mapping[str, Task], sites: Mapping[str, Path]
) -> dict[str, dict[str, Performance]]:
    """Do tasks, each on the site of its records; how each went, by browser and name."""
    went: dict[str, dict[str, Performance]] = {"Chromium": {}, "Firefox": {}}
    for records, site in sites.items():
        there = [task for task in every.values() if task.records == records]
        with BuiltSite(site).served() as address:
            with TemporaryDirectory() as home, launched(Path(home)) as browser:
                for task in there:
                    done = visitor.perform(task, browser, address, slowed=True)
                    went["Chromium"][task.name] = done
            able = [task for task in there if not task.chromium_only]
            for task, done in zip(able, firefox.perform(able, address), strict=True):
                went["Firefox"][task.name] = done
    return went


def table(every: Mapping[str, Task], went: Mapping[str, Mapping[str, Performance]]) -> list[str]:
    """The lines of a table of who came for what, by how many steps and in how many seconds."""
    lines = [f"  {'task':14} {'window':7} steps" + "".join(f"  {one:>10}" for one in went)]
    for name, task in every.items():
        first, *_ = (of[name] for of in went.values())
        times = (
            f"{of[name].seconds:8.1f} s" if name in of else task.chromium_only
            for of in went.values()
        )
        window = f"{task.window.width} px"
        lines.append(
            f"  {name:14} {window:7} {first.steps:5}" + "".join(f"  {one}" for one in times)
        )
    return lines
