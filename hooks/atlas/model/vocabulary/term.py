"""A word of a closed list: its label, its meaning, its code in another standard."""

from __future__ import annotations

from dataclasses import dataclass


def N_(text: str) -> str:  # noqa: N802 - gettext's own name for "translate this later"
    """Mark `text` for the catalogues; it is translated where it is shown."""
    return text


def S_(text: str) -> str:  # noqa: N802
    """Mark `text` for the catalogues of what is said to editors; a message is made of it later."""
    return text


@dataclass(frozen=True, slots=True)
class Term:
    """A value's English label and one-sentence definition, and its code in another standard."""

    label: str
    definition: str = ""
    code: str = ""
