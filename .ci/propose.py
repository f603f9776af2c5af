"""Makes or renews the pull request for an issue that came of a form, and answers in the issue.

    python3 .ci/propose.py FOLDER
    python3 .ci/propose.py --failed FOLDER    after a step that failed, this one included

FOLDER holds what `atlas propose` wrote; after a failure it may lack anything. GITHUB_EVENT_PATH
names the event.

Nothing of a person's is overwritten: a branch and a pull request are renewed only while both are
as they were left here. A pull request that was closed stays closed. An issue has one answer, which
is written anew.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import github
from github import RefusedError, git

FORMS = {"new-cooperation", "still-so", "ended"}
"""The labels of the issues that become pull requests."""

MOST_OPEN = 5
"""As many proposals of one person are open at a time."""

LABEL = "from-a-form"
_BRANCH = "form/issue-"
_PUSHED = "refs/pushed/"
_ANSWER = "<!-- answer to a form -->"
_SEAL = "<!-- as written: "
_NO_ANSWER = (
    "Thank you. Something went wrong here, and no proposal could be made. A person will look into "
    "it; you need do nothing."
)
"""Where not even the language of the form is known."""


@dataclass(frozen=True)
class Branch:
    """An issue's branch: its tip, and what was pushed here last; "" where there is none.

    What was pushed stands in the reference `refs/pushed/form/issue-7`.
    """

    name: str
    tip: str
    pushed: str

    @property
    def is_untouched(self) -> bool:
        """Whether nobody else pushed to it."""
        return self.tip in {"", self.pushed}

    def push(self, commit: str) -> None:
        """Make it `commit`, or with "" remove it, unless somebody else was quicker.

        Both references change or neither. Raises RefusedError.
        """
        references = {f"refs/heads/{self.name}": self.tip, f"{_PUSHED}{self.name}": self.pushed}
        leases = [f"--force-with-lease={name}:{tip}" for name, tip in references.items()]
        changes = [f"{commit}:{name}" for name in references]
        git("push", "--quiet", "--atomic", *leases, "origin", *changes)


def find_branch(issue: int) -> Branch:
    """The branch for an issue, as it stands now."""
    name = f"{_BRANCH}{issue}"
    references = (f"refs/heads/{name}", f"{_PUSHED}{name}")
    tips = {}
    for line in git("ls-remote", "origin", *references).splitlines():
        tip, reference = line.split("\t")
        tips[reference] = tip
    return Branch(name, *(tips.get(reference, "") for reference in references))


def find_issue(event: dict[str, Any]) -> dict[str, Any] | None:
    """The issue as it is now, if it still is what the event says and waits for a proposal."""
    sent = event["issue"]
    try:
        issue: dict[str, Any] = github.ask(f"issues/{int(sent['number'])}")
    except RefusedError as error:
        if "(HTTP 404)" in str(error) or "(HTTP 410)" in str(error):  # moved or deleted
            return None
        raise
    is_here = issue["repository_url"].endswith(f"/repos/{github.get_repository()}")
    is_open = issue["state"] == "open" and not issue["locked"]
    # What was edited since has an event of its own.
    is_current = all(issue[field] == sent[field] for field in ("title", "body"))
    return issue if is_here and is_open and is_current and _is_form(issue) else None


def _is_form(issue: dict[str, Any]) -> bool:
    return not FORMS.isdisjoint(label["name"] for label in issue["labels"])


def find_pulls(branch: str) -> list[dict[str, Any]]:
    """The pull requests, closed ones too, of a branch of this very repository."""
    owner = github.get_repository().partition("/")[0]
    return _list_pulls(f"state=all&head={owner}:{branch}")


def _list_pulls(query: str) -> list[dict[str, Any]]:
    """Those without the ones of forks, whose branches may have any name."""
    pulls = github.ask_all(f"pulls?{query}&per_page=100")
    homes = [(pull["head"]["repo"] or {}).get("full_name") for pull in pulls]
    here = github.get_repository()
    return [pull for pull, home in zip(pulls, homes, strict=True) if home == here]


def is_waiting(issue: dict[str, Any]) -> bool:
    """Whether whoever wrote the issue has so many proposals open that this one must wait.

    Earlier issues of which none was made yet count too: many may be sent at once.
    """
    open_ = {pull["head"]["ref"] for pull in _list_pulls("state=open")}
    sender = issue["user"]["login"]
    count = 0
    for other in github.ask_all(f"issues?creator={sender}&state=all&direction=asc&per_page=100"):
        branch = f"{_BRANCH}{other['number']}"
        is_earlier = other["number"] < issue["number"] and other["state"] == "open"
        if branch in open_ or (is_earlier and _is_form(other) and not find_pulls(branch)):
            count += 1
        if count == MOST_OPEN:
            return True
    return False


def propose(issue: dict[str, Any], folder: Path, base: str) -> str:
    """Make or renew the pull request; the name of the answer that fits what came of it."""
    branch = find_branch(issue["number"])
    pulls = find_pulls(branch.name)
    if any(pull["state"] == "closed" for pull in pulls):
        return "otherwise/closed.md"
    if not branch.is_untouched or not all(map(_is_sealed, pulls)):
        return "otherwise/taken-over.md"
    if not pulls and is_waiting(issue):
        return "otherwise/waiting.md"
    branch.push(_commit(folder))
    fields = _seal((folder / "title").read_text("utf-8"), (folder / "body.md").read_text("utf-8"))
    if pulls:
        github.change(f"pulls/{pulls[0]['number']}", fields)
    else:
        pull = github.create("pulls", {**fields, "head": branch.name, "base": base})
        try:
            github.create(f"issues/{pull['number']}/labels", {"labels": [LABEL]})
        except RefusedError as error:  # the proposal stands without it
            print(f"::warning::{error}")
    return "answer.md"


def _commit(folder: Path) -> str:
    """A commit of what was checked out, with the proposed records laid over it."""
    git("switch", "--quiet", "--detach")
    shutil.copytree(folder / "data", "data", dirs_exist_ok=True)
    git("add", "--", "data")
    git("commit", "--quiet", "--file", str((folder / "message").resolve()))
    return git("rev-parse", "HEAD").strip()


def _seal(title: str, text: str) -> dict[str, str]:
    """A pull request's title and text, which holds a checksum of both."""
    title, text = title.strip(), text.strip()
    return {"title": title, "body": f"{text}\n\n{_SEAL}{_checksum(title, text)} -->"}


