"""`atlas check`: every problem in the records."""

from __future__ import annotations

import gc
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

import click

from atlas import checks
from atlas.checks import ledgers, load
from atlas.checks.load import LoadedData
from atlas.cli import localized
from atlas.cli.error_messages import CommandError
from atlas.cli.options import DATA, LANG
from atlas.files import git, git_history, parsed_texts, record_files
from atlas.files.outlines import read_borders
from atlas.i18n.messages import msg
from atlas.i18n.problem import Problem
from atlas.model import Place


@click.command()
@DATA
@LANG
@click.option(
    "--since",
    default="HEAD",
    metavar="COMMIT",
    help="The commit whose records are missed where they are gone; the last one if none is named.",
)
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
def check(data: Path, since: str, files: tuple[Path, ...]) -> None:
    """Name every problem in the records; fail if one of them is an error.

    FILES are the records to check, all that there are if none is named. Of named ones it is not
    said what only all of them together show: that nothing names a record, that a cooperation is
    recorded twice, that an id was another record's before, that a record is part of itself or comes
    after itself, that a party was no more, that a record has vanished since a commit, or that git
    does not tell its history.
    """
    gc.disable()  # records stay, and what is found ends the program
    problems = _find_problems(data.resolve(), files, since)
    localized.echo_problems(problems)
    if any(problem.severity == "error" for problem in problems):
        raise SystemExit(1)


def _find_problems(data: Path, files: tuple[Path, ...], since: str) -> list[Problem]:
    """What is wrong with `files`, or with all records; in file order, loaded against today."""
    today = datetime.now(tz=UTC).date()
    if not files or not data.is_dir():
        loaded = load.read(data, today, parsed_texts.of_project(data))
        told = git_history.read(data, loaded.documents).problems
        gone = _find_vanished(data, loaded, since)
        return sorted({*loaded.problems, *told, *gone})
    of_registers, of_records = _part(data, files)
    documents, subset, problems = load.read_some(data, of_records)
    if of_registers:
        problems += [one for one in load.read(data).problems if one.file in of_registers]
    has_points = any(document.folder == Place.folder for document in documents)
    borders = read_borders(data) if has_points else {}
    _, found = checks.check(documents, borders, subset, today)
    return sorted([*problems, *found])


def _part(data: Path, files: Iterable[Path]) -> tuple[set[str], list[Path]]:
    """The names of files of registers, which only all records together can judge, and the rest."""
    folder = data / record_files.REGISTERS
    of_registers, others = set(), []
    for file in files:
        path = file.resolve()
        if path.is_file() and path.is_relative_to(folder):
            of_registers.add("/".join((data.name, *path.relative_to(data).parts)))
        else:
            others.append(file)
    return of_registers, others


def _find_vanished(data: Path, loaded: LoadedData, since: str) -> list[Problem]:
    """The records of the commit `since` that are gone, or why they cannot be looked for."""
    try:
        committed = git_history.list_committed(data, since)
    except git.GitError as error:
        if since != "HEAD":
            message = msg("{commit} is no commit that git knows here.", commit=since)
            raise CommandError(message) from error
        return [git_history.explain(data, error)]
    return list(ledgers.find_vanished(committed, loaded.documents, loaded.ledgers.removed))
