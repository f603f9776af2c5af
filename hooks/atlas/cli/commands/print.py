"""`atlas print`: a printed atlas of a country."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

import click

from atlas.cli import localized, project
from atlas.cli.error_messages import CommandError
from atlas.cli.options import DATA, LANG
from atlas.i18n.messages import Verbatim, listing, msg
from atlas.pages import book, country
from atlas.site import typesetter
from atlas.site.build import Build, BuildError
from atlas.site.frames import Frames


@click.command("print")
@click.argument("code", metavar="COUNTRY")
@DATA
@LANG
@click.option(
    "--language", default="en", show_default=True, help="The language of what is printed."
)
@click.option(
    "--output",
    type=click.File("wb", lazy=True, atomic=True),
    help="The file to write.  [default: COUNTRY.pdf]",
)
@click.option(
    "--config",
    type=click.Path(path_type=Path),
    default=Path("mkdocs.yml"),
    show_default=True,
    help="The project's settings.",
)
def print_atlas(
    code: str, data: Path, language: str, output: BinaryIO | None, config: Path
) -> None:
    """Print the atlas of a COUNTRY, a code of two letters, as a PDF.

    It has a map, a chapter for each town and organisation with what is researched and what
    registers list, every researched cooperation with its facts and sources, and the licences.
    """
    site = project.read_site(config)
    if language not in site.locales:
        choices = listing(site.locales)
        raise CommandError(
            msg("{name} takes one of these: {choices}.", name="--language", choices=choices)
        )
    try:
        build = Build.read(data.resolve(), site)
    except BuildError as error:
        raise CommandError(Verbatim(str(error))) from error
    contexts = build.contents(Frames(site, {}, [])).contexts
    context = next(one for one in contexts if one.edition.language.code == language)
    codes = country.codes(context)
    if code.upper() not in codes:
        choices = listing(one.lower() for one in codes)
        raise CommandError(
            msg("{name} takes one of these: {choices}.", name="COUNTRY", choices=choices)
        )
    pdf = typesetter.typeset(book.make(context, code.upper()))
    file = output or click.open_file(f"{code.lower()}.pdf", "wb", atomic=True)
    with file:
        file.write(pdf)
    localized.echo(msg("{file}: {size} kB", file=str(file.name), size=round(len(pdf) / 1000)))
