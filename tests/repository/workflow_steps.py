"""Steps of the workflows, run as a runner runs them, with other programs in place of its own."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from tests.conftest import ROOT

WORKFLOWS = ROOT / ".github" / "workflows"

_SHELLS = {
    None: "bash -e {0}",
    "bash": "bash --noprofile --norc -eo pipefail {0}",
    "sh": "sh -e {0}",
    "python": "python {0}",
}
"""What a runner on Linux calls, by what the workflow says (docs.github.com, "Workflow syntax",
`jobs.<job_id>.steps[*].shell`). Only a shell that is named looks at every part of a pipe."""


@dataclass(frozen=True, slots=True)
class Step:
    """A step that runs a script.

    `environment` are the variables that the workflow gives it; `command` is what runs the script,
    whose file takes the place of `{0}`.
    """

    workflow: str
    name: str
    text: str
    command: str
    environment: Mapping[str, str]


def steps() -> Iterator[Step]:
    """Every step of every workflow that runs a script."""
    for file in sorted(WORKFLOWS.glob("*.yml")):
        workflow = yaml.safe_load(file.read_text("utf-8"))
        for job in workflow["jobs"].values():
            shell = _default_shell(job) or _default_shell(workflow)
            for step in job["steps"]:
                if "run" in step:
                    named = step.get("shell") or shell
                    given = [one.get("env", {}) for one in (workflow, job, step)]
                    yield Step(
                        file.stem,
                        step.get("name", step["run"].splitlines()[0]),
                        step["run"],
                        _SHELLS.get(named, str(named)),
                        {name: str(value) for one in given for name, value in one.items()},
                    )


def _default_shell(part: Mapping[str, Any]) -> str | None:
    shell: str | None = part.get("defaults", {}).get("run", {}).get("shell")
    return shell


def script(workflow: str, name: str) -> Step:
    """The step called `name` of the workflow file."""
    (found,) = [step for step in steps() if (step.workflow, step.name) == (workflow, name)]
    return found


def run(
    step: Step, folder: Path, programs: Mapping[str, str], **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run the step in `folder`, its script a file, with shell scripts in place of `programs`.

    `environment` must give what the workflow takes from GitHub; what it states itself stands.
    """
    for name, value in step.environment.items():
        if "${{" not in value:
            environment.setdefault(name, value)
        elif name != "GH_TOKEN":
            assert name in environment, f"{step.name}: GitHub would set {name}"
    bin_ = folder / "bin"
    bin_.mkdir(exist_ok=True)
    for name, body in programs.items():
        (bin_ / name).write_text(f"#!/bin/sh\n{body}\n", "utf-8")
        (bin_ / name).chmod(0o755)
    temporary = folder / "runner"
    temporary.mkdir(exist_ok=True)
    file = temporary / "step.sh"
    file.write_text(step.text, "utf-8")
    return subprocess.run(
        [part.replace("{0}", str(file)) for part in step.command.split()],
        cwd=folder,
        env={
            **os.environ,
            "RUNNER_TEMP": str(temporary),
            "CI": "true",
            "GITHUB_ACTIONS": "true",
            **environment,
            "PATH": f"{bin_}:{environment.get('PATH', os.environ['PATH'])}",
        },
        capture_output=True,
        text=True,
        check=False,
    )
