"""`atlas rename`: another id for a record."""

from __future__ import annotations

from pathlib import Path

import click

from atlas.cli import localized
from atlas.cli.error_messages import CommandError
from atlas.cli.options import DATA, LANG
from atlas.cli.record_argument import parse_record
from atlas.editing import renames
from atlas.files import atomic_write, reader, registers
from atlas.files.atomic_write import Change
from atlas.files.references import mentioned_records
from atlas.i18n.messages import msg
from atlas.i18n.problem import COMMAND


@click.command()
@click.argument("record", metavar="FOLDER/ID")
@click.argument("new", metavar="NEW-ID")
@DATA
@LANG
def rename(record: str, new: str, data: Path) -> None:
    """Give a record another id, wherever it is named.

    `atlas rename places/tangier tanger` renames data/places/tangier.yml, notes the old id in it, so
    that its old address leads to the new one, and changes the id in every record that names it.
    What the table of a register names keeps its id: only an import writes there.
    """
    data = data.resolve()
    folder, old = parse_record(record, data)
    _check_unlisted(folder, old, data)
    documents, _ = reader.read(data)
    texts = renames.rename(documents, folder, old, new)
    before = {document.file: document.text for document in documents}
    own, *others = texts
    target = (data.parent / own).with_name(f"{new}.yml")
    changes = [
        Change(target, None, texts[own]),
        *(Change(data.parent / file, before[file], texts[file]) for file in others),
        Change(data.parent / own, before[own], None),
    ]
    atomic_write.save(data, changes, f"{COMMAND} rename {folder}/{old} {new}")
    localized.echo(
        msg(
            "renamed {file} to {name}; its old address will lead to the new one",
            file=own,
            name=target.name,
        )
    )
    for file in others:
        localized.echo(msg("changed {file}", file=file))


def _check_unlisted(folder: str, old: str, data: Path) -> None:
    """Raise CommandError if the row of a register is about the record, or names it."""
    record = (folder, old)
    for row in (row for one in registers.read(data)[0] for row in one.rows):
        if (row.folder, row.id) == record or record in mentioned_records(row):
            raise CommandError(
                msg(
                    "{file}:{line} names {record}, and only an import writes there: it keeps its "
                    "id.",
                    file=row.file,
                    line=row.line,
                    record="/".join(record),
                )
            )
