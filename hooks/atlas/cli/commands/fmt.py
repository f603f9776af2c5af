"""`atlas fmt`: records in their one form."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from pathlib import Path

import click

from atlas.cli import localized
from atlas.cli.options import DATA, LANG
from atlas.files import atomic_write, formatter, reader
from atlas.files.atomic_write import Change
from atlas.files.document import Document
from atlas.i18n.messages import msg, msg_plural
from atlas.i18n.problem import COMMAND, Problem


@click.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@DATA
@LANG
@click.option("--check", is_flag=True, help="Change nothing; fail if a file is not in that form.")
def fmt(files: tuple[Path, ...], data: Path, check: bool) -> None:
    """Write records in the one form they have, so that a change shows no more than the change.

    FILES are the record files to look at; all of them if none is named. What a record says never
    changes, but for doubled and odd spaces, and comments stay. A file that cannot be read is left
    as it is, and named.
    """
    data = data.resolve()
    documents, problems = reader.read_some(data, files) if files else reader.read(data)
    changes: list[Change] = []
    for document in documents:
        if not document.sound or document.value is None:
            continue
        try:
            text = formatter.reformat(document.text, document.folder, document.depth)
        except formatter.UnwritableError as error:
            message = msg("{reason}; it is left as it is.", reason=localized.explain(error))
            problems.append(Problem(document.file, 1, 1, message, msg("Please report it.")))
            continue
        if text != document.text:
            changes.append(Change(data.parent / document.file, document.text, text))
            if check:
                problems.append(_find_difference(document, text))
    if not check:
        problems += _write(data, changes)
    if problems:
        localized.echo_problems(sorted(problems))
        raise SystemExit(1)
    if check:
        localized.echo(
            msg_plural(
                "{number} record in the one form",
                "{number} records in the one form",
                len(documents),
            )
        )


def _write(data: Path, changes: list[Change]) -> Iterator[Problem]:
    """Write what is written otherwise; give a problem for each file that was saved meanwhile."""
    left = atomic_write.save_each(data, changes, f"{COMMAND} fmt")
    for change in changes:
        file = change.path.relative_to(data.parent).as_posix()
        if change.path in left:
            message = msg("saved by somebody in the meantime; it is left as it is.")
            yield Problem(file, 1, 1, message, msg("Run the same again."))
        else:
            localized.echo(msg("formatted {file}", file=file))


def _find_difference(document: Document, text: str) -> Problem:
    """Where a file leaves the form, and what to do about it."""
    written, expected = document.text.split("\n"), text.split("\n")
    pairs = enumerate(zip(written, expected, strict=False), 1)
    first = next((line for line, (one, other) in pairs if one != other), len(expected) + 1)
    line = min(first, max(len(written) - 1, 1))
    message = msg("the record is sound, but from here on not written in the atlas's one form.")
    hint = msg("Run: {command}", command=f"{COMMAND} fmt {shlex.quote(document.file)}")
    return Problem(document.file, line, 1, message, hint)
