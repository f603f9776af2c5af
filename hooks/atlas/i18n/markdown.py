"""Text of strangers for GitHub's Markdown, where it can neither link, mention nor format."""

from __future__ import annotations

import re
from collections.abc import Iterable

from atlas.i18n.languages import direction
from atlas.i18n.problem import shorten, visible

_ACTIVE = re.compile(r"[!-/:-@\[-`{-~]")
"""Every ASCII punctuation mark: what Markdown and GitHub's own signs are made of."""


def inert(text: str, longest: int = 300) -> str:
    """`text` on one line and at most `longest` characters, every sign a character reference."""
    line = shorten(visible(" ".join(text.split())), longest)
    return _ACTIVE.sub(lambda sign: f"&#{ord(sign[0])};", line)


def join_paragraphs(paragraphs: Iterable[str], language: str) -> str:
    """A whole text in `language`, which may run from right to left."""
    text = "\n\n".join(paragraphs)
    if direction(language) == "rtl":
        return f'<div dir="rtl" lang="{language}">\n\n{text}\n\n</div>'
    return text
