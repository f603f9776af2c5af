"""A stand-in for `gh` where it reads: answers by path, filtered by the real jq, and artifacts.

Run as a program it is `gh`. `GH_ANSWERS` names a JSON file: `api` holds for each path, with what
follows its `?`, the pages of the answer; `artifacts` the folder of each "run/name", and of each
"version/file" of a release; `asked` is written.
"""

from __future__ import annotations

import fnmatch
import json
import os
import shutil
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

import jq

REPOSITORY = "river/atlas"


def install(folder: Path, api: dict[str, list[Any]], artifacts: dict[str, Path]) -> dict[str, str]:
    """Put `gh` into `folder`/bin; the environment in which it answers."""
    bin_ = folder / "bin"
    bin_.mkdir(exist_ok=True)
    (bin_ / "gh").write_text(f'#!/bin/sh\nexec "{sys.executable}" "{__file__}" "$@"\n', "utf-8")
    (bin_ / "gh").chmod(0o755)
    answers = folder / "answers.json"
    there = {name: str(path) for name, path in artifacts.items()}
    answers.write_text(json.dumps({"api": api, "artifacts": there, "asked": []}), "utf-8")
    return {"GH_ANSWERS": str(answers), "GH_REPO": REPOSITORY, "GH_TOKEN": "token"}


def asked(folder: Path) -> list[str]:
    """The paths and artifacts that were asked for, in order."""
    found: list[str] = json.loads((folder / "answers.json").read_text("utf-8"))["asked"]
    return found


def _answer(known: dict[str, Any], arguments: list[str]) -> str | None:
    """Do what `gh` does; what it says of a failure, as it says it."""
    parser = ArgumentParser("gh", allow_abbrev=False)
    commands = parser.add_subparsers(dest="command", required=True)
    api = commands.add_parser("api")
    api.add_argument("path")
    api.add_argument("--jq", default=".")
    api.add_argument("--paginate", action="store_true")
    download = commands.add_parser("run").add_subparsers(required=True).add_parser("download")
    download.add_argument("run")
    named = download.add_mutually_exclusive_group(required=True)
    named.add_argument("--name")
    named.add_argument("--pattern")
    download.add_argument("--dir", default=".")
    released = commands.add_parser("release").add_subparsers(required=True).add_parser("download")
    released.add_argument("run")
    released.add_argument("--pattern", dest="name")
    released.add_argument("--dir", default=".")
    released.set_defaults(pattern=None)
    given = parser.parse_args(arguments)
    if given.command == "api":
        path = given.path.replace("{owner}/{repo}", os.environ["GH_REPO"])
        known["asked"].append(path)
        pages = known["api"].get(path)
        if pages is None:
            print('{"message": "Not Found", "status": "404"}', end="")
            return "gh: Not Found (HTTP 404)"
        for page in pages if given.paginate else pages[:1]:
            for value in jq.compile(given.jq).input_value(page):
                print(value if isinstance(value, str) else json.dumps(value))
        return None
    wanted = f"{given.run}/{given.name or given.pattern}"
    known["asked"].append(wanted)
    found = fnmatch.filter(known["artifacts"], wanted)
    if not found:
        return "no valid artifacts found to download"
    for one in found:
        place = Path(given.dir) / (one.partition("/")[2] if given.pattern else "")
        shutil.copytree(known["artifacts"][one], place, dirs_exist_ok=True)
    return None


def _main() -> None:
    file = Path(os.environ["GH_ANSWERS"])
    known = json.loads(file.read_text("utf-8"))
    failure = _answer(known, sys.argv[1:])
    file.write_text(json.dumps(known), "utf-8")
    sys.exit(failure)


if __name__ == "__main__":
    _main()
