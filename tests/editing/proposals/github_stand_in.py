"""A stand-in for GitHub and its `gh`: issues and pull requests in a file, branches in real git.

It behaves as GitHub does where proposals depend on it: lengths, refusals and their words, who wrote
what, pages of a list, a pull request that closes when its branch goes. Run as a program it is `gh`,
and `GITHUB_STAND_IN` names its folder; it needs the standard library alone.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

REPOSITORY = "river/atlas"
OWNER = "river"
BOT = "github-actions[bot]"
LONGEST_TITLE = 256
LONGEST_BODY = 65_536

NOT_PERMITTED = "GitHub Actions is not permitted to create or approve pull requests."
"""What is said, with the status 403, where the repository's settings do not allow it."""

Entry = dict[str, Any]
Answer = Entry | list[Entry]


class HTTPError(Exception):
    """A refusal: the status, and what GitHub says."""

    def __init__(self, status: int, message: str, *errors: str) -> None:
        super().__init__(message)
        self.status = status
        self.message = message
        self.errors = errors


class GitHub:
    """What GitHub knows, in `state.json` beside the bare repository `origin.git`.

    `refused` maps "METHOD path", a regular expression, to [status, message]; `artifacts` maps a
    name to a folder; `moves` maps a request to [branch, commit], where somebody else moves that
    branch at this moment.
    """

    def __init__(self, folder: Path) -> None:
        """Read what is known, or begin anew."""
        self.folder = folder
        self.origin = folder / "origin.git"
        self._file = folder / "state.json"
        self.state: dict[str, Any] = {
            **{name: [] for name in ("issues", "comments", "pulls", "labels")},
            **{name: {} for name in ("refused", "artifacts", "moves")},
        }
        if self._file.exists():
            self.state = json.loads(self._file.read_text("utf-8"))

    def save(self) -> None:
        self._file.write_text(json.dumps(self.state), "utf-8")

    # What people do.

    def open_issue(self, login: str, title: str, body: str, *labels: str) -> Entry:
        issue = {
            "number": self._next_number(),
            "title": title,
            "body": body,
            "state": "open",
            "locked": False,
            "user": {"login": login},
            "labels": [{"name": name} for name in labels],
            "repository_url": f"https://api.github.com/repos/{REPOSITORY}",
            "created_at": "2026-11-21T09:00:00Z",
        }
        self.state["issues"].append(issue)
        return issue

    def comment(self, login: str, issue: int, body: str) -> Entry:
        found = self.state["comments"]
        found.append({"id": 1 + len(found), "issue": issue, "user": {"login": login}, "body": body})
        return dict(found[-1])

    def open_pull(self, login: str, branch: str, fields: Entry, home: str = REPOSITORY) -> Entry:
        pull = {
            "number": self._next_number(),
            "title": fields["title"],
            "body": fields["body"],
            "state": "open",
            "user": {"login": login},
            "labels": [],
            "head": {"ref": branch, "repo": {"full_name": home}},
        }
        self.state["pulls"].append(pull)
        return pull

    def _next_number(self) -> int:
        return 1 + len(self.state["issues"]) + len(self.state["pulls"])

    def tip(self, branch: str) -> str:
        """The commit of a branch, "" where there is none."""
        command = ["git", "-C", str(self.origin), "rev-parse", "--verify", "--quiet"]
        command.append(f"refs/heads/{branch}")
        return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()

    def move(self, branch: str, commit: str) -> None:
        """Let a branch be `commit`."""
        command = ["git", "-C", str(self.origin), "update-ref", f"refs/heads/{branch}", commit]
        subprocess.run(command, check=True)

    # What a workflow asks.

    def handle(self, method: str, path: str, fields: Entry) -> Answer:
        """The answer to a request, a list whole. Raises HTTPError."""
        address = urlsplit(path)
        query = {name: values[0] for name, values in parse_qs(address.query).items()}
        inner = address.path.removeprefix(f"repos/{REPOSITORY}/")
        if move := self.state["moves"].get(f"{method} {inner}"):
            self.move(*move)
        for pattern, (status, message) in self.state["refused"].items():
            if re.fullmatch(pattern, f"{method} {inner}"):
                raise HTTPError(status, message)
        for pull in self.state["pulls"]:
            if _is_here(pull) and not self.tip(pull["head"]["ref"]):
                pull["state"] = "closed"
        _bound(fields)
        for verb, pattern, answer in _ROUTES:
            found = re.fullmatch(pattern, inner)
            if verb == method and found:
                made: Answer = answer(self, *found.groups(), query if verb == "GET" else fields)
                return made
        raise HTTPError(404, "Not Found")

    def _find(self, kind: str, key: str, value: str) -> Entry:
        for one in self.state[kind]:
            if str(one[key]) == value:
                found: Entry = one
                return found
        raise HTTPError(404, "Not Found")

    def _get_issue(self, number: str, _: Entry) -> Answer:
        return self._find("issues", "number", number)

    def _list_issues(self, query: Entry) -> Answer:
        """To GitHub a pull request is an issue too."""
        pulls = [{**one, "pull_request": {}} for one in self.state["pulls"]]
        state, creator = query.get("state", "open"), query.get("creator")
        found = [
            one
            for one in (*self.state["issues"], *pulls)
            if state in {"all", one["state"]} and creator in {None, one["user"]["login"]}
        ]
        is_rising = query.get("direction") == "asc"
        return sorted(found, key=lambda one: int(one["number"]), reverse=not is_rising)

    def _list_comments(self, number: str, _: Entry) -> Answer:
        return [one for one in self.state["comments"] if one["issue"] == int(number)]

    def _create_comment(self, number: str, fields: Entry) -> Answer:
        self._find("issues", "number", number)
        return self.comment(BOT, int(number), fields["body"])

    def _edit_comment(self, id_: str, fields: Entry) -> Answer:
        comment = self._find("comments", "id", id_)
        comment.update(fields)
        return comment

    def _add_labels(self, number: str, fields: Entry) -> Answer:
        """A label that there is not is made."""
        labels: list[Entry] = self._find("pulls", "number", number)["labels"]
        labels += [{"name": name} for name in fields["labels"]]
        return labels

    def _list_labels(self, _: Entry) -> Answer:
        return list(self.state["labels"])

    def _create_label(self, fields: Entry) -> Answer:
        if fields["name"].lower() in [one["name"].lower() for one in self.state["labels"]]:
            raise HTTPError(422, "Validation Failed", "Label.name already exists")
        if len(fields["description"]) > 100:
            raise HTTPError(422, "Validation Failed", "description is too long (maximum is 100)")
        self.state["labels"].append(fields)
        return fields

    def _list_pulls(self, query: Entry) -> Answer:
        state, head = query.get("state", "open"), query.get("head")
        return [
            one
            for one in self.state["pulls"]
            if state in {"all", one["state"]} and head in {None, _write_head(one)}
        ]

    def _create_pull(self, fields: Entry) -> Answer:
        branch, base = fields["head"], fields["base"]
        there = [one for one in self.state["pulls"] if one["head"]["ref"] == branch]
        if not self.tip(branch):
            raise HTTPError(422, "Validation Failed", "head invalid")
        if self.tip(branch) == self.tip(base):
            raise HTTPError(422, "Validation Failed", f"No commits between {base} and {branch}")
        if any(one["state"] == "open" and _is_here(one) for one in there):
            already = f"A pull request already exists for {OWNER}:{branch}."
            raise HTTPError(422, "Validation Failed", already)
        return self.open_pull(BOT, branch, fields)

    def _edit_pull(self, number: str, fields: Entry) -> Answer:
        pull = self._find("pulls", "number", number)
        pull.update(fields)
        return pull


