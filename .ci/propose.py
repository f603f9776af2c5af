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

import json
import os
import sys
from pathlib import Path
from typing import Any

import github
import pull_requests
from github import RefusedError

FORMS = {"new-cooperation", "still-so", "ended"}
"""The labels of the issues that become pull requests."""

MOST_OPEN = 5
"""As many proposals of one person are open at a time."""

LABEL = "from-a-form"
_BRANCH = "form/issue-"
_ANSWER = "<!-- answer to a form -->"
_NO_ANSWER = (
    "Thank you. Something went wrong here, and no proposal could be made. A person will look into "
    "it; you need do nothing."
)
"""Where not even the language of the form is known."""


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


def is_waiting(issue: dict[str, Any]) -> bool:
    """Whether whoever wrote the issue has so many proposals open that this one must wait.

    Earlier issues of which none was made yet count too: many may be sent at once.
    """
    open_ = {pull["head"]["ref"] for pull in pull_requests.list_pulls("state=open")}
    sender = issue["user"]["login"]
    count = 0
    for other in github.ask_all(f"issues?creator={sender}&state=all&direction=asc&per_page=100"):
        branch = f"{_BRANCH}{other['number']}"
        is_earlier = other["number"] < issue["number"] and other["state"] == "open"
        if branch in open_ or (
            is_earlier and _is_form(other) and not pull_requests.find_pulls(branch)
        ):
            count += 1
        if count == MOST_OPEN:
            return True
    return False


def propose(issue: dict[str, Any], folder: Path, base: str) -> str:
    """Make or renew the pull request; the name of the answer that fits what came of it."""
    branch = pull_requests.find_branch(f"{_BRANCH}{issue['number']}")
    pulls = pull_requests.find_pulls(branch.name)
    if any(pull["state"] == "closed" for pull in pulls):
        return "otherwise/closed.md"
    if not branch.is_untouched or not all(map(pull_requests.is_sealed, pulls)):
        return "otherwise/taken-over.md"
    if not pulls and is_waiting(issue):
        return "otherwise/waiting.md"
    pull_requests.offer(branch, pulls[0] if pulls else None, folder, base, LABEL)
    return "answer.md"


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
            pull_requests.remove_unproposed_branch(f"{_BRANCH}{issue['number']}")
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
