"""`atlas new`: a record, by questions and answers."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import click

from atlas.checks import load
from atlas.cli import localized
from atlas.cli.error_messages import CommandError
from atlas.cli.interview import INTERVIEWS
from atlas.cli.interview.interviewer import Interviewer
from atlas.cli.interview.listed_tie import suggest_answers
from atlas.cli.interview.memory import Again
from atlas.cli.interview.place_points import PointFinder
from atlas.cli.interview.prompter import BACK
from atlas.cli.interview.record_lookup import RecordLookup
from atlas.cli.interview.record_questions import RecordQuestions
from atlas.cli.options import DATA, LANG
from atlas.editing import drafts, questions
from atlas.editing.drafts.new_records import NewCooperation
from atlas.editing.listed_ties import KnownTie
from atlas.files.document import Document
from atlas.files.outlines import read_borders
from atlas.i18n.languages import SOURCE_LANGUAGE
from atlas.i18n.messages import Verbatim, msg, sequence
from atlas.i18n.problem import COMMAND, Problem
from atlas.lookup.suggester import did_you_mean
from atlas.model import Place


@click.command()
@click.argument(
    "kind",
    type=click.Choice(list(INTERVIEWS)),
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
@click.option(
    "--from",
    "listed",
    metavar="TIE",
    help="A tie that a register lists, such as wikidata/genk-be-cieszyn-pl: what it says is "
    "suggested for a cooperation.",
)
def new(kind: str, data: Path, gazetteer: Path | None, listed: str | None) -> None:
    """Ask about a new record, and write its file, and those of what it brings along.

    KIND is what it is; a cooperation if nothing is said. Nothing is written before the last
    question is answered, no file is ever overwritten, and Ctrl-C at any moment leaves all as it
    was. < as an answer goes back to the question before.
    """
    data = data.resolve()
    documents, problems = load.read_documents(data)
    if not data.is_dir():
        wrong = problems[0]
        raise CommandError(sequence(Verbatim(f"{wrong.file}:"), wrong.message, wrong.hint))
    lookup = RecordLookup(documents, localized.find_language())
    tie = _find_tie(lookup, listed, kind) if listed is not None else None
    records = _Records(data, read_borders(data), lookup, PointFinder(gazetteer), tie)
    localized.echo(
        msg(
            "Leave out what you do not know. Enter takes what stands in [ ]. {back} goes back to "
            "the question before. Ctrl-C stops at any moment; nothing is written.",
            back=BACK,
        )
    )
    new_drafts, are_sound = _interview(kind, records)
    drafts.write(data, new_drafts)
    for draft in new_drafts:
        localized.echo(msg("wrote {file}", file=draft.file))
    localized.echo(msg("Look at them with: {command}", command="make serve"))
    localized.echo(msg("After any change, check them with: {command}", command=f"{COMMAND} check"))
    _echo_missing_points(new_drafts)
    if not are_sound:
        raise SystemExit(1)


_WITHOUT_TEXTS = "source"
"""The kind of record of which nothing is written in a language of the editor's choice."""


@dataclass(frozen=True)
class _Records:
    """What there is before anything is asked."""

    data: Path
    outlines: dict[str, Any]
    lookup: RecordLookup
    points: PointFinder
    tie: KnownTie | None


def _find_tie(lookup: RecordLookup, listed: str, kind: str) -> KnownTie:
    """The listed tie of that name. Raises CommandError."""
    if kind != "cooperation":
        raise CommandError(msg("{option} is for a cooperation alone.", option="--from"))
    if tie := lookup.listed.find(listed):
        return tie
    message = msg('no register lists a tie "{tie}".', tie=listed)
    if near := lookup.listed.find_near(listed):
        raise CommandError(sequence(message, did_you_mean(near)))
    raise CommandError(
        sequence(message, msg("Its name is the end of its address, behind {sign}.", sign="#"))
    )


def _interview(kind: str, records: _Records) -> tuple[list[Document], bool]:
    """The new records that the editor wants written, and whether they are in order."""
    interviewer = Interviewer()
    while True:
        try:
            new_drafts = _ask(kind, records, interviewer)
            documents = records.lookup.documents
            problems = drafts.find_problems(new_drafts, documents, records.outlines)
            _show(interviewer, records, new_drafts, problems)
            are_sound = all(problem.severity != "error" for problem in problems)
            question = msg("Write them, or change an answer by its number")
            if not interviewer.confirm(question, default=are_sound):
                raise click.Abort
        except Again:
            continue
        return new_drafts, are_sound


def _ask(kind: str, records: _Records, interviewer: Interviewer) -> list[Document]:
    """The records that the answers make, the one that was asked for last."""
    lookup = records.lookup
    lookup.language = localized.find_language()
    if kind != _WITHOUT_TEXTS:
        lookup.language = interviewer.ask(questions.WRITING_LANGUAGE, default=lookup.language)
    today = date.today().isoformat()
    if records.tie:
        suggest_answers(interviewer.memory, lookup, records.tie)
    asking = RecordQuestions(interviewer, lookup, records.points, today)
    new_record = INTERVIEWS[kind](asking)
    if records.tie and isinstance(new_record, NewCooperation):
        others = (one for one in records.tie.registers if one not in new_record.sources)
        new_record = replace(new_record, sources=(*new_record.sources, *others))
    documents, data = lookup.documents, records.data.name
    new_drafts = drafts.draft_records(new_record, documents, data)
    source = asking.sources.new
    if new_record.id and not source:
        return new_drafts
    interviewer.announce(
        msg(
            "Its id is its file's name and a part of its address. Keep it short; it stays when the "
            "title changes."
        ),
        "",
    )
    if not new_record.id:
        taken = lookup.list_ids(new_record.folder)
        id_ = interviewer.ask_id(questions.RECORD_ID, new_drafts[-1].id, taken)
        new_record = replace(new_record, id=id_)
    if source is None:
        return drafts.draft_records(new_record, documents, data)
    taken = lookup.list_ids(source.folder)
    suggested = drafts.draft_records(source, documents, data)[-1].id
    id_ = interviewer.ask_id(questions.SOURCE_ID, suggested, taken, name=source.title)
    return drafts.draft_records(new_record, documents, data, {(source.folder, suggested): id_})


def _show(
    interviewer: Interviewer, records: _Records, new_drafts: list[Document], problems: list[Problem]
) -> None:
    """What was answered, what `atlas check` says of it, and which files it makes."""
    interviewer.announce(msg("Your answers:"), "")
    interviewer.announce_answers()
    interviewer.print_announcements()
    if problems:
        localized.echo_problems(problems)
    localized.echo(msg("To be written:"))
    for draft in new_drafts:
        click.echo(f"  {draft.file}")


def _echo_missing_points(new_drafts: list[Document]) -> None:
    """Say which places stand on no map yet, and where it is explained how they come there."""
    language = localized.find_language()
    document = f"CONTRIBUTING.{language}.md" if language != SOURCE_LANGUAGE else "CONTRIBUTING.md"
    for draft in new_drafts:
        if draft.folder == Place.folder and "coordinates" not in (draft.value or {}):
            localized.echo(
                msg(
                    "{file} has no point yet, so no map shows it. {document}, “{recipe}”, says "
                    "how it gets one.",
                    file=draft.file,
                    document=document,
                    recipe=msg("Give a place its point"),
                )
            )
