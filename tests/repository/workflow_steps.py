"""A step of a workflow, run as GitHub runs it, with other programs in place of its own."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

import yaml

from tests.conftest import ROOT

WORKFLOWS = ROOT / ".github" / "workflows"


def script(workflow: str, step: str) -> str:
    """What the step called `step` of the workflow file runs."""
    jobs = yaml.safe_load((WORKFLOWS / f"{workflow}.yml").read_text("utf-8"))["jobs"]
    (found,) = [
        one["run"] for job in jobs.values() for one in job["steps"] if one.get("name") == step
    ]
    return str(found)


def run(
    text: str, folder: Path, programs: Mapping[str, str], **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run the script `text` in `folder` with bash, as on a runner; `programs` are shell scripts."""
    bin_ = folder / "bin"
    bin_.mkdir(exist_ok=True)
    for name, body in programs.items():
        (bin_ / name).write_text(f"#!/bin/sh\n{body}\n", "utf-8")
        (bin_ / name).chmod(0o755)
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", text],
        cwd=folder,
        env={**os.environ, "PATH": f"{bin_}:{os.environ['PATH']}", **environment},
        capture_output=True,
        text=True,
        check=False,
    )
