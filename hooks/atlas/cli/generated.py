"""Files of the repository that are made from the code, in step with it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import click

from atlas.i18n.problem import COMMAND


def update(folder: Path, texts: Mapping[str, str], check: bool, command: str) -> None:
    """Write `texts` into `folder`, by their names; or fail and name what `command` would change."""
    if not check:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in texts.items():
            (folder / name).write_text(text, "utf-8")
        return
    paths = {folder / name: text for name, text in texts.items()}
    stale = [
        path
        for path, text in paths.items()
        if not path.is_file() or path.read_text("utf-8") != text
    ]
    for path in stale:
        click.echo(f"{path} is out of date. Run: {COMMAND} {command}")
    if stale:
        raise SystemExit(1)
