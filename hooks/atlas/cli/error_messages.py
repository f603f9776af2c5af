"""What is wrong with a command line, in messages of ours for those of click."""

from __future__ import annotations

from collections.abc import Iterator

import click
from click.exceptions import MissingParameter, NoSuchCommand, NoSuchOption

from atlas.i18n.messages import Message, Verbatim, listing, msg


class CommandError(click.ClickException):
    """A command cannot go on; `reason` says why."""

    def __init__(self, reason: Message) -> None:
        super().__init__(str(reason))
        self.reason = reason


def explain(error: click.ClickException) -> Iterator[Message]:
    """What stops a command, line by line; for a mistake in typing, also how it is typed."""
    if isinstance(error, click.UsageError) and error.ctx is not None:
        context = error.ctx
        pieces = context.command.collect_usage_pieces(context)
        yield msg("Usage: {usage}", usage=" ".join([context.command_path, *pieces]))
        yield msg("Help: {command}", command=f"{context.command_path} --help")
    yield msg("Error: {message}", message=_word(error))


def _word(error: click.ClickException) -> Message:
    match error:
        case CommandError():
            return error.reason
        case NoSuchCommand():
            return msg("there is no command {name}.", name=error.command_name)
        case NoSuchOption():
            return msg("there is no option {name}.", name=error.option_name)
        case MissingParameter(param=click.Parameter() as parameter):
            return msg("{name} is missing.", name=_name_parameter(parameter))
        case click.BadParameter(param=click.Parameter() as parameter):
            return _explain_value(parameter, error)
        case click.BadOptionUsage():
            return msg("{name} comes with a value too few or too many.", name=error.option_name)
        case click.UsageError(ctx=click.Context(command=click.Group())):
            return msg("the name of a command is missing.")
        case click.UsageError() if type(error) is click.UsageError:
            return msg("there is more on the line than the command takes.")
    return Verbatim(error.format_message())


def _explain_value(parameter: click.Parameter, error: click.BadParameter) -> Message:
    """What an argument or option has a value for that it does not take."""
    name = _name_parameter(parameter)
    if isinstance(parameter.type, click.Choice):
        choices = listing(map(str, parameter.type.choices))
        return msg("{name} takes one of these: {choices}.", name=name, choices=choices)
    if isinstance(parameter.type, click.Path):
        return msg(
            "{name} names no file or folder that could be used. Check its spelling.", name=name
        )
    return msg("{name} does not take this value: {reason}", name=name, reason=error.message)


def _name_parameter(parameter: click.Parameter) -> str:
    """`--by`, or `FOLDER/ID`, much as the usage names it."""
    if isinstance(parameter, click.Option):
        return parameter.opts[0]
    return parameter.metavar or str(parameter.name).upper()
