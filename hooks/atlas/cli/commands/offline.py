"""`atlas offline`: the whole site as one archive that is read from a folder."""

from __future__ import annotations

from pathlib import Path

import click

from atlas.cli.error_messages import CommandError
from atlas.i18n.languages import UnknownLanguageError
from atlas.i18n.messages import Verbatim
from atlas.site.offline import archive
from atlas.site.offline.archive import OfflineError
from atlas.site.offline.scripts import ScriptError


@click.command()
@click.argument("site", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    required=True,
    help="The archive to write, a ZIP file.",
)
def offline(site: Path, output: Path) -> None:
    """Pack a built SITE for reading without a server and a network.

    Whoever unpacks it opens index.html. Pages, maps and lists are as on the web; in place of the
    search stands a list of all names. The same site makes the same bytes.
    """
    try:
        archive.write(site, output)
    except OfflineError as error:
        raise CommandError(error.reason) from error
    except (ScriptError, UnknownLanguageError) as error:  # for developers
        raise CommandError(Verbatim(str(error))) from error
    click.echo(output)
