"""Files of the repository that are made from the code, in step with it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import click

from atlas.cli.options import settle_interrupted
from atlas.files import atomic_write
from atlas.files.atomic_write import Change
from atlas.i18n.problem import COMMAND


def update(folder: Path, texts: Mapping[str, str], check: bool, command: str) -> None:
    """Write `texts` into `folder`, by their names; or fail and name what `command` would change.

    Raises WriteError.
    """
    settle_interrupted(folder)
    found = {folder / name: _read(folder / name) for name in texts}
    stale = [
        Change(path, found[path], text)
        for path, text in zip(found, texts.values(), strict=True)
        if found[path] != text
    ]
    if not check:
        folder.mkdir(parents=True, exist_ok=True)
        atomic_write.save(folder, stale, f"{COMMAND} {command}")
        return
    for change in stale:
        click.echo(f"{change.path} is out of date. Run: {COMMAND} {command}")
    if stale:
        raise SystemExit(1)


def _read(path: Path) -> str | None:
    return path.read_bytes().decode() if path.is_file() else None
