"""`atlas new`: a record, by questions and answers."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import click

from atlas import checks, drafts, reader, report
from atlas.commands import agreeing, asking, speech
from atlas.commands.interview import Interview
from atlas.commands.options import DATA, LANG
from atlas.document import Document
from atlas.drafts import Draft
from atlas.drafts.answers import New
from atlas.model import Place
from atlas.problem import Problem
from atlas.sentence import say, then

_ASKS: dict[str, Callable[[Interview], New]] = {
    "cooperation": Interview.cooperation,
    "actor": Interview.actor,
    "place": Interview.place,
    "source": Interview.source,
    "theme": Interview.theme,
}


@click.command()
@click.argument(
    "kind",
    type=click.Choice(list(_ASKS)),
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
    was.
    """
    data = data.resolve()
    documents, problems = reader.read(data)
    if not data.is_dir():
        wrong = problems[0]
        raise click.ClickException(then(f"{wrong.file}:", wrong.message, wrong.hint))
    outlines = reader.outlines(data)
    speech.tell(
        say("Leave out what you do not know. Ctrl-C stops at any moment; nothing is written.")
    )
    interview = Interview(documents, gazetteer, date.today().isoformat(), speech.language())
    interview.begin()
    try:
        made = drafts.drafted(_ASKS[kind](interview), documents)
    except (OSError, ValueError) as error:
        raise click.ClickException(speech.reason(error)) from error
    made = _called(made, documents)
    found = _problems(data, outlines, documents, made)
    for line in report.lines(found, os.environ, speech.language()) if found else ():
        click.echo(line)
    speech.tell(say("To be written:"))
    for draft in made:
        click.echo(f"  {data.name}/{draft.folder}/{draft.id}.yml")
    if not agreeing.agreed(say("Write them"), default=not _has_errors(found)):
        raise click.Abort
    try:
        paths = drafts.written(data, made)
    except OSError as error:
        message = say("{reason}; nothing was written.", reason=str(error))
        raise click.ClickException(message) from error
    for path in paths:
        speech.tell(say("wrote {file}", file=path.relative_to(data.parent).as_posix()))
    speech.tell(say("Look at them with: {command}", command="make serve"))
    _tell_of_points(data, made)
    if _has_errors(found):
        raise SystemExit(1)


def _called(made: list[Draft], documents: list[Document]) -> list[Draft]:
    """The drafts, the last under the id that the editor wants for it."""
    *others, last = made
    taken = [one.id for one in documents if one.folder == last.folder]
    speech.tell(
        say("Its id is its file's name and a part of its address, and does not change later.")
    )
    id_ = asking.new_id(say("Its id"), last.id, taken)
    return [*others, Draft(last.folder, id_, last.value)]


def _problems(
    data: Path, outlines: dict[str, Any], documents: list[Document], made: list[Draft]
) -> list[Problem]:
    """What `atlas check` will say of the new files."""
    drafted = [draft.document(data) for draft in made]
    _, found = checks.check([*documents, *drafted], outlines)
    files = {document.file for document in drafted}
    return [problem for problem in found if problem.file in files]


def _tell_of_points(data: Path, made: list[Draft]) -> None:
    """Say which places stand on no map yet, and where it is explained how they come there."""
    for draft in made:
        if draft.folder == Place.folder and "coordinates" not in draft.value:
            speech.tell(
                say(
                    "{file} has no point yet, so no map shows it. {document}, “{recipe}”, says "
                    "how it gets one.",
                    file=f"{data.name}/{draft.folder}/{draft.id}.yml",
                    document="CONTRIBUTING.md",
                    recipe="Give a place its point",
                )
            )


def _has_errors(problems: list[Problem]) -> bool:
    return any(problem.severity == "error" for problem in problems)