def _is_sealed(pull: dict[str, Any]) -> bool:
    """Whether a pull request still says what was written here."""
    text, _, seal = (pull["body"] or "").rpartition(_SEAL)
    return seal.strip().removesuffix(" -->") == _checksum(pull["title"], text)


def _checksum(title: str, text: str) -> str:
    return hashlib.sha256(" ".join(f"{title} {text}".split()).encode()).hexdigest()


def remove_unproposed_branch(issue: int) -> None:
    """Remove a branch that was pushed here and of which no pull request came."""
    branch = find_branch(issue)
    if branch.tip and branch.is_untouched and not find_pulls(branch.name):
        branch.push("")


def answer(issue: int, text: str) -> None:
    """Say `text` in the issue, in place of what was said here before."""
    body = f"{text.strip()}\n\n{_ANSWER}"
    for comment in github.ask_all(f"issues/{issue}/comments?per_page=100"):
        # Anybody can write the mark.
        if comment["user"]["login"] == github.BOT and _ANSWER in comment["body"]:
            if comment["body"] != body:
                github.change(f"issues/comments/{comment['id']}", {"body": body})
            return
    github.create(f"issues/{issue}/comments", {"body": body})


def main(arguments: list[str]) -> None:
    """Propose and answer, or with `--failed` clear up and answer. Raises RefusedError."""
    folder = Path(arguments[-1])
    event = json.loads(Path(os.environ["GITHUB_EVENT_PATH"]).read_text("utf-8"))
    issue = find_issue(event)
    if issue is None:
        print("The issue is closed, gone, or was edited since: nothing to do.")
        return
    if arguments[0] == "--failed":
        file = folder / "otherwise/failed.md"
        try:
            remove_unproposed_branch(issue["number"])
        finally:
            answer(issue["number"], file.read_text("utf-8") if file.is_file() else _NO_ANSWER)
        return
    reply = "answer.md"
    if (folder / "data").is_dir():
        reply = propose(issue, folder, event["repository"]["default_branch"])
    answer(issue["number"], (folder / reply).read_text("utf-8"))


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except RefusedError as error:
        sys.exit(f"::error::{error}")
