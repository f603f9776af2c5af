"""`atlas import records`: an atlas's own exports become its records again, in an empty folder."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from atlas import checks
from atlas.cli import localized
from atlas.cli.error_messages import CommandError
from atlas.cli.options import DATA, LANG
from atlas.files import atomic_write, record_files
from atlas.files.ids import FOLDERS, make_printable
from atlas.files.outlines import read_borders
from atlas.i18n.messages import msg, msg_plural
from atlas.i18n.problem import COMMAND, Problem
from atlas.imports import exported_lines, restored_files
from atlas.imports.exported_lines import ExportedData
from atlas.imports.input_error import InputError

_MOST_BYTES = 300_000_000


@click.command(name="records")
@click.argument(
    "files",
    nargs=-1,
    required=True,
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
)
@DATA
@LANG
@click.option("--dry-run", is_flag=True, help="Write nothing; only say what is wrong.")
def records(files: tuple[Path, ...], data: Path, dry_run: bool) -> None:
    """Bring an atlas's own exports into an empty folder, as record files.

    FILES are records.jsonl and, for what registers list, registers.jsonl, listed-places.jsonl and
    listed-ties.jsonl, as an atlas publishes them.
    """
    data = data.resolve()
    _require_empty(data)
    found = exported_lines.read((make_printable(one.name), _read_text(one)) for one in files)
    _, wrong = checks.check(found.documents, read_borders(data))
    _stop_if_wrong([*found.problems, *restored_files.find_problems(found), *wrong])
    changes, unwritable = restored_files.write_records(found, data)
    _stop_if_wrong(unwritable)
    changes += restored_files.write_registers(found, data)
    _echo_counts(found)
    if dry_run:
        localized.echo(msg("Nothing was written ({option}).", option="--dry-run"))
        return
    data.mkdir(parents=True, exist_ok=True)
    atomic_write.save(data, changes, f"{COMMAND} import")


def _require_empty(data: Path) -> None:
    """Raises CommandError if a folder holds records or registers already."""
    if next(_find_files(data), None) is not None:
        message = msg(
            "{folder} holds records already. Name an empty folder by {option}.",
            folder=str(data),
            option="--data",
        )
        raise CommandError(message)


def _find_files(data: Path) -> Iterator[Path]:
    for name in (*FOLDERS, record_files.REGISTERS):
        yield from (path for path in (data / name).rglob("*") if path.is_file())


def _read_text(path: Path) -> str:
    """Raises InputError if the file is too large, or no UTF-8."""
    if path.stat().st_size > _MOST_BYTES:
        raise InputError(msg("{file} is too large.", file=path.name))
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = msg("{file} is not written in {encoding}.", file=path.name, encoding="UTF-8")
        raise InputError(message) from error


def _stop_if_wrong(problems: Sequence[Problem]) -> None:
    """Tell every problem; go no further if one is an error."""
    if problems:
        localized.echo_problems(sorted(set(problems)))
    if any(problem.severity == "error" for problem in problems):
        raise SystemExit(1)


def _echo_counts(found: ExportedData) -> None:
    number = len(found.records)
    localized.echo(msg_plural("{number} record was read.", "{number} records were read.", number))
    if number := len(found.ties):
        localized.echo(
            msg_plural("{number} listed tie was read.", "{number} listed ties were read.", number)
        )
