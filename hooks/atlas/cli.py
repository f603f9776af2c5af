"""The `atlas` command."""

from __future__ import annotations

import gc
import os
import tempfile
from pathlib import Path
from typing import Any

import click

from atlas import catalogues, checks, reader, report, schema
from atlas.bench import generated, measured, table
from atlas.languages import CATALOGUES

_DATA = click.option(
    "--data",
    type=click.Path(path_type=Path),
    default=Path("data"),
    show_default=True,
    help="The folder of the records.",
)


@click.group()
def main() -> None:
    """Keep the records of the cooperation atlas in order."""


@main.command()
@_DATA
def check(data: Path) -> None:
    """Name every problem in the records; fail if one of them is an error."""
    gc.set_threshold(reader.ALLOCATIONS)
    data = data.resolve()
    documents, problems = reader.read(data)
    _, found = checks.check(documents, _outlines(data))
    problems = sorted([*problems, *found])
    for line in report.lines(problems, os.environ):
        click.echo(line)
    if any(problem.severity == "error" for problem in problems):
        raise SystemExit(1)


def _outlines(data: Path) -> dict[str, Any]:
    try:
        return reader.outlines(data)
    except (OSError, ValueError) as error:
        raise click.ClickException(f"the country outlines cannot be read: {error}") from error


@main.command(name="schema")
@_DATA
@click.option("--write", "action", flag_value="write", help="Write them (done if nothing is said).")
@click.option("--check", "action", flag_value="check", help="Only fail if they are out of date.")
def schema_(data: Path, action: str | None) -> None:
    """Write the JSON Schemas of the records into the data folder, for editors' tools."""
    folder = data / "schema"
    if action != "check":
        if not data.is_dir():
            raise click.ClickException(f"there is no folder {data}.")
        schema.write(folder)
        return
    for name in (found := schema.stale(folder)):
        click.echo(f"{folder / name} is out of date. Run: atlas schema --write")
    if found:
        raise SystemExit(1)


@main.command(name="catalogues")
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


@main.command()
@click.option(
    "--records",
    type=click.IntRange(min=generated.FEWEST),
    multiple=True,
    default=(100, 1_000, 10_000),
    show_default=True,
    help="How many cooperations. Given several times, it shows how the cost grows.",
)
@click.option(
    "--languages", default="en,nl,fr,ar", show_default=True, help="The languages to build."
)
@click.option(
    "--keep",
    type=click.Path(path_type=Path, file_okay=False),
    help="A folder to leave the generated records and their sites in.",
)
def bench(records: tuple[int, ...], languages: str, keep: Path | None) -> None:
    """Measure what it takes to check and build generated records."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = (keep or Path(scratch)).resolve()
        measures = (measured.measure(folder, each, languages.split(",")) for each in records)
        try:
            for line in table.lines(measures):
                click.echo(line)
        except (measured.FailedError, FileExistsError) as error:
            raise click.ClickException(str(error)) from error
