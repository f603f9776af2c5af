"""`atlas schema`: the JSON Schemas for editors' tools."""

from __future__ import annotations

from pathlib import Path

import click

from atlas.cli.options import DATA
from atlas.i18n.problem import COMMAND
from atlas.model import json_schema


@click.command(name="schema")
@DATA
@click.option("--write", "action", flag_value="write", help="Write them (done if nothing is said).")
@click.option("--check", "action", flag_value="check", help="Only fail if they are out of date.")
def schema_(data: Path, action: str | None) -> None:
    """Write the JSON Schemas of the records into the data folder, for editors' tools."""
    folder = data / "schema"
    if action != "check":
        if not data.is_dir():
            raise click.ClickException(f"there is no folder {data}.")
        json_schema.write(folder)
        return
    for name in (found := json_schema.stale(folder)):
        click.echo(f"{folder / name} is out of date. Run: {COMMAND} schema --write")
    if found:
        raise SystemExit(1)
