"""`make bench`: what generated records cost."""

from __future__ import annotations

import tempfile
from pathlib import Path

import click

from tests.bench import generated, measured, table


@click.command()
@click.option(
    "--records",
    type=click.IntRange(min=generated.FEWEST),
    multiple=True,
    default=(100, 1_000, 10_000),
    show_default=True,
    help="How many cooperations. Given several times, it shows how the cost grows.",
)
@click.option(
    "--ties",
    type=click.IntRange(min=0),
    default=0,
    show_default=True,
    help="How many ties a register lists beside them.",
)
@click.option(
    "--members",
    type=click.IntRange(min=0),
    default=0,
    show_default=True,
    help="How many towns belong to one network beside them.",
)
@click.option(
    "--languages", default="en,nl,fr,ar", show_default=True, help="The languages to build."
)
@click.option(
    "--keep",
    type=click.Path(path_type=Path, file_okay=False),
    help="A folder to leave the generated records and their sites in.",
)
def bench(
    records: tuple[int, ...], ties: int, members: int, languages: str, keep: Path | None
) -> None:
    """Measure what it takes to check and build generated records."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = (keep or Path(scratch)).resolve()
        measures = (
            measured.measure(folder, each, languages.split(","), ties, members) for each in records
        )
        try:
            for line in table.lines(measures):
                click.echo(line)
        except (measured.FailedError, FileExistsError) as error:
            raise click.ClickException(str(error)) from error


if __name__ == "__main__":
    bench()
