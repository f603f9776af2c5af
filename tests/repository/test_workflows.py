"""A step of a workflow, a recipe of the Makefile or a script fails when any part of it fails."""

from __future__ import annotations

import dataclasses
import re
import subprocess
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.repository import workflow_steps
from tests.repository.workflow_steps import Step

pytestmark = pytest.mark.workflow

STEPS = [*workflow_steps.steps()]
SCRIPTS = [
    file
    for file in sorted((ROOT / ".ci").iterdir())
    if file.is_file() and file.read_text("utf-8").startswith("#!/usr/bin/env bash")
]


def _identify(step: Step) -> str:
    return f"{step.workflow}: {step.name}"


@pytest.mark.parametrize("step", STEPS, ids=_identify)
def test_a_step_fails_when_any_part_of_a_pipe_fails(step: Step, tmp_path: Path) -> None:
    broken = dataclasses.replace(step, text="false | cat\n", environment={})
    assert workflow_steps.run(broken, tmp_path, {}).returncode != 0
    sound = dataclasses.replace(broken, text="true | cat\n")
    assert workflow_steps.run(sound, tmp_path, {}).returncode == 0


def test_a_runner_that_is_told_no_shell_overlooks_a_pipe(tmp_path: Path) -> None:
    unsaid = Step("any", "any", "false | cat\n", "bash -e {0}", {})
    assert workflow_steps.run(unsaid, tmp_path, {}).returncode == 0


@pytest.mark.parametrize("step", STEPS, ids=_identify)
def test_a_step_is_a_script_into_which_nothing_is_written_from_outside(step: Step) -> None:
    assert "${{" not in step.text


@pytest.mark.parametrize("step", STEPS, ids=_identify)
def test_a_step_names_no_variable_that_nobody_sets(step: Step) -> None:
    named = set(re.findall(r"\$\{?([A-Z][A-Z_]*)", step.text))
    assert {one for one in named if not one.startswith(("GITHUB_", "RUNNER_"))} <= {
        *step.environment
    }


def test_a_review_that_fails_is_not_hidden_by_the_summary(tmp_path: Path) -> None:
    atlas = tmp_path / ".venv/bin/atlas"
    atlas.parent.mkdir(parents=True)
    atlas.write_text('#!/bin/sh\necho "half a summary"\nexit "$CODE"\n', "utf-8")
    atlas.chmod(0o755)
    step = workflow_steps.script("check", "What changes, in plain words")
    for code in (0, 1):
        summary = tmp_path / f"summary-{code}"
        done = workflow_steps.run(
            step, tmp_path, {}, CODE=str(code), GITHUB_STEP_SUMMARY=str(summary)
        )
        assert done.returncode == code
        assert summary.read_text("utf-8") == "half a summary\n"


def test_a_recipe_of_the_makefile_fails_when_any_part_of_a_pipe_fails(tmp_path: Path) -> None:
    own = tmp_path / "Makefile"
    for recipe, fails in (("false | cat", True), ("true | cat", False), ("echo $$NOTHING", True)):
        own.write_text(f"include {ROOT / 'Makefile'}\npiped:\n\t@{recipe}\n", "utf-8")
        done = subprocess.run(
            ["make", "--no-print-directory", "--file", own, "piped"],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
        assert (done.returncode != 0) == fails, done.stderr


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda file: file.name)
def test_a_script_fails_when_any_part_of_it_fails(script: Path) -> None:
    commands = [
        line for line in script.read_text("utf-8").splitlines() if line[:1] not in ("", "#")
    ]
    assert commands[0] == "set -euo pipefail"
