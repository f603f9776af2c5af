"""Something wrong in the text of one file, and where."""

from __future__ import annotations

from typing import Any

from atlas.i18n.messages import Message


class Fault(Exception):
    """Something wrong at a line and a column of one text, both counted from 1."""

    def __init__(self, line: int, column: int, message: Message, hint: Message) -> None:
        super().__init__(message)
        self.line, self.column = line, column
        self.message, self.hint = message, hint

    @classmethod
    def at(cls, mark: Any, message: Message, hint: Message) -> Fault:
        """A fault where the YAML parser has set its `mark`, which counts from 0."""
        return cls(mark.line + 1, mark.column + 1, message, hint)
