"""Ids for new records, made of their names."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from atlas.files.ids import cut_id, slugify, wrong_with_id
from atlas.model.scalars import LONGEST_ID

NAMELESS = "new-record"
"""The id of what has no name in Latin letters."""

_PHRASE = re.compile(r"\s*(?:[:;,.!?(|،؛]|\s[-–—])(?:\s|$)")
_LITTLE = frozenset(
    [
        *("a", "an", "the", "of", "in", "on", "at", "to", "for", "and", "or", "by", "with", "from"),
        *("een", "de", "het", "van", "in", "op", "te", "voor", "en", "of", "met", "uit", "door"),
        *("un", "une", "le", "la", "les", "l", "d", "de", "du", "des", "et", "ou", "au", "aux"),
        *("par", "pour", "avec", "sur", "dans", "der", "die", "das", "und", "von", "im", "zu"),
    ]
)
"""Words that no phrase ends with."""


def suggest_id(names: Iterable[str], taken: Collection[str]) -> str:
    """An id made of the first of `names` that has Latin letters; a number where it is taken."""
    slugs = (slugify(name) for name in names)
    base = next((one for one in slugs if one and not wrong_with_id(one)), NAMELESS)
    number, id_ = 1, base
    while id_ in taken or wrong_with_id(id_):
        number += 1
        id_ = f"{cut_id(base, LONGEST_ID - 4)}-{number}"
    return id_


def shorten(title: str, longest: int) -> str:
    """The beginning of a title: a phrase where one ends in time, else as many words as make sense.

    Empty where not even the first word fits.
    """
    ends = [found.start() for found in _PHRASE.finditer(title) if found.start() <= longest]
    if len(title) <= longest or (ends and ends[-1] > longest // 2):
        return title if len(title) <= longest else title[: ends[-1]]
    words: list[str] = []
    for word in title.split():
        if len(" ".join([*words, word])) > longest:
            break
        words.append(word)
    while words and words[-1].strip("'’").lower() in _LITTLE:
        words.pop()
    return " ".join(words)
