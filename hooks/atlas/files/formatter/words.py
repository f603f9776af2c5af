"""How one text is written: without quotes where it can be, folded where it is long."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

from atlas.files.tree import EMPTY, Scalar

WIDTH = 100
"""Characters in a line, the indentation among them."""

_STARTS = re.compile(r"""[\[\]{},&*!|>%@`"'#?:-]""")
_SAFE_START = re.compile(r"[?:-](?!\s|$)")
_SAFE_FLOW_START = re.compile(r"-(?![\s,\[\]{}]|$)")
_MARKS = re.compile(r":(?=\s|$)|(?<=\s)#")
_FLOW_MARKS = re.compile(r"[,\[\]{}]|:(?=$|\?)")
_NEEDS_ESCAPES = re.compile(r"[\n\r\t\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]")
_DOCUMENT = re.compile(r"---|\.\.\.")
_BREAK = re.compile(r"(?<=[^ ]) (?=[^ ])")


def write_inline(text: str, flow: bool = False) -> str:
    """`text` on one line: plain if it can be, within {…} or […] if `flow`; else in quotes."""
    if _is_plain(text, flow):
        return text
    if _NEEDS_ESCAPES.search(text):
        return json.dumps(text, ensure_ascii=False)
    return "'" + text.replace("'", "''") + "'"


def _is_plain(text: str, flow: bool) -> bool:
    if text in EMPTY or text != text.strip() or _NEEDS_ESCAPES.search(text):
        return False
    if _STARTS.match(text) and not (_SAFE_FLOW_START if flow else _SAFE_START).match(text):
        return False
    if _DOCUMENT.match(text) or _MARKS.search(text):
        return False
    return not (flow and _FLOW_MARKS.search(text))


def is_block(scalar: Scalar) -> bool:
    """Whether a text stands on lines of its own, as it is written or because it must."""
    return (scalar.style in {"|", ">"} or "\n" in scalar.value) and _can_fold(scalar.value)


def write_block(scalar: Scalar, indentation: int, beside: int) -> tuple[str, list[str]] | None:
    """The sign of a text on lines of its own, and those lines; None if it stands on one.

    `indentation` is that of the lines, `beside` the room its field's name takes. Lines that the
    editor has broken stay as they are where all of them fit.
    """
    room = WIDTH - indentation
    value = scalar.value
    if not _can_fold(value):
        return None
    if scalar.style == "|":
        return "|-", value.split("\n")
    if scalar.style == ">" and _read_back(scalar.lines) == value and _fits(scalar.lines, room):
        return ">-", list(scalar.lines)
    if scalar.style == ">" or "\n" in value:
        return ">-", _fold(value, room)
    if beside + len(write_inline(value)) > WIDTH and _BREAK.search(value):
        return ">-", _fold(value, room)
    return None


def _can_fold(value: str) -> bool:
    """Whether `value` comes back unchanged from below > or |."""
    lines = value.split("\n")
    return bool(value.strip()) and not (
        value != value.strip()
        or any(line != line.strip() for line in lines)
        or _NEEDS_ESCAPES.search(value.replace("\n", ""))
    )


def _fits(lines: Sequence[str], room: int) -> bool:
    return all(len(line) <= room or not _BREAK.search(line) for line in lines)


def _read_back(lines: Sequence[str]) -> str:
    """What YAML reads below >, where no line is indented further than the first."""
    text = lines[0] if lines else ""
    empty = 0
    for line in lines[1:]:
        if not line:
            empty += 1
            continue
        text += ("\n" * empty if empty else " ") + line
        empty = 0
    return text


def _fold(value: str, room: int) -> list[str]:
    """`value` in lines of at most `room` characters; a line break becomes an empty line."""
    lines: list[str] = []
    for index, line in enumerate(value.split("\n")):
        if index:
            lines.append("")
        if line:
            lines.extend(_wrap(line, room))
    return lines


def _wrap(line: str, room: int) -> list[str]:
    wrapped = [""]
    for word in _BREAK.split(line):
        together = f"{wrapped[-1]} {word}" if wrapped[-1] else word
        if wrapped[-1] and len(together) > room:
            wrapped.append(word)
        else:
            wrapped[-1] = together
    return wrapped
