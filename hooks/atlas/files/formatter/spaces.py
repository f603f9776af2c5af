"""Spaces in a text: one between words, none around it, and hard ones only where they are right."""

from __future__ import annotations

import re
from typing import Any

from atlas.files.typeset_signs import HARD_SPACES

_RUN = re.compile(f"[ \t{HARD_SPACES}]+")
_AROUND = f" \t{HARD_SPACES}"
_WIDE, _NARROW, _HARD = "\u3000", "\u202f", "\u00a0"
_THIN = "\u2009\u200a\u2006"
_BEHIND = "«‹§№"
_BEFORE = ";:?!»›%‰€$£°–—"
"""Signs that French, and amounts, are parted from by a space at which no line breaks."""

_EAST_ASIAN = re.compile("[\u3001-\u30ff\u3400-\u9fff\uff00-\uffef]")
"""Letters and signs between which a space is as wide as they are."""


def tidy(text: str) -> str:
    """`text` with single spaces between its words and none at the ends of its lines.

    The hard spaces of «10 000» and «Pourquoi ?» stay, narrow ones too; others become plain. What
    would be empty stays as it is.
    """
    lines = [_RUN.sub(_choose, line).strip(_AROUND) for line in text.split("\n")]
    return "\n".join(lines).strip("\n") or text


def tidy_all(value: Any) -> Any:
    """The same of every text within what a document holds."""
    if isinstance(value, dict):
        return {name: tidy_all(each) for name, each in value.items()}
    if isinstance(value, list):
        return [tidy_all(each) for each in value]
    return tidy(value) if isinstance(value, str) else value


def _choose(run: re.Match[str]) -> str:
    """The one space that stands for several, or for an odd one."""
    before, after = run.string[: run.start()][-1:], run.string[run.end() :][:1]
    if _WIDE in run[0] and (_EAST_ASIAN.match(before) or _EAST_ASIAN.match(after)):
        return _WIDE
    is_right = before.isdigit() or after.isdigit() or before in _BEHIND or after in _BEFORE
    for sign in run[0] if before and after and is_right else ():
        if sign in _HARD + _NARROW + _THIN:
            return _HARD if sign == _HARD else _NARROW
    return " "
