"""A word of a closed list: what stands in the YAML, its label, its code in another standard."""

from __future__ import annotations

from enum import StrEnum
from typing import Self


def N_(text: str) -> str:  # noqa: N802 - gettext's own name for "translate this later"
    """Mark `text` for the catalogues; it is translated where it is shown."""
    return text


def P_(one: str, many: str) -> tuple[str, str]:  # noqa: N802 - as N_, for texts that count
    """Mark the two texts of a counting phrase for the catalogues; `{n}` is the number."""
    return one, many


def S_(text: str) -> str:  # noqa: N802 - as N_, for the catalogues of editors
    """Mark `text` for the catalogues of what is said to editors; a message is made of it later."""
    return text


class Word(StrEnum):
    """A closed list, whose members are what stands in the YAML.

    `label` is a word's English name, `definition` one sentence on what it means (empty for most),
    `code` its code in the standard that the list follows.
    """

    label: str
    definition: str
    code: str

    def __new__(cls, word: str, label: str = "", code: str = "") -> Self:
        """A word, which stands in its list as the tuple of these. None is without a label."""
        made = str.__new__(cls, word)
        made._value_ = word
        made.label, made.code, made.definition = label, code, ""
        return made