_ROUTES: tuple[tuple[str, str, Any], ...] = (
    ("GET", r"issues/(\d+)", GitHub._get_issue),
    ("GET", r"issues", GitHub._list_issues),
    ("GET", r"issues/(\d+)/comments", GitHub._list_comments),
    ("POST", r"issues/(\d+)/comments", GitHub._create_comment),
    ("PATCH", r"issues/comments/(\d+)", GitHub._edit_comment),
    ("POST", r"issues/(\d+)/labels", GitHub._add_labels),
    ("GET", r"labels", GitHub._list_labels),
    ("POST", r"labels", GitHub._create_label),
    ("GET", r"pulls", GitHub._list_pulls),
    ("POST", r"pulls", GitHub._create_pull),
    ("PATCH", r"pulls/(\d+)", GitHub._edit_pull),
)


def _is_here(pull: Entry) -> bool:
    return bool(pull["head"]["repo"]["full_name"] == REPOSITORY)


def _write_head(pull: Entry) -> str:
    return f"{pull['head']['repo']['full_name'].partition('/')[0]}:{pull['head']['ref']}"


def _bound(fields: Entry) -> None:
    for name, most in (("title", LONGEST_TITLE), ("body", LONGEST_BODY)):
        if len(fields.get(name, "")) > most:
            words = f"{name} is too long (maximum is {most} characters)"
            raise HTTPError(422, "Validation Failed", words)


def _answer(github: GitHub, arguments: list[str]) -> str | None:
    """Do what `gh` does; what it says of a failure."""
    parser = ArgumentParser("gh", allow_abbrev=False)
    commands = parser.add_subparsers(dest="command", required=True)
    api = commands.add_parser("api")
    api.add_argument("path")
    api.add_argument("--method", default="GET")
    api.add_argument("--input", choices=["-"])
    api.add_argument("--paginate", action="store_true")
    api.add_argument("--slurp", action="store_true")
    download = commands.add_parser("run").add_subparsers(required=True).add_parser("download")
    download.add_argument("run")
    download.add_argument("--name", required=True)
    download.add_argument("--dir", default=".")
    commands.add_parser("auth").add_subparsers(required=True).add_parser("setup-git")
    given = parser.parse_args(arguments)
    if given.command == "api":
        try:
            answer = github.handle(
                given.method, given.path, json.loads(sys.stdin.read()) if given.input else {}
            )
        except HTTPError as error:
            errors = [{"message": one} for one in error.errors]
            print(json.dumps({"message": error.message, "errors": errors}), end="")
            return "\n".join([f"gh: {error.message} (HTTP {error.status})", *error.errors])
        if isinstance(answer, list):
            size = int(parse_qs(urlsplit(given.path).query).get("per_page", ["30"])[0])
            pages = [answer[at : at + size] for at in range(0, max(len(answer), 1), size)]
            print(json.dumps(pages if given.slurp and given.paginate else pages[0]))
        else:
            print(json.dumps(answer))
    elif given.command == "run":
        if given.name not in github.state["artifacts"]:
            return "no valid artifacts found to download"
        shutil.copytree(github.state["artifacts"][given.name], given.dir, dirs_exist_ok=True)
    return None


def main() -> None:
    """Be `gh`."""
    github = GitHub(Path(os.environ["GITHUB_STAND_IN"]))
    failure = _answer(github, sys.argv[1:])
    github.save()
    sys.exit(failure)


if __name__ == "__main__":
    main()
