"""A repository on GitHub, with the steps of the workflow *Proposal* to run for its issues."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

from atlas.editing.proposals import replies
from tests.editing.proposals import github_stand_in
from tests.editing.proposals.github_stand_in import BOT, REPOSITORY, Entry, GitHub
from tests.repository import workflow_steps

PROPOSE = workflow_steps.script("proposal", "Propose it and answer")
MARK = "<!-- answer to a form -->"
WRITTEN = {
    "data/actors/a.yml": "new\n",
    "message": "Form: a new cooperation\n",
    "title": "Form: a new cooperation – Genk",
    "body.md": "body\n",
    "answer.md": "thanks\n",
    **{f"otherwise/{name}.md": f"{name}\n" for name in replies.OUTCOMES},
}


class Repository:
    """A repository on GitHub whose branch `main` holds one record and the programs under test."""

    def __init__(self, folder: Path, origin: Path) -> None:
        self.folder = folder
        self.runs = 0
        (folder / "github").mkdir()
        self.github = GitHub(folder / "github")
        shutil.copytree(origin, self.github.origin)

    def send(self, login: str = "sender") -> Entry:
        """An issue that came of a form."""
        return self.github.open_issue(login, "A form", "### Answers", "new-cooperation")

    def edit(self, issue: Entry, body: str) -> None:
        self.github._find("issues", "number", str(issue["number"]))["body"] = body

    def run(
        self, issue: Entry, files: dict[str, str], step: workflow_steps.Step = PROPOSE
    ) -> subprocess.CompletedProcess[str]:
        """The step, run for what the issue says now, with `files` from the job that reads."""
        self.runs += 1
        clone, temporary = self.folder / f"clone{self.runs}", self.folder / f"runner{self.runs}"
        git(self.folder, "clone", "--quiet", "--depth=1", f"file://{self.github.origin}", clone)
        read = write(temporary / "read", files)
        self.github.state["artifacts"] = {"proposal": str(read)} if files else {}
        self.github.save()
        event = temporary / "event.json"
        known = {"issue": issue, "repository": {"default_branch": "main"}}
        event.write_text(json.dumps(known))
        gh = f'exec "{sys.executable}" -IS "{github_stand_in.__file__}" "$@"'
        done = workflow_steps.run(
            step,
            clone,
            {"gh": gh},
            GITHUB_STAND_IN=str(self.github.folder),
            GITHUB_REPOSITORY=REPOSITORY,
            GITHUB_EVENT_PATH=str(event),
            GITHUB_RUN_ID="1",
            RUNNER_TEMP=str(temporary),
        )
        self.github = GitHub(self.github.folder)
        return done

    def propose(self, issue: Entry, **changed: str) -> list[str]:
        """Run the step that proposes, which succeeds; what the workflow answered in the issue."""
        issue = dict(self.github._find("issues", "number", str(issue["number"])))
        done = self.run(
            issue, {**WRITTEN, **{f"data/actors/{k}.yml": v for k, v in changed.items()}}
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return self.answers(issue)

    def answers(self, issue: Entry) -> list[str]:
        return [
            one["body"].replace(MARK, "").strip()
            for one in self.github.state["comments"]
            if one["issue"] == issue["number"] and one["user"]["login"] == BOT
        ]

    def show(self, issue: Entry, file: str = "data/actors/a.yml") -> str:
        return git(self.github.origin, "show", f"form/issue-{issue['number']}:{file}")

    def push(self, issue: Entry, text: str) -> None:
        """A maintainer's commit on the branch of the issue."""
        clone = self.folder / "maintainer"
        branch = f"form/issue-{issue['number']}"
        git(self.folder, "clone", "--quiet", "--branch", branch, self.github.origin, clone)
        (clone / "data/actors/a.yml").write_text(text)
        commit_all(clone)
        git(clone, "push", "--quiet")

    @property
    def pulls(self) -> list[Entry]:
        return list(self.github.state["pulls"])

    @property
    def branches(self) -> list[str]:
        listed = git(self.github.origin, "for-each-ref", "--format=%(refname)")
        return [name for name in listed.split() if name != "refs/heads/main"]


def git(folder: Path, *arguments: str | Path) -> str:
    who = ["-c", "user.name=a", "-c", "user.email=a@town.example"]
    command = ["git", *who, "-C", str(folder), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def commit_all(folder: Path) -> None:
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "by a person")


def write(folder: Path, files: dict[str, str]) -> Path:
    folder.mkdir(parents=True)
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    return folder
