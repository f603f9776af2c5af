"""Formulas that a spreadsheet sees in a CSV file, whatever it splits cells at; texts with such."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterator

SEPARATORS = ",;\t|: "
"""What Excel, LibreOffice and Google Sheets split at by themselves, or offer to."""

_STRIPPED = '\u200b\u2060\ufeff"\u201c\u201d '
"""What some readers strip from the beginning of a cell, beside blanks."""

HOSTILE = [
    "=1+1",
    "Genk;=cmd|'/C calc'!A0;Oujda",
    "Genk,=1",
    "Genk|@SUM(1)",
    "Genk\t+1",
    "Genk: -2+3",
    "Genk =1",
    '"=1',
    'Genk;"=1";"=2"',
    "\uff1d1",
    "Genk;\uff0b1",
    "\uff0d1",
    "\uff20SUM(1)",
    "\u22121",
    "\u207a1",
    "\ufb291",
    " =1",
    "\u00a0=1",
    "\ufeff=1",
    "\u200b=1",
    "\r=1",
    "Genk\r\n=1",
    "--1",
    "Genk;;=1",
]
"""Texts in which some spreadsheet finds a formula if they are written as they are."""

ORDINARY = [
    "Sint-Joost-ten-Node",
    "Genk - Oujda",
    "2014-05/2015",
    "1 + 1 = 2",
    "https://atlas.example/?a=-1&b=+2",
    "l'=cole",
    "Genk; Oujda, Selembao: 'Hill' | \"Dale\"",
    "\u062a\u0639\u0627\u0648\u0646\u060c \u0645\u062f\u0646",
    "",
]
"""Texts with the same signs in which none does."""


def formulas(text: str) -> Iterator[str]:
    """Every cell that begins like a formula, with the separator it was found by before it."""
    for separator in SEPARATORS:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator):
            yield from (f"{separator!r}: {cell}" for cell in row if is_formula(cell))


_NUMBER = re.compile(r"-?\d+(\.\d+)?")


def is_formula(cell: str) -> bool:
    """Whether a cell begins with a sign of formulas, of any width, that is not all it holds; a
    number is none."""
    bare = unicodedata.normalize("NFKC", cell).strip().lstrip(_STRIPPED).strip()
    return not _NUMBER.fullmatch(cell) and len(bare) > 1 and bare[0] in "=+-@\u2212"
