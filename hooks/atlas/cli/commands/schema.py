"""`atlas schema`: the JSON Schemas for editors' tools."""

from __future__ import annotations

from pathlib import Path

import click

from atlas.cli import generated
from atlas.cli.options import DATA
from atlas.model import json_schema


@click.command(name="schema")
@DATA
@click.option("--write", "action", flag_value="write", help="Write them (done if nothing is said).")
@click.option("--check", "action", flag_value="check", help="Only fail if they are out of date.")
def schema_(data: Path, action: str | None) -> None:
    """Write the JSON Schemas of the records into the data folder, for editors' tools."""
    if action != "check" and not data.is_dir():
        raise click.ClickException(f"there is no folder {data}.")
    texts = json_schema.schemas()
    generated.update(data / "schema", texts, action == "check", "schema --write")
