"""`atlas remove`: a record that is taken out, for a reason that its address tells."""

from __future__ import annotations

import shlex
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import click

from atlas.checks import load
from atlas.cli import localized
from atlas.cli.error_messages import CommandError
from atlas.cli.interview.interviewer import Interviewer
from atlas.cli.interview.options import Option
from atlas.cli.options import DATA, LANG
from atlas.cli.record_argument import parse_record
from atlas.editing import removals
from atlas.editing.removals import LEDGER, Departure
from atlas.files import atomic_write, git_history, reader
from atlas.files.atomic_write import Change
from atlas.files.document import Document
from atlas.i18n.messages import Label, Verbatim, msg, msg_plural
from atlas.i18n.problem import COMMAND
from atlas.model.ledgers import RemovedRecords
from atlas.model.vocabulary import REMOVED, Removed

_SHOWN = 20
"""As many places that name a record are listed; a source may be named by thousands."""


@click.command()
@click.argument("record", metavar="FOLDER/ID")
@DATA
@LANG
@click.option(
    "--reason", type=click.Choice([*map(str, Removed)]), help="Why; asked for if left out."
)
@click.option("--yes", is_flag=True, help="Write without asking.")
def remove(record: str, data: Path, reason: str | None, yes: bool) -> None:
    """Take a record out, or a tie that a register lists: `ties/genk-be-cieszyn-pl`.

    Its file is deleted, and its id goes into data/removed.yml, with the reason: its address says
    when and why it was taken out, and the id never comes back. Where other records still name it is
    told first. Nothing is written before you have said yes.
    """
    data = data.resolve()
    folder, id_ = parse_record(record, data, removals.FOLDERS)
    ledger = _read_ledger(data)
    if (folder, id_) in removals.read_taken_out(ledger):
        raise CommandError(msg("{record} is taken out already.", record=f"{folder}/{id_}"))
    documents, _ = load.read_documents(data)
    departure = removals.find_departure(documents, folder, id_)
    _echo_mentions(departure)
    chosen = Removed(reason or _ask_reason())
    text = removals.add_entry(ledger, departure, chosen, date.today())
    files = _list_restorable(data, ledger, departure)
    _echo_plan(data, departure, chosen, files)
    if not yes and not Interviewer().ask_yes_or_no(msg("Take it out")):
        raise click.Abort
    gone = departure.document
    changes = [Change(data / LEDGER, ledger.text if ledger else None, text)]
    changes += [Change(data.parent / gone.file, gone.text, None)] if gone else []
    atomic_write.save(data, changes, f"{COMMAND} remove {folder}/{id_}")
    _echo_done(data, departure, files)


def _read_ledger(data: Path) -> Document | None:
    listed, _ = reader.read_ledgers(data)
    return next((one for one in listed if one.id == RemovedRecords.name), None)


def _echo_mentions(departure: Departure) -> None:
    if departure.ties:
        sentence = msg_plural(
            "{number} listed tie goes with it.",
            "{number} listed ties go with it.",
            departure.ties,
        )
        localized.echo(sentence)
    mentions = departure.mentions
    if not mentions:
        return
    localized.echo(msg("Still named by:"))
    for file, line, column, field in mentions[:_SHOWN]:
        click.echo(f"  {file}:{line}:{column}  {field}")
    more = len(mentions) - _SHOWN
    if more > 0:
        localized.echo(msg_plural("and {number} more", "and {number} more", more), "  ")
    localized.echo(
        msg(
            "Name another record there, or delete what names it; until then {command} refuses the "
            "records.",
            command=f"{COMMAND} check",
        )
    )


def _ask_reason() -> str:
    options = [Option(str(each), Verbatim(str(each)), Label(REMOVED[each])) for each in Removed]
    return Interviewer().choose(msg("Why is it taken out"), options)


def _list_restorable(data: Path, ledger: Document | None, departure: Departure) -> list[str]:
    """Those of the files that change which git can bring back as they are."""
    files = [one for one in (departure.document, ledger) if one is not None]
    return [one.file for one in files if git_history.is_committed(data, one.file, one.text)]


def _echo_plan(
    data: Path, departure: Departure, reason: Removed, restorable: Iterable[str]
) -> None:
    """Say what will be done, and what cannot be undone of it."""
    gone = departure.document
    if gone:
        localized.echo(msg("To be deleted: {file}", file=gone.file))
    localized.echo(
        msg(
            "To be noted in {file}: {record}, {reason}",
            file=f"{data.name}/{LEDGER}",
            record=f"{departure.folder}/{departure.id}",
            reason=Label(REMOVED[reason]),
        )
    )
    if gone and gone.file not in restorable:
        localized.echo(
            msg("git does not have {file} as it stands: it cannot be brought back.", file=gone.file)
        )


def _echo_done(data: Path, departure: Departure, restorable: list[str]) -> None:
    ledger = f"{data.name}/{LEDGER}"
    record = f"{departure.folder}/{departure.id}"
    localized.echo(msg("taken out: {record}", record=record))
    if restorable:
        command = shlex.join(["git", "restore", *restorable])
        localized.echo(msg("To undo it: {command}", command=command))
    if ledger not in restorable:
        localized.echo(
            msg("To undo it, delete the line of {record} in {file}.", record=record, file=ledger)
        )
