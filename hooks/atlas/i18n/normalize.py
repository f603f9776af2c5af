"""Spellings of one word made the same, for finding it, sorting it and making an id of it.

These steps are taken in this order, each as far as it is needed:

1. letters and marks are taken apart, and ligatures and wide letters become plain ones (NFKD);
2. letters become small;
3. marks go: accents, points of Hebrew, vowels of Arabic; vowel signs of Indian scripts stay;
4. Latin and Greek letters that NFKD does not take apart become plain ones (`sort_key` ends here);
5. Arabic letters that are typed for one another become one, with Persian ones, and so do
   apostrophes (`fold` ends here);
6. signs become spaces, one between words;
7. the Arabic article goes (`normalize_name` ends here).

Scripts in the browser take the first five: `fold` in atlas-explore-filter.js. A test runs both.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

_MARKS = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a"
    "\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u1ab0-\u1aff"
    "\u1dc0-\u1dff\u20d0-\u20f0\ufe20-\ufe2f"
)
_MARK = re.compile(f"[{_MARKS}]+")

_PLAIN = {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ı": "i", "ς": "σ"}
_ARABIC = {"ٱ": "ا", "ة": "ه", "ى": "ي", "\u06cc": "ي", "\u06a9": "ك", "\u0640": ""}
"""With Farsi yeh, keheh and tatweel."""

_ALIKE = _PLAIN | _ARABIC | {"\u2019": "'"}
_TO_PLAIN = str.maketrans(_PLAIN)
_TO_ALIKE = str.maketrans(_ALIKE)

_LETTER = re.compile("|".join([*(alike for alike in _ALIKE.values() if len(alike) > 1), "."]))
_WORD = re.compile(r"\w+")
_SIGNS = re.compile(r"[\W_]+")
_ARTICLE = "ال"
_SHORTEST = 3
"""Letters that must be left of an Arabic word when its article is taken away."""

_ARTICLE_BEFORE = re.compile(rf"^و?{_ARTICLE}(?=\w{{{_SHORTEST}}})")
"""An article, with the «and» that is written onto it."""


def decompose(text: str) -> str:
    """Small letters, each with its marks behind it: the steps that cost little."""
    return unicodedata.normalize("NFKD", text).lower()


@cache
def sort_key(text: str) -> str:
    """A key that sorts names without regard to case and accents."""
    return _MARK.sub("", decompose(text)).translate(_TO_PLAIN)


def fold(text: str) -> str:
    """Small letters without marks; أ إ آ become ا, ة becomes ه, ى becomes ي."""
    return _MARK.sub("", decompose(text)).translate(_TO_ALIKE)


def normalize_name(name: str) -> str:
    """Folded words, one space between them, without the Arabic article; signs if it has no more."""
    words = _SIGNS.sub(" ", fold(name)).split()
    return " ".join(_ARTICLE_BEFORE.sub("", word) for word in words) or name.strip()


def compile_pattern(word: str) -> re.Pattern[str]:
    """Finds a folded word in a text that is no more than decomposed."""
    return re.compile("".join(map(_unfold, _LETTER.findall(word))))


@cache
def _unfold(alike: str) -> str:
    """A pattern of all that becomes `alike`, a letter or a pair, when it is folded."""
    own = re.escape(alike) if len(alike) == 1 else "".join(map(_unfold, alike))
    others = [letter for letter, folded in _ALIKE.items() if folded == alike]
    lost = "".join(letter for letter, folded in _ALIKE.items() if not folded)
    return f"(?:{'|'.join([own, *others])})[{_MARKS}{lost}]*"


def list_variants(texts: Iterable[str]) -> list[str]:
    """The words of `texts` as they may be typed, each once: folded, and with or without ال."""
    found: dict[str, None] = {}
    for word in _WORD.findall(" ".join(texts)):
        for spelled in _with_and_without_article(fold(word)):
            if spelled != word.lower():
                found[spelled] = None
    return list(found)


def _with_and_without_article(word: str) -> tuple[str, ...]:
    if not "\u0621" <= word[:1] <= "\u064a":
        return (word,)
    if word.startswith(_ARTICLE) and len(word) >= len(_ARTICLE) + _SHORTEST:
        return (word, word.removeprefix(_ARTICLE))
    return (word, _ARTICLE + word)
