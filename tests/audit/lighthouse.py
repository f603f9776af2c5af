"""Lighthouse, as a phone, on one page of each kind that matters most.

Accessibility, best practices and search engines' needs must score 100. Speed is shown only: it
says as much of the machine as of the site, and more of what else the machine does. What makes for
speed and is the same everywhere is held by tests/browser/test_weight.py.
"""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.audit.built import BuiltSite
from tests.audit.outcome import Outcome
from tests.browser import chromium, fonts
from tests.site_languages import DIRECTIONS, PREFIXES

CLI = Path("node_modules/lighthouse/cli/index.js")

FLOORS = {"accessibility": 100, "best-practices": 100, "seo": 100, "performance": 0}


def check(site: BuiltSite) -> Outcome:
    """Check a few pages of `site` as they are served under its path."""
    faults = []
    pages = _pages(site)
    with site.served() as home:
        for page in pages:
            report = _report(home + page)
            scores = {name: round(100 * _score(report, name)) for name in FLOORS}
            shown = ", ".join(f"{name} {score}" for name, score in scores.items())
            print(f"  /{page}  {shown}", flush=True)
            faults += [
                f"/{page}  {name} {scores[name]}, not {floor}: {'; '.join(_lost(report, name))}"
                for name, floor in FLOORS.items()
                if scores[name] < floor
            ]
    return Outcome(f"{len(pages)} pages", tuple(faults))


def _pages(site: BuiltSite) -> list[str]:
    """A home page of each direction, the list, and a cooperation, a country and a place if any
    is."""
    homes = [PREFIXES[language] for language in DIRECTIONS]
    kinds = ("cooperations", "countries", "places")
    return [*homes, "cooperations/", *(page for kind in kinds for page in _largest(site, kind))]


def _largest(site: BuiltSite, kind: str) -> list[str]:
    """The page of a kind that has most to show."""
    pages = sorted(site.folder.glob(f"{kind}/*/index.html"), key=lambda page: page.stat().st_size)
    return [f"{page.parent.relative_to(site.folder).as_posix()}/" for page in pages[-1:]]


def _report(address: str) -> dict[str, Any]:
    flags = " ".join(("--headless=new", *chromium.FLAGS))
    command = ["node", str(CLI), address, "--quiet", "--no-enable-error-reporting"]
    command += ["--output=json", f"--only-categories={','.join(FLOORS)}", f"--chrome-flags={flags}"]
    with TemporaryDirectory() as folder:
        environment = {
            **os.environ,
            **fonts.environment(Path(folder)),
            "HOME": folder,
            "CHROME_PATH": str(chromium.path()),
        }
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"Lighthouse did not run on {address}: {done.stderr or done.stdout}")
    report: dict[str, Any] = json.loads(done.stdout)
    return report


def _score(report: dict[str, Any], category: str) -> float:
    score: float | None = report["categories"][category]["score"]
    return 0.0 if score is None else score


def _lost(report: dict[str, Any], category: str) -> Iterator[str]:
    """The audits that cost points, with the first thing each complains of."""
    for reference in report["categories"][category]["auditRefs"]:
        audit = report["audits"][reference["id"]]
        if reference["weight"] and audit["score"] is not None and audit["score"] < 1:
            items = audit.get("details", {}).get("items", [])
            yield f"{audit['title']} {json.dumps(items[:1], ensure_ascii=False)[:300]}"
