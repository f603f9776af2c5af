"""An earlier site is put back: which may be, and what no build that began before lays over it."""

from __future__ import annotations

import os
import shutil
import subprocess
import tarfile
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import ROOT
from tests.repository import gh_stand_in, workflow_steps
from tests.repository.gh_stand_in import REPOSITORY

pytestmark = pytest.mark.workflow

RESTORE = workflow_steps.script("publish", "Fetch what the run published")
ORDER = workflow_steps.script("publish", "Leave what a later run has published")
PUBLISH = yaml.safe_load((workflow_steps.WORKFLOWS / "publish.yml").read_text("utf-8"))
BUILD, DEPLOY = (PUBLISH["jobs"][job]["name"] for job in ("build", "deploy"))
RUN = f"repos/{REPOSITORY}/actions/runs"
REMOVED = "records:\n  - {folder: actors, id: crowd, date: 2026-03-01, reason: privacy}\n"

Done = subprocess.CompletedProcess[str]


def git(folder: Path, *arguments: str) -> str:
    who = ["-c", "user.name=a", "-c", "user.email=a@town.example"]
    command = ["git", *who, "-C", str(folder), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def commit(folder: Path, name: str, text: str) -> str:
    """Write a file and commit it; the commit."""
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, "utf-8")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", name)
    return git(folder, "rev-parse", "HEAD")


@pytest.fixture
def main(tmp_path: Path) -> Path:
    """The newest main as it is checked out, with one commit before its last."""
    folder = tmp_path / "main"
    folder.mkdir()
    git(folder, "init", "--quiet", "--initial-branch", "main")
    (folder / ".ci").mkdir()
    shutil.copy(ROOT / ".ci/restore", folder / ".ci")
    commit(folder, "data/removed.yml", "records: []\n")
    commit(folder, "data/actors/a.yml", "names: {en: A}\n")
    return folder


def job(name: str, conclusion: str | None = "success", status: str = "completed") -> dict[str, Any]:
    return {"name": name, "conclusion": conclusion, "status": status}


def put_back(
    main: Path,
    built: str,
    number: str = "123",
    *,
    jobs: tuple[dict[str, Any], ...] = (job(BUILD), job(DEPLOY)),
    archive: bytes | None = None,
    is_kept: bool = True,
    **run: Any,
) -> tuple[Done, list[str]]:
    """Run the step for a run that built the commit `built`; its result and what was asked."""
    kept = main.parent / "kept"
    (kept / "site").mkdir(parents=True)
    (kept / "site/index.html").write_text("earlier", "utf-8")
    artifact = kept / "artifact"
    artifact.mkdir()
    with tarfile.open(artifact / "artifact.tar", "w") as tar:
        tar.add(kept / "site", ".")
    if archive is not None:
        (artifact / "artifact.tar").write_bytes(archive)
    origin = {
        "path": ".github/workflows/publish.yml@refs/heads/main",
        "head_branch": "main",
        "head_repository": {"full_name": REPOSITORY},
        "event": "push",
        "head_sha": built,
    }
    work = main.parent / "work"
    work.mkdir()
    given = gh_stand_in.install(
        work,
        {
            f"{RUN}/123": [{**origin, **run}],
            f"{RUN}/123/jobs?filter=all&per_page=100": [{"jobs": list(jobs)}],
        },
        {"123/github-pages": artifact} if is_kept else {},
    )
    path = f"{work / 'bin'}:{os.environ['PATH']}"
    done = workflow_steps.run(RESTORE, main, {}, **given, RUN=number, PATH=path)
    return done, gh_stand_in.asked(work)


def refused(main: Path, put: tuple[Done, list[str]], reason: str) -> None:
    done, asked = put
    assert done.returncode == 1, done.stdout + done.stderr
    (error,) = [line for line in done.stdout.splitlines() if line.startswith("::error ")]
    assert reason in error
    assert not any(one.endswith("github-pages") for one in asked)
    assert not (main / "site").exists()


@pytest.mark.parametrize("event", ["push", "workflow_dispatch"])
def test_an_earlier_site_is_put_back(main: Path, event: str) -> None:
    (main / "site").mkdir()
    (main / "site/stray.html").touch()
    done, asked = put_back(main, git(main, "rev-parse", "HEAD^"), event=event)
    assert done.returncode == 0, done.stdout + done.stderr
    assert [(file.name, file.read_text("utf-8")) for file in (main / "site").iterdir()] == [
        ("index.html", "earlier")
    ]
    assert asked[-1] == "123/github-pages"


