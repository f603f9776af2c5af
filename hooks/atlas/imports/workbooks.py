"""Reads tables that are spreadsheets."""

from __future__ import annotations

import datetime
import zipfile
from collections.abc import Iterator
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook

from atlas.i18n.messages import msg
from atlas.imports.input_error import InputError
from atlas.imports.text_tables import Line

_MOST_BYTES = 500_000_000
"""Of what is packed in one; more is no list of towns."""


def read(path: Path) -> Iterator[Line]:
    """The rows of the first sheet that has any, in the manner of `text_tables.read`.

    Raises InputError for what is broken.
    """
    try:
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as packed:
                if sum(each.file_size for each in packed.infolist()) > _MOST_BYTES:
                    raise InputError(msg("{file} is too large.", file=path.name))
        with CalamineWorkbook.from_path(path) as workbook:
            sheets = (
                workbook.get_sheet_by_name(name).to_python(skip_empty_area=False)
                for name in workbook.sheet_names
            )
            rows = next((sheet for sheet in sheets if sheet), [])
    except (CalamineError, zipfile.BadZipFile, NotImplementedError, OSError, ValueError) as error:
        message = msg(
            "{file} cannot be read as a spreadsheet. Is it cut off? Save it again, or as CSV.",
            file=path.name,
        )
        raise InputError(message) from error
    for number, cells in enumerate(rows, 1):
        written = [_write(cell) for cell in cells]
        if any(written):
            yield number, written


def _write(cell: object) -> str:
    """A cell as it would stand in a table of text."""
    if isinstance(cell, datetime.datetime):
        return cell.date().isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()
