"""`python -m tests.bench.write SIZE FOLDER`: the records of one of the atlases, to look at."""

from __future__ import annotations

from pathlib import Path

import click

from tests.bench.sizes import SIZES


@click.command()
@click.argument("size", type=click.Choice([*SIZES]))
@click.argument("folder", type=click.Path(path_type=Path))
def write(size: str, folder: Path) -> None:
    """Write the records of SIZE to FOLDER, which is not there yet; the same every time."""
    try:
        SIZES[size].write(folder)
    except FileExistsError as error:
        raise click.ClickException(f"{folder} is there already. Name another folder.") from error


if __name__ == "__main__":
    write()
