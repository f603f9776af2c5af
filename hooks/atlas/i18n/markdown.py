"""Text of strangers for GitHub's Markdown, where it can neither link, mention nor format."""

from __future__ import annotations

import re
from collections.abc import Iterable

from atlas.i18n.languages import direction
from atlas.i18n.problem import shorten, visible

_ACTIVE = re.compile(r"[!-/:-@\[-`{-~\u200b]")
"""Every ASCII punctuation mark: what Markdown and GitHub's own signs are made of."""

_CALLS = re.compile(r"[@#]|(?<![^\W_])gh-(?=\d)|:(?=//)|(?<![^\W_])www(?=\.)", re.IGNORECASE)
"""What begins a mention, a reference or an address.

GitHub looks for these in the finished page, where a character reference is a character again
(github/cmark-gfm, issue 181): only a sign between it and what follows stops it.
"""


def inert(text: str, longest: int = 300) -> str:
    """`text` on one line and at most `longest` characters, every sign a character reference.

    A zero-width space keeps `@name`, `#1`, `GH-1` and addresses from calling or linking.
    """
    line = shorten(visible(" ".join(text.split())), longest)
    broken = _CALLS.sub(lambda call: f"{call[0]}\u200b", line)
    return _ACTIVE.sub(lambda sign: f"&#{ord(sign[0])};", broken)


def join_paragraphs(paragraphs: Iterable[str], language: str) -> str:
    """A whole text in `language`, which may run from right to left."""
    text = "\n\n".join(paragraphs)
    if direction(language) == "rtl":
        return f'<div dir="rtl" lang="{language}">\n\n{text}\n\n</div>'
    return text
