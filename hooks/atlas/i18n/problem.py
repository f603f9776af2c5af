"""What is wrong in a record, where, and how to mend it."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import Literal

from atlas.i18n.messages import NOTHING, Message

Severity = Literal["error", "warning"]

COMMAND = ".venv/bin/atlas"
"""The `atlas` command as an editor types it, in the folder that `make site` installed it in."""


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """One thing wrong in one place; problems sort in file order.

    `file` is relative to the folder the data folder lies in ("data/places/genk.yml");
    `line` and `column` count from 1. `message` names the field and its value and says what was
    expected; `hint` says how to mend it. A warning is shown and does not stop a build.
    """

    file: str
    line: int
    column: int
    message: Message
    hint: Message = NOTHING
    severity: Severity = "error"

    def __str__(self) -> str:
        """`data/cooperations/a-b.yml:12:9  theme "helth" is not a theme. Did you mean …?`"""
        note = "warning: " if self.severity == "warning" else ""
        text = f"{self.file}:{self.line}:{self.column}  {note}{self.message} {self.hint}"
        return visible(text).rstrip()


def shorten(text: str, most: int = 60) -> str:
    """`text`, cut to that many characters."""
    return text if len(text) <= most else f"{text[: most - 1]}…"


def visible(text: str) -> str:
    """`text` on one line, with a question mark for what nobody sees.

    A message quotes records: what they hold must neither begin a line of its own, which a terminal
    or GitHub's log could take for a command, nor turn the line round.
    """
    return text if text.isprintable() else "".join(map(_mask, text))


def _mask(character: str) -> str:
    hidden = unicodedata.category(character)[0] == "C" or character in "\u2028\u2029"
    return "?" if hidden else character
