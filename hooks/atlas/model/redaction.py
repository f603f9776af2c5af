"""Leaves the names of office-holders out of records that are frozen for good.

A name in a record can be taken out again; one in a file that others have kept and cite cannot. What
is frozen says which office was held, of whom and what was done in it, and has SIGN for the name,
wherever the name stands in a text: whole, in whatever capitals, with or without its accents, and
with whatever blanks between its parts. One of a single word is looked for in its own cooperation
alone, since it may be a word, or a town, elsewhere. Ids, codes and addresses, which have no blanks,
stay as they are.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from typing import Any, TypeVar, cast

from pydantic import BaseModel

from atlas.model import KINDS, Cooperation, ListedTie, OfficeHolder, Records

SIGN = "[…]"
"""Stands for what was left out."""

_ALIKE = ("'\u2018\u2019\u02bc`\u00b4\u2032", '"\u201c-\u201f\u00ab\u00bb', "\\-\u2010-\u2013")
"""Apostrophes, quotes and hyphens, of which texts have one for another."""

_MARKS = "[\u0300-\u036f\u0640\u064b-\u065f\u0670]*"
"""Accents, and what Arabic sets above, below and between letters."""

_MARKED = (*range(0xC0, 0x250), *range(0x620, 0x6D4), *range(0x1E00, 0x1F00))
"""Where letters stand that have such marks, in Latin and in Arabic."""

_BLANK = re.compile(r"\s")

_Value = TypeVar("_Value")
_Model = TypeVar("_Model", bound=BaseModel)


class Redaction:
    """Leaves out the names that `records` give to office-holders."""

    def __init__(self, cooperations: Iterable[Cooperation]) -> None:
        names = {one.name for record in cooperations for one in record.office_holders}
        self._everywhere = find_any(name for name in names if len(name.split()) > 1)

    def redact(self, record: _Model) -> _Model:
        """A record without the names; the record itself if it has none."""
        if isinstance(record, Cooperation) and record.office_holders:
            own = find_any(one.name for one in record.office_holders)
            return cast("_Model", _replace(_replace(record, own), self._everywhere))
        return _replace(record, self._everywhere)


def redact(records: Records) -> Records:
    """All records without the names, those of registers too."""
    redaction = Redaction(records.cooperations.values())
    folders = (*(kind.folder for kind in KINDS), ListedTie.folder)
    found: dict[str, Any] = {
        name: {id_: redaction.redact(one) for id_, one in getattr(records, name).items()}
        for name in folders
    }
    return replace(records, **found)


def find_any(names: Iterable[str]) -> re.Pattern[str] | None:
    """What finds each of these names, the longest first; None without names."""
    words = sorted({tuple(name.split()) for name in names if name.strip()}, key=_order)
    if not words:
        return None
    either = "|".join(r"\s+".join(map(_spell, parts)) for parts in words)
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)", re.IGNORECASE)


def _spell(word: str) -> str:
    """What finds a word, however its accents, apostrophes and hyphens are written."""
    return "".join(f"[{_find_alike(sign)}]{_MARKS}" for sign in _strip(word.lower()))


def _find_alike(sign: str) -> str:
    """Signs and ranges of signs that may stand for a sign without marks, itself among them."""
    signs = next((alike for alike in _ALIKE if re.match(f"[{alike}]", sign)), re.escape(sign))
    return signs + _list_marked().get(sign, "")


@cache
def _list_marked() -> Mapping[str, str]:
    """By letter those that have marks on it, together in a text."""
    found: dict[str, str] = {}
    for letter in map(chr, _MARKED):
        if (bare := _strip(letter)) != letter:
            found[bare] = found.get(bare, "") + letter
    return found


def _strip(text: str) -> str:
    """The text without marks."""
    return re.sub(_MARKS, "", unicodedata.normalize("NFD", text))


def _order(words: tuple[str, ...]) -> tuple[int, tuple[str, ...]]:
    return -sum(map(len, words)), words


def _replace(value: _Value, pattern: re.Pattern[str] | None) -> _Value:
    """The value with SIGN for what the pattern finds; itself where that is nothing."""
    if pattern is None:
        return value
    changed: Any = value
    if isinstance(value, str):
        # Nothing with blanks is a word of a closed list, a code or the id of a record.
        changed = pattern.sub(SIGN, value) if _BLANK.search(value) else value
    elif isinstance(value, BaseModel):
        named = {"name": SIGN} if isinstance(value, OfficeHolder) else {}
        found = {key: _replace(part, pattern) for key, part in value.__dict__.items()} | named
        update = {key: part for key, part in found.items() if part is not value.__dict__[key]}
        changed = value.model_copy(update=update) if update else value
    elif isinstance(value, list):
        items = [_replace(one, pattern) for one in value]
        changed = items if any(a is not b for a, b in zip(items, value, strict=True)) else value
    elif isinstance(value, Mapping):
        texts = {key: _replace(one, pattern) for key, one in value.items()}
        changed = texts if any(texts[key] is not value[key] for key in texts) else value
    return cast("_Value", changed)
