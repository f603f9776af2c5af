"""How else a word is spelled by whoever looks for it: without accents, Arabic letters alike."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_WORD = re.compile(r"\w+")
_ALIKE = str.maketrans({"ı": "i", "ø": "o", "đ": "d", "ł": "l", "œ": "oe", "æ": "ae", "ß": "ss"})
_ARABIC = str.maketrans({"ٱ": "ا", "ة": "ه", "ى": "ي", "ؤ": "و", "ئ": "ي", "ـ": None})
_ARTICLE = "ال"
_SHORTEST = 3
"""Letters that must be left of an Arabic word when its article is taken away."""


def folded(text: str) -> str:
    """Small letters without marks; أ إ آ become ا, ة becomes ه, ى becomes ي."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    unmarked = "".join(c for c in plain if not unicodedata.combining(c))
    return unmarked.translate(_ALIKE).translate(_ARABIC)


def variants(texts: Iterable[str]) -> list[str]:
    """The words of `texts` as they may be typed, each once: folded, and with or without ال."""
    found: dict[str, None] = {}
    for word in _WORD.findall(" ".join(texts)):
        for spelled in _spelled(folded(word)):
            if spelled != word.casefold():
                found[spelled] = None
    return list(found)


def _spelled(word: str) -> tuple[str, ...]:
    if not "\u0621" <= word[:1] <= "\u064a":
        return (word,)
    if word.startswith(_ARTICLE) and len(word) >= len(_ARTICLE) + _SHORTEST:
        return (word, word.removeprefix(_ARTICLE))
    return (word, _ARTICLE + word)
