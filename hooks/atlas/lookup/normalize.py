"""How else a word is spelled by whoever looks for it: without accents, Arabic letters alike."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

_WORD = re.compile(r"\w+")
_ALIKE = {"ı": "i", "ø": "o", "đ": "d", "ł": "l", "œ": "oe", "æ": "ae"}
_ARABIC = {"ٱ": "ا", "ة": "ه", "ى": "ي", "ؤ": "و", "ئ": "ي", "ـ": ""}
_WRITTEN = _ALIKE | _ARABIC
"""What decomposing leaves as it is, and how it is written instead."""

_FOLDING = str.maketrans(_WRITTEN)
_LETTER = re.compile("|".join([*(plain for plain in _WRITTEN.values() if len(plain) > 1), "."]))
_ARTICLE = "ال"
_SHORTEST = 3
"""Letters that must be left of an Arabic word when its article is taken away."""

_BEFORE = re.compile(rf"و?{_ARTICLE}(?=\w{{{_SHORTEST}}})")
"""An article, with the «and» that is written onto it."""


def folded(text: str) -> str:
    """Small letters without marks; أ إ آ become ا, ة becomes ه, ى becomes ي."""
    unmarked = "".join(c for c in decomposed(text) if not unicodedata.combining(c))
    return unmarked.translate(_FOLDING)


def bare(word: str) -> str:
    """A folded word without the Arabic article, «ال» or «وال», if enough is left of it."""
    found = _BEFORE.match(word)
    return word[found.end() :] if found else word


def decomposed(text: str) -> str:
    """Small letters, each with its marks behind it: what costs little of folding."""
    return unicodedata.normalize("NFKD", text.casefold())


def pattern(word: str) -> re.Pattern[str]:
    """Finds a folded word in a text that is no more than decomposed."""
    return re.compile("".join(map(_ways, _LETTER.findall(word))))


@cache
def _ways(plain: str) -> str:
    """A pattern of all that becomes `plain`, a letter or a pair, when it is folded."""
    own = re.escape(plain) if len(plain) == 1 else "".join(map(_ways, plain))
    others = [letter for letter, written in _WRITTEN.items() if written == plain]
    return f"(?:{'|'.join([own, *others])}){_marks()}"


@cache
def _marks() -> str:
    """A pattern of what is lost in folding, in the scripts of Europe and Asia."""
    marks = filter(unicodedata.combining, map(chr, range(0x300, 0x1000)))
    return f"[{''.join(marks)}{''.join(c for c, written in _WRITTEN.items() if not written)}]*"


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
