"""What an import says: its steps, what it changes, and what came of the rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

import click
from rich.console import Console
from rich.text import Text

from atlas.cli import localized
from atlas.files.register_lists import QUESTIONS, REFUSED
from atlas.i18n.messages import Message, msg, msg_plural
from atlas.imports.difference import Changed, compare
from atlas.imports.existing import Existing
from atlas.imports.importer import ImportOutcome

_MOST = 20
"""As many lines of each kind stand in a difference that nobody asked for."""


@contextmanager
def show_steps() -> Iterator[Callable[[Message], None]]:
    """Show on a terminal, on standard error, what is being done; elsewhere nothing."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield lambda message: None
        return
    with console.status("") as status:
        yield lambda message: status.update(Text(localized.localize(message)))


def echo_difference(known: Existing, outcome: ImportOutcome, *, in_full: bool) -> None:
    """Print what comes, changes and goes: `in_full`, or the first of each.

    Of a register that is new, all is; that is said in full or not at all.
    """
    if not (in_full or known.rows.ties):
        return
    found = compare(known.rows, outcome.rows)
    most = None if in_full else _MOST
    for sign, lines in (
        ("+ ", found.came),
        ("~ ", [_write(each) for each in found.changed]),
        ("- ", found.went),
    ):
        for line in lines[:most]:
            click.echo(f"{sign}{line}")
        if more := len(lines) - len(lines[:most]):
            localized.echo(msg_plural("{number} more", "{number} more", more), before=sign)
    for id_ in outcome.gone[:most]:
        localized.echo(msg("no longer listed: {tie}", tie=id_))


def _write(changed: Changed) -> str:
    fields = ", ".join(
        f"{field}: {old or '∅'} → {new or '∅'}" for field, old, new in changed.fields
    )
    return f"{changed.id}  {fields}"


def echo_counts(counts: Mapping[str, int], outcome: ImportOutcome) -> None:
    """Print what came of the rows, a line for each count."""
    for message in _count(counts, outcome):
        localized.echo(message)


def echo_lists(known: Existing, outcome: ImportOutcome) -> None:
    """Print where it stands what was left out and asked, once it has been written."""
    folder = known.folder.relative_to(known.folder.parents[2]).as_posix()
    if outcome.refused or outcome.left_out:
        localized.echo(msg("Read on: {file}", file=f"{folder}/{REFUSED}"))
    if any(not question.answer for question in outcome.questions):
        message = msg(
            "Answer in the last column of {file}, and import again.",
            file=f"{folder}/{QUESTIONS}",
        )
        localized.echo(message)


def _count(counts: Mapping[str, int], outcome: ImportOutcome) -> Iterator[Message]:
    yield msg_plural("{number} row read", "{number} rows read", counts["rows"])
    yield msg_plural(
        "{number} tie in the register", "{number} ties in the register", counts["ties"]
    )
    yield msg_plural("{number} place", "{number} places", counts["places"])
    yield msg_plural(
        "{number} row says the same as another",
        "{number} rows say the same as others",
        counts["merged"],
    )
    yield msg_plural(
        "{number} tie stated both ways", "{number} ties stated both ways", counts["both"]
    )
    yield msg_plural("{number} row refused", "{number} rows refused", counts["refused"])
    yield msg_plural(
        "{number} point left out, as it cannot be right",
        "{number} points left out, as they cannot be right",
        len(outcome.left_out),
    )
    yield msg_plural(
        "{number} tie no longer listed, and kept with its older date",
        "{number} ties no longer listed, and kept with their older dates",
        len(outcome.gone),
    )
    yield msg_plural("{number} open question", "{number} open questions", counts["asked"])
