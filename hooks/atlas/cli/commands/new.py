"""`atlas new`: a record, by questions and answers."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import click

from atlas import checks
from atlas.cli import localized
from atlas.cli.error_messages import CommandError
from atlas.cli.interview import ABOUT
from atlas.cli.interview.asking import BACK
from atlas.cli.interview.locating import Locating
from atlas.cli.interview.memory import Again
from atlas.cli.interview.questions import Questions
from atlas.cli.interview.record_lookup import Known
from atlas.cli.interview.record_questions import Pieces
from atlas.cli.options import DATA, LANG
from atlas.editing import drafts
from atlas.editing.drafts import Draft
from atlas.files import formatter, reader
from atlas.files.document import Document
from atlas.i18n import report
from atlas.i18n.languages import SOURCE_LANGUAGE
from atlas.i18n.messages import Verbatim, msg, sequence
from atlas.i18n.problem import COMMAND, Problem
from atlas.model import Place


@click.command()
@click.argument(
    "kind",
    type=click.Choice(list(ABOUT)),
    default="cooperation",
)
@DATA
@LANG
@click.option(
    "--gazetteer",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    envvar="ATLAS_GAZETTEER",
    help="A file of GeoNames, such as cities500.txt, that knows where places lie.",
)
def new(kind: str, data: Path, gazetteer: Path | None) -> None:
    """Ask about a new record, and write its file, and those of what it brings along.

    KIND is what it is; a cooperation if nothing is said. Nothing is written before the last
    question is answered, no file is ever overwritten, and Ctrl-C at any moment leaves all as it
    was. < as an answer goes back to the question before.
    """
    data = data.resolve()
    documents, problems = reader.read(data)
    if not data.is_dir():
        wrong = problems[0]
        raise CommandError(sequence(Verbatim(f"{wrong.file}:"), wrong.message, wrong.hint))
    known = Known.of(documents, localized.language())
    room = _Room(data, documents, reader.outlines(data), known, Locating(gazetteer))
    localized.echo(
        msg(
            "Leave out what you do not know. Enter takes what stands in [ ]. {back} goes back to "
            "the question before. Ctrl-C stops at any moment; nothing is written.",
            back=BACK,
        )
    )
    made, found = _agreed(kind, room)
    try:
        paths = drafts.written(data, made)
    except OSError as error:
        message = msg("{reason}; nothing was written.", reason=str(error))
        raise CommandError(message) from error
    for path in paths:
        localized.echo(msg("wrote {file}", file=path.relative_to(data.parent).as_posix()))
    localized.echo(msg("Look at them with: {command}", command="make serve"))
    localized.echo(msg("After any change, check them with: {command}", command=f"{COMMAND} check"))
    _tell_of_points(data, made)
    if _has_errors(found):
        raise SystemExit(1)


@dataclass(frozen=True)
class _Room:
    """What there is before anything is asked."""

    data: Path
    documents: list[Document]
    outlines: dict[str, Any]
    known: Known
    locating: Locating


def _agreed(kind: str, room: _Room) -> tuple[list[Draft], list[Problem]]:
    """The new records that the editor wants written, and what is wrong with them."""
    asking = Questions()
    while True:
        try:
            made = _answered(kind, room, asking)
            found = _problems(room, made)
            _show(asking, room, made, found)
            if not asking.confirmed(
                msg("Write them, or change an answer by its number"), not _has_errors(found)
            ):
                raise click.Abort
        except Again:
            continue
        except (OSError, ValueError, formatter.UnwritableError) as error:
            raise CommandError(localized.reason(error)) from error
        return made, found


def _answered(kind: str, room: _Room, asking: Questions) -> list[Draft]:
    """The records that the answers make, the one that was asked for last."""
    language = asking.language(msg("In which language will you write"), localized.language())
    known = room.known.speaking(language)
    pieces = Pieces(asking, known, room.locating, date.today().isoformat())
    new_one = ABOUT[kind](pieces)
    *others, last = drafts.drafted(new_one, room.documents)
    if new_one.id:
        return [*others, last]
    asking.echo(
        msg(
            "Its id is its file's name and a part of its address. Keep it short; it stays when the "
            "title changes."
        ),
        "",
    )
    id_ = asking.new_id(msg("Its id"), last.id, known.ids(last.folder))
    return [*others, Draft(last.folder, id_, last.value)]


def _show(asking: Questions, room: _Room, made: list[Draft], found: list[Problem]) -> None:
    """What was answered, what `atlas check` says of it, and which files it makes."""
    asking.echo(msg("Your answers:"), "")
    asking.recap()
    asking.tell_all()
    for line in report.lines(found, os.environ, localized.language()) if found else ():
        click.echo(line)
    localized.echo(msg("To be written:"))
    for draft in made:
        click.echo(f"  {room.data.name}/{draft.folder}/{draft.id}.yml")


def _problems(room: _Room, made: list[Draft]) -> list[Problem]:
    """What `atlas check` will say of the new files."""
    drafted = [draft.document(room.data) for draft in made]
    _, found = checks.check([*room.documents, *drafted], room.outlines)
    files = {document.file for document in drafted}
    return [problem for problem in found if problem.file in files]


def _tell_of_points(data: Path, made: list[Draft]) -> None:
    """Say which places stand on no map yet, and where it is explained how they come there."""
    language = localized.language()
    document = f"CONTRIBUTING.{language}.md" if language != SOURCE_LANGUAGE else "CONTRIBUTING.md"
    for draft in made:
        if draft.folder == Place.folder and "coordinates" not in draft.value:
            localized.echo(
                msg(
                    "{file} has no point yet, so no map shows it. {document}, “{recipe}”, says "
                    "how it gets one.",
                    file=f"{data.name}/{draft.folder}/{draft.id}.yml",
                    document=document,
                    recipe=msg("Give a place its point"),
                )
            )


def _has_errors(problems: list[Problem]) -> bool:
    return any(problem.severity == "error" for problem in problems)
