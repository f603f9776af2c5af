"""git, and GitHub's REST interface through `gh`, for the programs beside this file.

They need Python, git and gh alone, as a runner has them, and none of the project's packages: they
have rights to write. The workflow sets GITHUB_REPOSITORY, such as `river/atlas`, and GH_TOKEN.
"""

from __future__ import annotations

import json
import os
import subprocess
from typing import Any

BOT = "github-actions[bot]"
"""Who a workflow is to GitHub; nobody else can write under this name."""

LABELS = {
    "new-cooperation": "A form: a cooperation that is missing",
    "still-so": "A form: a listed tie that is still so",
    "ended": "A form: a cooperation that has ended",
    "correction": "A form: a mistake",
    "from-a-form": "A proposal that was made of a form",
    "register": "What a register lists now, asked anew every month",
    "upkeep": "What needs looking after, written anew every week",
}
"""Every label that forms and workflows name, with its meaning."""


class RefusedError(Exception):
    """GitHub or git refused something; says what and why."""


def get_repository() -> str:
    """The owner and the name of the repository."""
    return os.environ["GITHUB_REPOSITORY"]


def ask(path: str) -> Any:
    """What the repository's address `path` answers. Raises RefusedError."""
    return json.loads(_call("GET", path))


def ask_all(path: str) -> list[Any]:
    """Every entry of the list at `path`, page by page. Raises RefusedError."""
    pages = json.loads(_call("GET", path, "--paginate", "--slurp"))
    return [entry for page in pages for entry in page]


def create(path: str, fields: dict[str, Any]) -> Any:
    """Add something to the list at `path`; what was made. Raises RefusedError."""
    return json.loads(_call("POST", path, "--input", "-", sent=json.dumps(fields)))


def change(path: str, fields: dict[str, Any]) -> None:
    """Change fields of what stands at `path`. Raises RefusedError."""
    _call("PATCH", path, "--input", "-", sent=json.dumps(fields))


def _call(method: str, path: str, *options: str, sent: str | None = None) -> str:
    address = f"repos/{get_repository()}/{path}"
    return _run(["gh", "api", "--method", method, address, *options], sent)


def git(*arguments: str) -> str:
    """What git prints. Raises RefusedError."""
    return _run(["git", *arguments])


def _run(command: list[str], sent: str | None = None) -> str:
    done = subprocess.run(command, input=sent, capture_output=True, text=True, check=False)
    if done.returncode:
        words = f"{' '.join(command)}: {done.stderr} {done.stdout}"
        raise RefusedError(" ".join(words.split()))
    return done.stdout
