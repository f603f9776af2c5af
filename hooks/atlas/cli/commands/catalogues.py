"""`atlas catalogues`: the translations, in step with what the code says."""

from __future__ import annotations

from itertools import product

import click

from atlas.cli.options import settle_interrupted
from atlas.files import atomic_write
from atlas.files.atomic_write import Change
from atlas.i18n import catalogues
from atlas.i18n.languages import CATALOGUES, codes
from atlas.i18n.problem import COMMAND


@click.command(name="catalogues")
@click.argument("languages", nargs=-1)
def catalogues_(languages: tuple[str, ...]) -> None:
    """Bring the translations of the texts in step with them; say what is missing.

    LANGUAGES are the codes to write, a new one among them; all that there are if none is named.
    Of a new one, which lacks every text, only their number is said.
    """
    settle_interrupted(CATALOGUES)
    for language, domain in product(languages or codes(), catalogues.DOMAINS):
        file = domain.file(language)
        before = file.read_bytes().decode() if file.is_file() else None
        after = catalogues.merge(language, domain)
        if after != before:
            change = Change(file, before, after)
            atomic_write.save(CATALOGUES, [change], f"{COMMAND} catalogues")
        missing = catalogues.untranslated(language, domain)
        click.echo(f"{file.relative_to(CATALOGUES.parent)}: {len(missing)} texts to translate")
        for message in () if before is None else missing:
            click.echo(f"  {message}")