@pytest.mark.parametrize(
    "run",
    [
        {"event": "pull_request"},
        {"head_branch": "topic"},
        {"head_repository": {"full_name": "stranger/atlas"}},
        {"head_repository": None},
        {"path": ".github/workflows/check.yml"},
    ],
)
def test_what_main_did_not_publish_is_not_put_back(main: Path, run: dict[str, Any]) -> None:
    put = put_back(main, git(main, "rev-parse", "HEAD"), **run)
    refused(main, put, "Run 123 did not publish main: ")


@pytest.mark.parametrize("number", ["", "12 3", "1; touch x", "../1", "12\n3"])
def test_a_run_is_a_number(main: Path, number: str) -> None:
    put = put_back(main, git(main, "rev-parse", "HEAD"), number)
    refused(main, put, "A run's number is made of digits")
    assert put[1] == []


def test_a_run_that_github_does_not_know_is_said(main: Path) -> None:
    put = put_back(main, git(main, "rev-parse", "HEAD"), "124")
    refused(main, put, "GitHub does not tell what run 124 is.")


@pytest.mark.parametrize(
    "changes",
    [
        [("data/removed.yml", REMOVED)],
        [("data/removed.yml", REMOVED), ("data/actors/b.yml", "names: {en: B}\n")],
        [("data/removed.yml", None)],
    ],
)
def test_a_site_from_before_a_removal_is_not_put_back(
    main: Path, changes: list[tuple[str, str | None]]
) -> None:
    built = git(main, "rev-parse", "HEAD")
    for name, text in changes:
        if text is None:
            git(main, "rm", "--quiet", name)
            git(main, "commit", "--quiet", "--message", "gone")
        else:
            commit(main, name, text)
    refused(main, put_back(main, built), "Instead, revert on main what is wrong")


def test_a_site_with_the_newest_removals_is_put_back(main: Path) -> None:
    built = commit(main, "data/removed.yml", REMOVED)
    commit(main, "data/actors/b.yml", "names: {en: B}\n")
    assert put_back(main, built)[0].returncode == 0


def test_a_site_of_a_history_that_was_written_anew_is_not_put_back(main: Path) -> None:
    built = commit(main, "data/actors/person.yml", "names: {en: Somebody}\n")
    git(main, "reset", "--quiet", "--hard", "HEAD^")
    commit(main, "data/actors/b.yml", "names: {en: B}\n")
    refused(main, put_back(main, built), f"Run 123 built {built}, which main no longer contains")


def test_a_commit_that_is_not_even_there_is_not_put_back(main: Path) -> None:
    refused(main, put_back(main, "0" * 40), "which main no longer contains")


@pytest.mark.parametrize(
    "jobs",
    [
        (job(BUILD, "skipped"), job("Put an earlier site back"), job(DEPLOY)),
        (job(BUILD, "failure"), job(DEPLOY, "skipped")),
        (),
    ],
)
def test_a_run_that_built_nothing_itself_is_not_put_back(
    main: Path, jobs: tuple[dict[str, Any], ...]
) -> None:
    """Its artifact holds another commit's site than the run says, perhaps from before a removal."""
    put = put_back(main, git(main, "rev-parse", "HEAD"), jobs=jobs)
    refused(main, put, "Run 123 built no site that passed.")


@pytest.mark.parametrize("archive", [b"", b"no archive"])
def test_what_is_no_whole_site_is_not_put_back(main: Path, archive: bytes) -> None:
    done, _ = put_back(main, git(main, "rev-parse", "HEAD"), archive=archive)
    assert done.returncode == 1
    assert "What run 123 kept is no whole site." in done.stdout


def test_a_site_that_is_no_longer_kept_is_said(main: Path) -> None:
    done, _ = put_back(main, git(main, "rev-parse", "HEAD"), is_kept=False)
    assert done.returncode == 1
    assert "The site of run 123 cannot be fetched; one is kept for 90 days." in done.stdout


