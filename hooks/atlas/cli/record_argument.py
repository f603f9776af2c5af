"""The record that is named on the command line."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from atlas.cli.error_messages import CommandError
from atlas.files.ids import FOLDERS
from atlas.i18n.messages import listing, msg


def parse_record(record: str, data: Path, folders: Collection[str] = FOLDERS) -> tuple[str, str]:
    """Folder and id of `places/tangier`, also if given as the file data/places/tangier.yml.

    Raises CommandError where the folder is none of those.
    """
    parts = record.removesuffix(".yml").removeprefix(f"{data.name}/").split("/")
    if len(parts) < 2 or parts[0] not in folders:
        raise CommandError(
            msg(
                '"{name}" is not a record. Name it by folder and id, such as {example}; the '
                "folders are {folders}.",
                name=record,
                example="places/tangier",
                folders=listing(folders),
            )
        )
    return parts[0], parts[-1]
