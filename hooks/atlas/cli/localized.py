"""What commands say on a terminal: in the language of `--lang`, else that of the environment.

Everything a command prints for editors, its questions and refusals among it, is a message of the
catalogues. The pages of `--help` and the commands for developers (`catalogues`, `forms`, `schema`)
are in English, as the documentation of both is.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, NoReturn

import click

from atlas.cli import error_messages
from atlas.files import disk_errors
from atlas.i18n import report
from atlas.i18n.messages import Message, Verbatim, msg
from atlas.i18n.problem import Problem

_LANGUAGE = "atlas.language"
"""Where the context of a command, and of those around it, keeps the language."""


def choose(context: click.Context, _: click.Parameter, given: str | None) -> None:
    """Let the command that begins speak `given`, or the language of the environment."""
    context.meta[_LANGUAGE] = given or report.environment_language(os.environ)


def find_language() -> str:
    """The code of the language that the running command speaks."""
    context = click.get_current_context(silent=True)
    chosen = context.meta.get(_LANGUAGE) if context else None
    return str(chosen or report.environment_language(os.environ))


def localize(message: Message) -> str:
    """A message in that language, for a line of its own."""
    return report.render(message, find_language())


def echo(message: Message, before: str = "", err: bool = False) -> None:
    """Print a message; behind what stands `before` it on the line, as it is."""
    click.echo(f"{before}{localize(message)}", err=err)


def echo_problems(problems: Sequence[Problem]) -> None:
    """Print every problem and their number, for GitHub too where it runs the command."""
    for line in report.lines(problems, os.environ, find_language()):
        click.echo(line)


def explain(error: Exception) -> Message:
    """What an error says: an error of ours has a message for it."""
    first = error.args[0] if error.args else None
    return first if isinstance(first, Message) else Verbatim(str(error))


class LocalizedGroup(click.Group):
    """Commands whose refusals, and whose end by Ctrl-C, are in the language of all else."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read what is typed before the name of a command."""
        with _refusals(ctx):
            return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command that is named."""
        with _refusals(ctx):
            return super().invoke(ctx)


def _refuse(context: click.Context, error: click.ClickException) -> NoReturn:
    with context.scope(cleanup=False):
        for message in error_messages.explain(error):
            echo(message, err=True)
    context.exit(error.exit_code)


@contextmanager
def _refusals(context: click.Context) -> Iterator[None]:
    try:
        yield
    except click.exceptions.NoArgsIsHelpError:
        raise
    except click.ClickException as error:
        _refuse(context, error)
    except BrokenPipeError:
        raise  # click knows that nobody listens any more
    except (click.Abort, KeyboardInterrupt):
        with context.scope(cleanup=False):
            click.echo(err=True)
            echo(msg("Aborted!"), err=True)
        context.exit(1)
    except Exception as error:
        why = explain(error)
        if isinstance(error, OSError) and error.filename is not None:
            reason = disk_errors.reason(error)
            why = msg("{file}: {reason}", file=str(error.filename), reason=reason)
        elif isinstance(why, Verbatim) and not isinstance(error, OSError):
            raise  # it is a mistake of ours
        _refuse(context, error_messages.CommandError(why))
