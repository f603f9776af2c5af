"""What is wrong with a text that is not YAML, in plain words and with a way to mend it."""

from __future__ import annotations

import re
from typing import Any

from yaml import YAMLError

from atlas.files.fault import Fault
from atlas.i18n.messages import Example, Message, msg, msg_plural


def _begins_with(sign: str) -> Message:
    return msg("a value cannot begin with {sign}.", sign=sign)


_FORM = msg("name: value")
NAME_VALUE = Example("{words}", _FORM)
"""How a field is written, in examples."""

_LIKE_THIS = msg("like this")
_QUOTE_IT = msg("Put the whole value in quotes: 'like this'.")
_QUOTE_INSIDE = msg(
    "Put the whole text in quotes: {example}; a ' inside '…' is written twice: {twice}.",
    example=Example("{{{lang}: '{words}'}}", _LIKE_THIS),
    twice="'l''école'",
)
_UNKNOWN = msg("Delete the line if it is not known.")
_ALONE = re.compile(r"\?+\s*(?:[,}\]#]|$)")
"""A question mark, or several, and nothing else."""

_INDENTED_BY_TAB = (msg("this line is indented with a tab."), msg("Indent it with spaces."))
_ALIGN = msg("Give fields that belong together the same indentation, in spaces.")
_NOT_IN_LINE = msg("this line does not line up with the lines above it.")

_NO_ITEM = msg("among the items of a list stands something that is not an item.")
_DASHES = msg("Begin each item with {sign} and keep the dashes in one column.", sign="-")
_FIELD = re.compile(r"[^\s:#,\[\]{}-][^:#]*:(?=\s|$)")

_PLAIN: tuple[tuple[str, Message, Message], ...] = (
    (
        "unexpected end of stream",
        msg("the quotation mark that opens here is never closed."),
        msg("Close it at the end of the value."),
    ),
    (
        "expected ',' or ']'",
        msg("the list that begins here with {sign} is never closed, or lacks a comma.", sign="["),
        msg(
            "Put commas between the items and {sign} at the end; "
            "quote items with commas or brackets.",
            sign="]",
        ),
    ),
    (
        "expected ',' or '}'",
        msg("the fields that begin here with {sign} are never closed, or lack a comma.", sign="{"),
        msg(
            "Put commas between the fields and {sign} at the end; "
            "put values with commas in quotes.",
            sign="}",
        ),
    ),
    (
        "unknown escape character",
        msg("a backslash between double quotes must be followed by a known letter."),
        msg("Use single quotes, in which a backslash is only a backslash."),
    ),
    (
        "invalid Unicode character escape",
        msg("no character has the number behind this backslash."),
        msg("Write the character itself."),
    ),
    (
        "could not find expected ':'",
        msg("this line is neither a field with a value nor a part of the value above it."),
        msg(
            'Write "{form}", or indent the line deeper than the field it belongs to.',
            form=NAME_VALUE,
        ),
    ),
    (
        "expected '-' indicator",
        _NO_ITEM,
        _DASHES,
    ),
    (
        "block sequence entries are not allowed",
        msg("a list cannot begin on the line of its field's name."),
        msg(
            "Begin the list on the next line; put text that begins with {sign} in quotes.",
            sign="-",
        ),
    ),
    (
        "expected comment or line break",
        msg("after {one} or {other} the text must begin on the next line.", one=">", other="|"),
        msg("Move the text to the next line, indented."),
    ),
    ("tab character where an indentation space", *_INDENTED_BY_TAB),
    ("tab character that violates indentation", *_INDENTED_BY_TAB),
    ("found unexpected ':'", msg("a text that is not in quotes ends in a colon."), _QUOTE_INSIDE),
    ("mapping keys are not allowed", _begins_with("?"), _QUOTE_IT),
    (
        "expected alphabetic or numeric",
        msg("a value cannot begin with {one} or {other}.", one="&", other="*"),
        _QUOTE_IT,
    ),
    (
        "expected node content",
        msg("a value is missing here."),
        msg("Write the value, or delete the comma or bracket too many."),
    ),
    (
        "expected <document start>",
        _NOT_IN_LINE,
        msg("Begin every field of the record in the first column."),
    ),
)
_SIGNS = ("-", "?", ":")
"""What means something else at the beginning of a value within {…} or […]."""

_OPENED = {"unexpected end of stream", "expected ',' or ']'", "expected ',' or '}'"}
"""What is to be shown where it began, not where the parser noticed."""


