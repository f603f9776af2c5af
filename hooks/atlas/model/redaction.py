"""Leaves the names of office-holders out of records that are frozen for good.

A name in a record can be taken out again; one in a file that others have kept and cite cannot. What
is frozen says which office was held, of whom and what was done in it, and has SIGN for the name,
wherever the name stands in a text: whole, in whatever capitals, with whatever blanks between its
parts. One of a single word is looked for in its own cooperation alone, since it may be a word, or a
town, elsewhere. Ids, codes and addresses, which have no blanks, stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, TypeVar, cast

from pydantic import BaseModel

from atlas.model import KINDS, Cooperation, ListedTie, OfficeHolder, Records

SIGN = "[…]"
"""Stands for what was left out."""

_Value = TypeVar("_Value")
_Model = TypeVar("_Model", bound=BaseModel)


class Redaction:
    """Leaves out the names that `records` give to office-holders."""

    def __init__(self, cooperations: Iterable[Cooperation]) -> None:
        names = {one.name for record in cooperations for one in record.office_holders}
        self._everywhere = _pattern(name for name in names if len(name.split()) > 1)

    def redact(self, record: _Model) -> _Model:
        """A record without the names; the record itself if it has none."""
        if isinstance(record, Cooperation) and record.office_holders:
            own = _pattern(one.name for one in record.office_holders)
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


def _pattern(names: Iterable[str]) -> re.Pattern[str] | None:
    """What finds each name, the longest first; None without names."""
    words = sorted({tuple(name.split()) for name in names if name.strip()}, key=_order)
    if not words:
        return None
    either = "|".join(r"\s+".join(map(re.escape, parts)) for parts in words)
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)", re.IGNORECASE)


def _order(words: tuple[str, ...]) -> tuple[int, tuple[str, ...]]:
    return -sum(map(len, words)), words


def _replace(value: _Value, pattern: re.Pattern[str] | None) -> _Value:
    """The value with SIGN for what the pattern finds; itself where that is nothing."""
    if pattern is None:
        return value
    changed: Any = value
    if isinstance(value, str):
        # Nothing with blanks is a word of a closed list, a code or the id of a record.
        changed = pattern.sub(SIGN, value) if " " in value or "\n" in value else value
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
