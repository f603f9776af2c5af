"""`atlas check`: every problem in the records."""

from __future__ import annotations

import gc
from datetime import UTC, datetime
from pathlib import Path

import click

from atlas import checks
from atlas.checks import load, registers
from atlas.cli import localized
from atlas.cli.options import DATA, LANG
from atlas.files import git_history, reader
from atlas.i18n.problem import Problem
from atlas.lookup.prefilter import NamePrefilter


@click.command()
@DATA
@LANG
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
def check(data: Path, files: tuple[Path, ...]) -> None:
    """Name every problem in the records; fail if one of them is an error.

    FILES are the records to check, all that there are if none is named. Of named ones it is not
    said what only all of them together show: that nothing names a record, that a cooperation is
    recorded twice, that an id was another record's before, that a record is part of itself, that
    one has vanished since the last commit.
    """
    gc.disable()  # records stay, and what is found ends the program
    problems = _find_problems(data.resolve(), files)
    localized.echo_problems(problems)
    if any(problem.severity == "error" for problem in problems):
        raise SystemExit(1)


def _find_problems(data: Path, files: tuple[Path, ...]) -> list[Problem]:
    """What is wrong with `files`, or with all records; in file order, loaded against today."""
    today = datetime.now(tz=UTC).date()
    if not files or not data.is_dir():
        loaded = load.read(data, today)
        committed = git_history.list_committed(data)
        gone = registers.find_vanished(committed, loaded.documents, loaded.registers.removed)
        return sorted([*loaded.problems, *gone])
    ids = reader.list_ids(data)
    documents, problems = reader.read_some(data, files, ids)
    subset = checks.Subset(ids.keys(), NamePrefilter(data, ids).find)
    _, found = checks.check(documents, reader.read_outlines(data), subset, today)
    return sorted([*problems, *found])