def test_what_counts_are_the_removals_of_the_newest_main() -> None:
    checkout = PUBLISH["jobs"]["restore"]["steps"][0]
    assert checkout["uses"].startswith("actions/checkout@")
    assert (checkout["with"]["ref"], checkout["with"]["fetch-depth"]) == ("main", 0)


def test_only_deployments_wait_for_each_other() -> None:
    """A rollback and a build are of two groups, by the one thing in which they differ."""
    group = PUBLISH["concurrency"]["group"]
    assert group == "${{ inputs.run && 'put-back' || 'publish' }}"
    conditions = {name: PUBLISH["jobs"][name]["if"] for name in ("build", "share", "restore")}
    assert conditions == {
        "build": "github.ref == 'refs/heads/main' && !inputs.run && !cancelled()",
        "share": "github.ref == 'refs/heads/main' && !inputs.run && vars.ATLAS_SHARES",
        "restore": "github.ref == 'refs/heads/main' && inputs.run",
    }
    shared = {name: one.get("concurrency") for name, one in PUBLISH["jobs"].items()}
    assert shared == {
        "share": None,
        "build": None,
        "restore": None,
        "deploy": {"group": "github-pages", "cancel-in-progress": False},
    }


def ready(tmp_path: Path, later: dict[int, list[dict[str, Any]]]) -> Done:
    """Run the step before the deployment of run number 7, with the jobs of the runs since."""
    began = "2026-03-01T09:00:00Z"
    runs = [{"id": 100 + number, "run_number": number} for number in sorted(later)[::-1]]
    listed = f"branch=main&created=%3E%3D{began}&per_page=100"
    workflow = f"repos/{REPOSITORY}/actions/workflows/publish.yml/runs"
    pages = [{"workflow_runs": runs[:1]}, {"workflow_runs": runs[1:]}]
    api: dict[str, list[Any]] = {
        f"{RUN}/107": [{"created_at": began}],
        f"{workflow}?{listed}": pages,
    }
    for number, jobs in later.items():
        api[f"{RUN}/{100 + number}/jobs?filter=all&per_page=100"] = [{"jobs": jobs}]
    given = gh_stand_in.install(tmp_path, api, {})
    return workflow_steps.run(
        ORDER, tmp_path, {}, **given, GITHUB_RUN_ID="107", GITHUB_RUN_NUMBER="7"
    )


@pytest.mark.parametrize(
    "later",
    [
        {},
        {7: [job(DEPLOY)]},
        {6: [job(DEPLOY)], 7: [job(DEPLOY, None, "in_progress")]},
        {7: [], 8: [job(BUILD, None, "in_progress")]},
        {7: [], 8: [job(BUILD, "failure"), job(DEPLOY, "skipped")], 9: [job(DEPLOY, "failure")]},
        {7: [], 8: [job("Put an earlier site back"), job(DEPLOY, None, "queued")]},
    ],
)
def test_a_site_is_published_while_no_later_run_has_published(
    tmp_path: Path, later: dict[int, list[dict[str, Any]]]
) -> None:
    done = ready(tmp_path, later)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    "later",
    [
        {7: [], 8: [job("Put an earlier site back"), job(DEPLOY)]},
        {7: [], 8: [job(DEPLOY)], 9: [job(BUILD, "failure")]},
        {7: [], 8: [job(DEPLOY, "failure"), job(DEPLOY)]},
        {8: [job(DEPLOY, None, "in_progress")]},
    ],
)
def test_a_build_does_not_take_the_place_of_what_a_later_run_published(
    tmp_path: Path, later: dict[int, list[dict[str, Any]]]
) -> None:
    done = ready(tmp_path, later)
    assert done.returncode == 1
    assert done.stdout == (
        "::error title=Not published::Run 108 began later and has published. "
        "To publish over it, run Publish anew.\n"
    )


def test_where_github_does_not_answer_nothing_is_published(tmp_path: Path) -> None:
    given = gh_stand_in.install(tmp_path, {}, {})
    done = workflow_steps.run(
        ORDER, tmp_path, {}, **given, GITHUB_RUN_ID="107", GITHUB_RUN_NUMBER="7"
    )
    assert done.returncode != 0


def test_the_order_is_looked_at_right_before_the_deployment() -> None:
    steps = PUBLISH["jobs"]["deploy"]["steps"]
    assert [step.get("name", step.get("id")) for step in steps] == [ORDER.name, "deployment"]
