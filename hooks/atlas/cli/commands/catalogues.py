"""`atlas catalogues`: the translations, in step with what the code says."""

from __future__ import annotations

from itertools import product

import click

from atlas.i18n import catalogues
from atlas.i18n.languages import CATALOGUES, codes


@click.command(name="catalogues")
@click.argument("languages", nargs=-1)
def catalogues_(languages: tuple[str, ...]) -> None:
    """Bring the translations of the texts in step with them; say what is missing.

    LANGUAGES are the codes to write, a new one among them; all that there are if none is named.
    Of a new one, which lacks every text, only their number is said.
    """
    for language, domain in product(languages or codes(), catalogues.DOMAINS):
        file = domain.file(language)
        is_new = not file.is_file()
        file.write_text(catalogues.merge(language, domain), "utf-8")
        missing = catalogues.untranslated(language, domain)
        click.echo(f"{file.relative_to(CATALOGUES.parent)}: {len(missing)} texts to translate")
        for message in () if is_new else missing:
            click.echo(f"  {message}")
