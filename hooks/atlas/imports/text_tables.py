"""Reads tables that are text: cells apart by comma, semicolon, tab or bar, in any encoding."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterator

import charset_normalizer

from atlas.i18n.messages import Message, msg
from atlas.imports.input_error import InputError

_SEPARATORS = ",;\t|"
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""What a file begins with that says its encoding, the longer before those they begin with."""

_OF_UTF8 = re.compile(rb"[\xc3-\xf4][\x80-\xbf]{1,3}")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
"""What hardly any text holds, but bytes that are none, or in another encoding, do."""
_LONGEST_CELL = 100_000

Line = tuple[int, list[str]]
"""The number of a line, from 1, and its cells; a cell with line breaks makes it span several."""


def read(text: str, file: str) -> Iterator[Line]:
    """The lines of the table in the text of a file that hold anything.

    Raises InputError for what is cut off, or has lines of several widths.
    """
    csv.field_size_limit(_LONGEST_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_find_separator(text), strict=True)
    width = 0
    try:
        for cells in reader:
            if not any(cell.strip() for cell in cells):
                continue
            width = width or len(cells)
            if len(cells) != width:
                raise InputError(_name_width(file, reader.line_num, len(cells), width))
            yield reader.line_num, cells
    except csv.Error as error:
        message = msg(
            "{file}: a quotation mark that opens in line {line} or before does not close. Is the "
            "file cut off?",
            file=file,
            line=reader.line_num,
        )
        raise InputError(message) from error


def _name_width(file: str, line: int, found: int, width: int) -> Message:
    return msg(
        "{file}:{line}: the row has {found} cells and the heading {width}. Is the file cut off, or "
        "a separator missing?",
        file=file,
        line=line,
        found=found,
        width=width,
    )


def _find_separator(text: str) -> str:
    """The sign that parts the heading most often, outside quotation marks."""
    heading = re.sub(r'"[^"]*"', "", next((line for line in text.splitlines() if line.strip()), ""))
    return max(_SEPARATORS, key=heading.count)


def decode(content: bytes, file: str, encoding: str | None) -> tuple[str, str]:
    """The text of a file, and the encoding if that was no more than guessed.

    Raises InputError if it cannot be told how it is written.
    """
    guessed = ""
    marked = next((name for mark, name in _MARKS if content.startswith(mark)), None)
    try:
        text = content.decode(encoding or marked or "utf-8")
    except LookupError as error:
        message = msg('there is no encoding "{encoding}".', encoding=str(encoding))
        raise InputError(message) from error
    except UnicodeDecodeError as error:
        if encoding or marked or _OF_UTF8.search(content[: error.start]):
            raise InputError(_name_place(content, file, encoding or marked, error)) from error
        found = charset_normalizer.from_bytes(content).best()
        text, guessed = ("\0", "") if found is None else (str(found), found.encoding)
    if "\0" in text or (guessed and _CONTROLS.search(text)):
        message = msg(
            "{file}: in which encoding it is written cannot be told. Save it as {encoding}, or "
            "name it by {option}.",
            file=file,
            encoding="UTF-8",
            option="--encoding",
        )
        raise InputError(message)
    return text, guessed


def _name_place(
    content: bytes, file: str, encoding: str | None, error: UnicodeDecodeError
) -> Message:
    return msg(
        "{file}:{line}: this is not written in {encoding}, as what stands before is. Is the file "
        "cut off, or made of two?",
        file=file,
        line=content.count(b"\n", 0, error.start) + 1,
        encoding=(encoding or "utf-8").upper(),
    )
