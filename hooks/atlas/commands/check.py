"""`atlas check`: every problem in the records."""

from __future__ import annotations

import gc
import os
from pathlib import Path
from typing import Any

import click

from atlas import checks, reader, report
from atlas.commands.options import DATA


@click.command()
@DATA
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
