"""Spellings of one word made the same, for finding it, sorting it and making an id of it.

These steps are taken in this order, each as far as it is needed:

1. letters and marks are taken apart, and ligatures and wide letters become plain ones (NFKD);
2. letters become small;
3. marks go: accents, points of Hebrew, vowels of Arabic; vowel signs of Indian scripts stay;
4. Latin and Greek letters that NFKD does not take apart become plain ones (`sort_key` ends here);
5. Arabic letters that are typed for one another become one, with Persian ones, hamza goes, and
   apostrophes and digits become those of a keyboard (`fold` ends here);
6. signs become spaces, one between words;
7. the Arabic article goes (`words` and `normalize_name` end here).

Scripts in the browser take the same: `fold` and `words` in atlas-fold.js. A test runs both.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache

_MARKS = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a"
    "\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u1ab0-\u1aff"
    "\u1dc0-\u1dff\u20d0-\u20f0\ufe20-\ufe2f"
)
_MARK = re.compile(f"[{_MARKS}]+")

_PLAIN = {
    **{"ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ø": "o", "ł": "l", "đ": "d", "ð": "d"},
    **{"ħ": "h", "ŧ": "t", "ŋ": "n", "ı": "i", "ĸ": "k", "ə": "e", "ɛ": "e", "ɔ": "o"},
    **{"ɓ": "b", "ɗ": "d", "ƙ": "k", "ɲ": "n", "ƴ": "y", "ς": "σ"},
}
_ARABIC = {
    **{"ٱ": "ا", "ة": "ه", "ى": "ي", "\u06cc": "ي", "\u06a9": "ك", "\u0640": "", "ء": ""},
    **dict.fromkeys("\u06af\u06ad\u0763", "ك"),
    **dict.fromkeys("\u06be\u06c1\u06d5", "ه"),
    **{"\u067e": "ب", "\u06a4": "ف"},
}
"""With Farsi yeh, keheh and tatweel; gaf and its like, heh of other scripts, peh and veh."""

_APOSTROPHES = dict.fromkeys(
    "\u2018\u2019\u201b\u02b9\u02bb\u02bc\u02bd\u02be\u02bf\u2032`\ua78c", "'"
)
_DIGITS = {
    chr(ord(zero) + digit): str(digit) for zero in "\u0660\u06f0\u0966\u09e6" for digit in range(10)
}
"""Arabic, Persian, Devanagari, Bengali."""

_ALIKE = _PLAIN | _ARABIC | _APOSTROPHES | _DIGITS
_TO_PLAIN = str.maketrans(_PLAIN)
_TO_ALIKE = str.maketrans(_ALIKE)

_LETTER = re.compile("|".join([*(alike for alike in _ALIKE.values() if len(alike) > 1), "."]))
_SIGNS = re.compile(r"(?:[^\w\u0900-\u109f\u1780-\u17ff\u3099\u309a]|[_\u0964\u0965])+")
"""All but letters and digits, and the marks of those scripts that keep theirs."""

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


def words(text: str) -> list[str]:
    """The folded words of a text, without the Arabic article."""
    return [_ARTICLE_BEFORE.sub("", word) for word in _SIGNS.split(fold(text)) if word]


def normalize_name(name: str) -> str:
    """Folded words, one space between them, without the Arabic article; signs if it has no more."""
    return " ".join(words(name)) or name.strip()


def without_a_letter(letters: str) -> Iterator[str]:
    """The letters, and what is left without one of them; misspelt by a letter, two share such."""
    yield letters
    yield from (letters[:at] + letters[at + 1 :] for at in range(len(letters)))


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


_SHORTENED = (
    ("st", "saint", "sint", "sankt"),
    ("ste", "sainte"),
    ("mt", "mount", "mont"),
    ("ft", "fort"),
)
_ALSO = {word: others for others in _SHORTENED for word in others}
"""Words of names that are written in full or short, in one language or another."""

SHORT = {word: short for short, *full in _SHORTENED for word in full}
"""The short form of each word that has one."""

_SPELLED_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})
"""How German and Nordic letters are written where a keyboard has none."""

_LONGEST_JOINED = 3
"""Parts of a word, such as those of "N'Djamena", up to which they are also written as one."""

_REMEMBERED = 32_768
"""Words whose spellings are kept: most words of an atlas are written again and again."""


def list_spellings(text: str) -> Iterator[str]:
    """Every word of a text in each spelling by which it may be looked for, in order.

    Beside what `words` gives: parts written as one ("ndjamena"), words in full and short, and
    letters spelled out ("koeln"). A question needs none of these: they are all in the index.
    """
    for written in text.split():
        yield from _spell(written)


@lru_cache(_REMEMBERED)
def _spell(written: str) -> tuple[str, ...]:
    """The spellings of one word, which may have several parts."""
    parts = words(written)
    spellings = list(parts)
    if 1 < len(parts) <= _LONGEST_JOINED:
        spellings.append("".join(parts))
    for part in parts:
        spellings += [other for other in _ALSO.get(part, ()) if other != part]
    spelled = unicodedata.normalize("NFC", written).lower().translate(_SPELLED_OUT)
    return (*spellings, *(part for part in words(spelled) if part not in parts))
