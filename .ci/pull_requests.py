"""Branches and pull requests that a workflow makes, and renews while they are as it left them.

Nothing of a person's is overwritten: what was pushed last stands in a reference beside the branch,
and the text of a pull request holds a checksum of itself.
"""

from __future__ import annotations

import hashlib
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import github
from github import RefusedError, git

_PUSHED = "refs/pushed/"
_SEAL = "<!-- as written: "


@dataclass(frozen=True)
class Branch:
    """A branch: its tip, and what was pushed here last; "" where there is none.

    What was pushed stands in the reference `refs/pushed/form/issue-7` for `form/issue-7`.
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


def find_branch(name: str) -> Branch:
    """The branch of that name, as it stands now."""
    references = (f"refs/heads/{name}", f"{_PUSHED}{name}")
    tips = {}
    for line in git("ls-remote", "origin", *references).splitlines():
        tip, reference = line.split("\t")
        tips[reference] = tip
    return Branch(name, *(tips.get(reference, "") for reference in references))


def remove_unproposed_branch(name: str) -> None:
    """Remove a branch that was pushed here and of which no pull request came."""
    branch = find_branch(name)
    if branch.tip and branch.is_untouched and not find_pulls(name):
        branch.push("")


def find_pulls(branch: str) -> list[dict[str, Any]]:
    """The pull requests, closed ones too, of a branch of this very repository."""
    owner = github.get_repository().partition("/")[0]
    return list_pulls(f"state=all&head={owner}:{branch}")


def list_pulls(query: str) -> list[dict[str, Any]]:
    """Those that a query finds, without the ones of forks, whose branches may have any name."""
    pulls = github.ask_all(f"pulls?{query}&per_page=100")
    homes = [(pull["head"]["repo"] or {}).get("full_name") for pull in pulls]
    here = github.get_repository()
    return [pull for pull, home in zip(pulls, homes, strict=True) if home == here]


def offer(branch: Branch, pull: dict[str, Any] | None, folder: Path, base: str, label: str) -> None:
    """Push what lies in `folder`, and renew the pull request, or make one. Raises RefusedError.

    `folder` holds the `title`, `body.md`, the commit's `message`, and `data`.
    """
    branch.push(_commit(folder))
    fields = _seal((folder / "title").read_text("utf-8"), (folder / "body.md").read_text("utf-8"))
    if pull:
        github.change(f"pulls/{pull['number']}", fields)
        return
    made = github.create("pulls", {**fields, "head": branch.name, "base": base})
    try:
        github.create(f"issues/{made['number']}/labels", {"labels": [label]})
    except RefusedError as error:  # the proposal stands without it
        print(f"::warning::{error}")


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


def is_sealed(pull: dict[str, Any]) -> bool:
    """Whether a pull request still says what was written here."""
    text, _, seal = (pull["body"] or "").rpartition(_SEAL)
    return seal.strip().removesuffix(" -->") == _checksum(pull["title"], text)


def _checksum(title: str, text: str) -> str:
    return hashlib.sha256(" ".join(f"{title} {text}".split()).encode()).hexdigest()
