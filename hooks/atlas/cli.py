"""The `atlas` command."""

from __future__ import annotations

import click

from atlas.commands import (
    bench,
    catalogues,
    check,
    fmt,
    forms,
    gate,
    new,
    propose,
    rename,
    review,
    schema,
    translations,
    upkeep,
)


@click.group()
def main() -> None:
    """Keep the records of the cooperation atlas in order."""


for _command in (
    check.check,
    fmt.fmt,
    new.new,
    rename.rename,
    gate.gate,
    upkeep.upkeep,
    schema.schema_,
    review.review,
    propose.propose,
    translations.translations,
    catalogues.catalogues_,
    forms.forms,
    bench.bench,
):
    main.add_command(_command)
