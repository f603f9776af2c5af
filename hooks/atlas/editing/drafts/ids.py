"""Ids for new records, made of their names."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from atlas.files.ids import slugify, wrong_with_id
from atlas.model.scalars import LONGEST_ID

NAMELESS = "new-record"
"""The id of what has no name in Latin letters."""


def suggest_id(names: Iterable[str], taken: Collection[str]) -> str:
    """An id made of the first of `names` that has Latin letters; a number where it is taken."""
    slugs = (slugify(name) for name in names)
    base = next((one for one in slugs if one and not wrong_with_id(one)), NAMELESS)
    number, id_ = 1, base
    while id_ in taken or wrong_with_id(id_):
        number += 1
        id_ = f"{base[: LONGEST_ID - 4].rstrip('-')}-{number}"
    return id_
