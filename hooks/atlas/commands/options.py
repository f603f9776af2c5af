"""What several commands are told: where the records are."""

from __future__ import annotations

from pathlib import Path

import click

DATA = click.option(
    "--data",
    envvar="ATLAS_DATA",
    type=click.Path(path_type=Path),
    default=Path("data"),
    show_default=True,
    help="The folder of the records.",
)
