"""What is wrong with a text that is not YAML, in plain words and with a way to mend it."""

from __future__ import annotations

import re
from typing import Any

from yaml import YAMLError

_QUOTE_IT = "Put the whole value in quotes: 'like this'."
_QUOTE_INSIDE = (
    "Put the whole text in quotes: {en: 'like this'}; a ' inside '…' is written twice: 'l''école'."
)
_INDENTED_BY_TAB = ("this line is indented with a tab.", "Indent it with spaces.")
_ALIGN = "Give fields that belong together the same indentation, in spaces."

_PLAIN: tuple[tuple[str, str, str], ...] = (
    (
        "unexpected end of stream",
        "the quotation mark that opens here is never closed.",
        "Close it at the end of the value.",
    ),
    (
        "expected ',' or ']'",
        "the list that begins here with [ is never closed, or lacks a comma.",
        "Put commas between the items and ] at the end; quote items with commas or brackets.",
    ),
    (
        "expected ',' or '}'",
        "the fields that begin here with { are never closed, or lack a comma.",
        "Put commas between the fields and } at the end; put values with commas in quotes.",
    ),
    (
        "unknown escape character",
        "a backslash between double quotes must be followed by a known letter.",
        "Use single quotes, in which a backslash is only a backslash.",
    ),
    (
        "could not find expected ':'",
        "this line is neither a field with a value nor a part of the value above it.",
        'Write "name: value", or indent the line deeper than the field it belongs to.',
    ),
    (
        "expected '-' indicator",
        "among the items of a list stands something that is not an item.",
        "Begin each item with - and keep the dashes in one column.",
    ),
    (
        "block sequence entries are not allowed",
        "a list cannot begin on the line of its field's name.",
        "Begin the list on the next line; put text that begins with - in quotes.",
    ),
    (
        "expected comment or line break",
        "after > or | the text must begin on the next line.",
        "Move the text to the next line, indented.",
    ),
    ("tab character where an indentation space", *_INDENTED_BY_TAB),
    ("tab character that violates indentation", *_INDENTED_BY_TAB),
    ("found unexpected ':'", "a text that is not in quotes ends in a colon.", _QUOTE_INSIDE),
    ("mapping keys are not allowed", "a value cannot begin with ?.", _QUOTE_IT),
    ("expected alphabetic or numeric", "a value cannot begin with & or *.", _QUOTE_IT),
    (
        "expected node content",
        "a value is missing here.",
        "Write the value, or delete the comma or bracket too many.",
    ),
    (
        "expected <document start>",
        "this line does not line up with the lines above it.",
        "Begin every field of the record in the first column.",
    ),
)
_SIGNS = ("-", "?", ":")
"""What means something else at the beginning of a value within {…} or […]."""

_OPENED = {"unexpected end of stream", "expected ',' or ']'", "expected ',' or '}'"}
"""What is to be shown where it began, not where the parser noticed."""


class Fault(Exception):
    """Something wrong at a line and a column of one text, both counted from 1."""

    def __init__(self, line: int, column: int, message: str, hint: str) -> None:
        super().__init__(message)
        self.line, self.column = line, column
        self.message, self.hint = message, hint


def explain(error: YAMLError, text: str) -> Fault:
    """Say in plain words what stopped the parser, and where."""
    said = str(getattr(error, "problem", None) or "")
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    opened = getattr(error, "context_mark", None) or mark
    if mark is None:  # a ReaderError: a character that YAML itself cannot hold
        return Fault(1, 1, "the file is not text that can be read.", "Save it as UTF-8.")
    line = _line(text, mark)
    misplaced = "expected node content" in said and line[mark.column : mark.column + 1] in _SIGNS
    if misplaced or "cannot start any token" in said:
        return _fault(mark, *_bad_start(line, mark.column))
    if "mapping values are not allowed" in said:
        return _fault(mark, *_second_colon(line[: mark.column]))
    if "did not find expected key" in said:
        return _fault(mark, *_no_field(line[: mark.column]))
    if said.endswith(("',' or ']'", "',' or '}'")) and _is_inside(line, _line(text, opened)):
        within = _within_brackets(line, mark.column)
        if within is not None:
            column, message = within
            return Fault(mark.line + 1, column + 1, message, _QUOTE_INSIDE)
    if "could not find expected ':'" in said:
        mark = opened
    for sign, message, hint in _PLAIN:
        if sign in said:
            return _fault(opened if sign in _OPENED else mark, message, hint)
    return _fault(mark, f"this is not YAML ({said}).", _QUOTE_IT)


def _fault(mark: Any, message: str, hint: str) -> Fault:
    return Fault(mark.line + 1, mark.column + 1, message, hint)


def _line(text: str, mark: Any) -> str:
    lines = re.split(r"\r\n|\n|\r", text)
    return lines[mark.line] if mark.line < len(lines) else ""


def _is_inside(line: str, opening: str) -> bool:
    """Does `line` still belong to the brackets opened on `opening`, to go by its indentation?"""
    return line == opening or _indentation(line) > _indentation(opening)


def _indentation(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _within_brackets(line: str, column: int) -> tuple[int, str] | None:
    """The character at or before `column` that broke a text within {…} or […], and what to say."""
    found = line[column : column + 1]
    before = line[:column].rstrip()
    if before.endswith(("'", '"')):
        message = f"the text in quotes ends at this {before[-1]}; more follows without a comma."
        return len(before) - 1, message
    if before.endswith(("}", "]")):
        return len(before) - 1, f"more follows after this {before[-1]} without a comma."
    if found == ":":
        return (
            column,
            'a ": " stands within a text without quotes, or a comma is missing before it.',
        )
    if found and found in "[]{}":
        return column, f"a {found} stands within a text that is not in quotes."
    return None


def _bad_start(line: str, column: int) -> tuple[str, str]:
    character = line[column : column + 1]
    if character == "\t" and not line[:column].strip():
        return _INDENTED_BY_TAB
    if character == "\t":
        return "a tab stands where only spaces may stand.", "Replace the tab with spaces."
    return f"a value cannot begin with {character}.", _QUOTE_IT


def _second_colon(before: str) -> tuple[str, str]:
    if re.search(r":\s", before):
        return 'a ": " stands within a value that is not in quotes.', _QUOTE_IT
    return "this field is indented deeper than the fields beside it.", _ALIGN


def _no_field(before: str) -> tuple[str, str]:
    if before.rstrip().endswith(("'", '"')):
        return (
            "more text follows after the closing quotation mark.",
            "Quote the whole value; a ' within single quotes is written ''.",
        )
    if before.rstrip().endswith(("}", "]")):
        return (
            "more text follows after the closing bracket.",
            "Put text that holds a bracket in quotes: {en: 'one {two} three'}.",
        )
    return "this line does not line up with the lines above it.", _ALIGN
