"""`atlas catalogues`: the translations of the interface, in step with its texts."""

from __future__ import annotations

import click

from atlas import catalogues
from atlas.languages import CATALOGUES


@click.command(name="catalogues")
@click.argument("languages", nargs=-1)
def catalogues_(languages: tuple[str, ...]) -> None:
    """Bring the translations of the interface in step with its texts; say what is missing.

    LANGUAGES are the codes to write, a new one among them; all that there are if none is named.
    """
    for language in languages or catalogues.languages():
        text = catalogues.merged(language)
        (CATALOGUES / f"{language}.po").write_text(text, "utf-8")
        missing = catalogues.untranslated(language)
        click.echo(f"{language}: {len(missing)} texts to translate")
        for message in missing:
            click.echo(f"  {message}")
