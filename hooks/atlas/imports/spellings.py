"""Names as lists write them: cleaned, and made comparable."""

from __future__ import annotations

import re
import unicodedata

from atlas.checks.rules.scripts import MIXED
from atlas.files.forbidden_characters import REFUSED
from atlas.i18n.normalize import fold

_LATIN = "ABCEHIJKMOPSTXYaceijopsxy"
_CYRILLIC = "АВСЕНІЈКМОРЅТХУасеіјорѕху"
_TO_LATIN = str.maketrans(_CYRILLIC + "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", _LATIN + "ABEZHIKMNOPTYXo")
_TO_CYRILLIC = str.maketrans(_LATIN, _CYRILLIC)
"""Letters that look like those of another script, and get typed for them."""

_LETTERS = re.compile("[A-Za-z\u00c0-\u024f]")
_BLANK = re.compile(r"\s+")
_SIGNS = re.compile(r"[\W_]+")
COMMA_BELOW = str.maketrans("şţŞŢ", "șțȘȚ")
"""Romanian letters with a cedilla, as old fonts had them."""


def clean(text: str) -> str:
    """A text without what nobody sees or meant: marks of direction, blanks, letters alike."""
    composed = unicodedata.normalize("NFC", _BLANK.sub(" ", text.replace("|", "/")))
    plain = REFUSED.sub("", composed).strip()
    if MIXED.search(plain) is None:
        return plain
    return " ".join(map(_unmix, plain.split()))


def _unmix(word: str) -> str:
    """A word in the script that most of its letters are of."""
    if MIXED.search(word) is None:
        return word
    is_latin = len(_LETTERS.findall(word)) * 2 > len(word)
    return word.translate(_TO_LATIN if is_latin else _TO_CYRILLIC)


def fold_name(name: str) -> str:
    """Small letters without accents, words apart by one blank: alike for all ways to write it."""
    return " ".join(_SIGNS.sub(" ", fold(name)).split()) or name


def plain_name(name: str) -> str:
    """The same with its accents: Lohne is not Löhne, but Sebeş is Sebeș."""
    small = unicodedata.normalize("NFC", name.translate(COMMA_BELOW).lower())
    return " ".join(_SIGNS.sub(" ", small.replace("\u0307", "")).split()) or name
