"""`atlas review`: what a proposal changes, for those who look at it."""

from __future__ import annotations

from pathlib import Path

import click

from atlas.checks import load
from atlas.cli import localized
from atlas.cli.error_messages import CommandError
from atlas.cli.options import DATA, LANG
from atlas.editing.review import changes, preview, summary
from atlas.files import git_history, reader
from atlas.i18n.messages import msg

_FOLDER = click.Path(path_type=Path, exists=True, file_okay=False)


@click.command()
@DATA
@LANG
@click.option("--before", type=_FOLDER, required=True, help="The records as they are now.")
@click.option("--site", type=_FOLDER, help="The site built with the proposal.")
@click.option("--site-before", type=_FOLDER, help="The site as it is now.")
@click.option(
    "--preview",
    "folder",
    type=click.Path(path_type=Path, exists=False),
    help="A new folder for the pages that change, to be looked at.",
)
def review(
    data: Path, before: Path, site: Path | None, site_before: Path | None, folder: Path | None
) -> None:
    """Say in plain words what a proposal changes; lay out its pages beside those of today.

    Writes Markdown, for the summary of a check. It fails for no mistake in the records: that is
    what `atlas check` is for.
    """
    loaded = load.read(data.resolve())
    documents_before, _ = reader.read(before.resolve())
    pages = preview.compare(site_before, site) if site and site_before else None
    if folder and site and site_before and pages:
        if folder.exists():
            raise CommandError(msg("{file} is there already.", file=str(folder)))
        preview.write(folder, site_before, site, pages)
    changed = changes.compare(documents_before, loaded.documents)
    history = git_history.read(data.resolve(), loaded.documents)
    problems = [*history.problems, *loaded.problems]
    language = localized.find_language()
    click.echo(summary.render(problems, changed, pages, language))
