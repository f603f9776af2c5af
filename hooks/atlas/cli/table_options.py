"""What commands that read somebody's table are told of it, and tell of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import click

from atlas.cli import localized
from atlas.cli.error_messages import CommandError
from atlas.i18n.messages import listing, msg

COLUMN = "--column"
"""The option that names headings which are not recognised: `--column name=Town`. Repeatable."""

ENCODING = click.option("--encoding", help="The encoding of the file, where it is not found out.")


def read_columns(columns: Iterable[str]) -> dict[str, str]:
    """The headings by their fields, of each `FIELD=HEADING`. Raises CommandError."""
    chosen = {}
    for column in columns:
        field, sign, heading = column.partition("=")
        if not sign:
            raise CommandError(msg("{option} is FIELD=HEADING.", option=COLUMN))
        chosen[field.strip()] = heading.strip()
    return chosen


def echo_encoding(file: str, encoding: str) -> None:
    """Say in which encoding a file was read, if that was guessed."""
    if encoding:
        message = msg(
            "{file} is read as {encoding}: see whether its names are right, or name another by "
            "{option}.",
            file=file,
            encoding=encoding,
            option="--encoding",
        )
        localized.echo(message, err=True)


def echo_unused(file: str, headings: Sequence[str]) -> None:
    """Say which columns of a file nothing is taken from."""
    if headings:
        message = msg(
            "{file}: nothing is taken from the columns {headings}. Name those that matter by "
            "{option}.",
            file=file,
            headings=listing(headings),
            option=COLUMN,
        )
        localized.echo(message, err=True)
