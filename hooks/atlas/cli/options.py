"""What several commands are told: where the records are, and in which language to speak."""

from __future__ import annotations

from pathlib import Path

import click

from atlas.cli import localized
from atlas.files import atomic_write
from atlas.i18n import report


def settle_interrupted(folder: Path) -> None:
    """Let no command see what another one that was killed has done in part; say what it was."""
    interrupted = atomic_write.settle_interrupted(folder)
    for message in interrupted.describe() if interrupted else ():
        localized.echo(message, err=True)


def _settle_data(context: click.Context, _: click.Parameter, data: Path) -> Path:
    if not context.resilient_parsing:
        settle_interrupted(data.resolve())
    return data


DATA = click.option(
    "--data",
    envvar="ATLAS_DATA",
    type=click.Path(path_type=Path),
    default=Path("data"),
    show_default=True,
    callback=_settle_data,
    help="The folder of the records.",
)

LANG = click.option(
    "--lang",
    type=click.Choice(report.available_languages()),
    callback=localized.choose,
    expose_value=False,
    is_eager=True,  # so that a mistake in what else is typed is told in that language too
    help="The language to say it in.  [default: that of LC_ALL or LANG, else en]",
)
"""Of every command that an editor runs; what it says goes through `localized`."""