def explain(error: YAMLError, text: str) -> Fault:
    """Say in plain words what stopped the parser, and where."""
    said = str(getattr(error, "problem", None) or "")
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark is None:  # a ReaderError: a character that YAML itself cannot hold
        hint = msg("Save it as {encoding}.", encoding="UTF-8")
        return Fault(1, 1, msg("the file is not text that can be read."), hint)
    opened = getattr(error, "context_mark", None) or mark
    line = _line(text, mark)
    if _ALONE.match(line, mark.column):
        return Fault.at(mark, _begins_with("?"), _UNKNOWN)
    misplaced = "expected node content" in said and line[mark.column : mark.column + 1] in _SIGNS
    if misplaced or "cannot start any token" in said:
        return Fault.at(mark, *_bad_start(line, mark.column))
    if "mapping values are not allowed" in said:
        return Fault.at(mark, *_second_colon(line[: mark.column]))
    if "did not find expected key" in said:
        return Fault.at(mark, *_no_field(line[: mark.column]))
    if said.endswith(("',' or ']'", "',' or '}'")) and _is_inside(line, _line(text, opened)):
        within = _within_brackets(line, mark.column)
        if within is not None:
            column, broken_by = within
            return Fault(mark.line + 1, column + 1, broken_by, _QUOTE_INSIDE)
    if "expected '-' indicator" in said and _FIELD.match(line, mark.column):
        above = "\n".join(_lines(text)[: mark.line])
        return Fault.at(mark, _NO_ITEM, _field_of_item(above, opened.column) or _DASHES)
    if "could not find expected ':'" in said:
        mark = opened
    for sign, *words in _PLAIN:
        if sign in said:
            return Fault.at(opened if sign in _OPENED else mark, *words)
    return Fault.at(mark, msg("this is not YAML ({reason}).", reason=said), _QUOTE_IT)


def _lines(text: str) -> list[str]:
    return re.split(r"\r\n|\n|\r", text)


def _line(text: str, mark: Any) -> str:
    lines = _lines(text)
    return lines[mark.line] if mark.line < len(lines) else ""


def _is_inside(line: str, opening: str) -> bool:
    """Does `line` still belong to the brackets opened on `opening`, to go by its indentation?"""
    return line == opening or _indentation(line) > _indentation(opening)


def _indentation(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _within_brackets(line: str, column: int) -> tuple[int, Message] | None:
    """The character at or before `column` that broke a text within {…} or […], and what to say."""
    found = line[column : column + 1]
    before = line[:column].rstrip()
    if before.endswith(("'", '"')):
        message = msg(
            "the text in quotes ends at this {sign}; more follows without a comma.", sign=before[-1]
        )
        return len(before) - 1, message
    if before.endswith(("}", "]")):
        message = msg("more follows after this {sign} without a comma.", sign=before[-1])
        return len(before) - 1, message
    if found == ":":
        message = msg(
            "a colon and a space stand within a text without quotes, or a comma is missing before "
            "them."
        )
        return column, message
    if found and found in "[]{}":
        return column, msg("a {sign} stands within a text that is not in quotes.", sign=found)
    return None


def _bad_start(line: str, column: int) -> tuple[Message, Message]:
    character = line[column : column + 1]
    if character == "\t" and not line[:column].strip():
        return _INDENTED_BY_TAB
    if character == "\t":
        message = msg("a tab stands where only spaces may stand.")
        return message, msg("Replace the tab with spaces.")
    return _begins_with(character), _QUOTE_IT


def _second_colon(before: str) -> tuple[Message, Message]:
    if re.search(r":\s", before):
        message = msg("a colon and a space stand within a value that is not in quotes.")
        return message, _QUOTE_IT
    return msg("this field is indented deeper than the fields beside it."), _ALIGN


def _field_of_item(above: str, dashes: int) -> Message | None:
    """How to indent a field below the list in `above` whose dashes stand in the column `dashes`.

    None where the last item has no fields on lines of their own.
    """
    items = list(re.finditer(rf"^ {{{dashes}}}-\s+", above, re.MULTILINE))
    if not items or not _FIELD.match(above, start := items[-1].end()):
        return None
    return msg_plural(
        "If it is a field of the item above, indent it with {number} space, as that item's first "
        "field is; if it is a new item, begin it with {sign}.",
        "If it is a field of the item above, indent it with {number} spaces, as that item's first "
        "field is; if it is a new item, begin it with {sign}.",
        start - above.rfind("\n", 0, start) - 1,
        sign="-",
    )


def _no_field(before: str) -> tuple[Message, Message]:
    if before.rstrip().endswith(("'", '"')):
        return (
            msg("more text follows after the closing quotation mark."),
            msg("Quote the whole value; a ' within single quotes is written {twice}.", twice="''"),
        )
    if before.rstrip().endswith(("}", "]")):
        return (
            msg("more text follows after the closing bracket."),
            msg(
                "Put text that holds a bracket in quotes: {example}.",
                example=Example("{{{lang}: '{words} [2017]'}}", _LIKE_THIS),
            ),
        )
    return _NOT_IN_LINE, _ALIGN
