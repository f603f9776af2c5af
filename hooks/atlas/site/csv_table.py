"""Tables as CSV (RFC 4180) in which no spreadsheet finds a formula, whatever it splits cells at.

overrides/assets/javascripts/atlas-csv.js does the same in the browser, and a test compares them.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable
from datetime import date

_SIGNS = (
    "=+\\-@\u2212\u207a\u207b\u207c\u208a\u208b\u208c\u2a74-\u2a76\ufb29\ufe62\ufe63\ufe66\ufe6b"
    "\uff0b\uff0d\uff1d\uff20"
)
"""What a formula begins with (OWASP, «CSV injection»), and what NFKC or a spreadsheet in Japanese
or Swedish takes for one of them."""

_SEPARATORS = ",;|:\\t\\n\\r\u060c\u061b\uff0c\uff1a\uff1b\uff5c"
"""What spreadsheets split at by themselves or when asked: Excel at `;` where a comma is decimal."""

_PASSED_OVER = (
    "\\x00-\\x20\\x7f-\\xa0\xad\u034f\u061c\u115f\u1160\u1680\u17b4\u17b5\u180b-\u180f"
    "\u2000-\u200f\u2028-\u202f\u205f-\u206f\u2800\u3000\u3164\ufe00-\ufe0f\ufeff\uffa0"
    '"\uff02'
)
"""Blanks, invisible characters and quotes: what a reader may strip from the beginning of a cell."""

_BEGINNING = re.compile(
    f"(?:^|[{_SEPARATORS}])[{_PASSED_OVER}]*(?=[{_SIGNS}])|[{_PASSED_OVER}]+(?=[{_SIGNS}](?! ))"
)
"""Where a formula may begin: at the beginning, behind a separator, and behind a blank, which some
split at too, where the sign does not stand alone as a dash."""

_LINE_ENDS = re.compile(r"[\t\n\r]+")

_SUSPECT = re.compile(f"(?<![0-9A-Za-z])[{_SIGNS}]|[\\t\\n\\r]")
"""What a text without is a cell as it is: most are. No formula begins within a word."""


def write(rows: Iterable[Iterable[str | float | date | None]], delimiter: str = ",") -> str:
    """The rows in UTF-8's letters, lines ended by CR LF; numbers and days stay such."""
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerows(
        [cell(one) if isinstance(one, str) else one for one in row] for row in rows
    )
    return text.getvalue()


def cell(text: str) -> str:
    """A text of one line with an apostrophe before each sign that may begin a formula.

    The apostrophe is what OWASP advises, and the one mark that every spreadsheet takes for the
    beginning of a text. Quotes do not help: they are the file's, not the cell's, and where another
    separator is taken the inner ones open a cell. Signs within a word or a number stay as they are.
    """
    if not _SUSPECT.search(text):
        return text
    return _BEGINNING.sub(r"\g<0>'", _LINE_ENDS.sub(" ", text))
