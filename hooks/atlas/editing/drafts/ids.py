"""Ids for new records, made of their names."""

from __future__ import annotations

import textwrap
from collections.abc import Collection, Iterable

from atlas.editing.drafts.new_records import NewActor, NewCompanion, NewPlace, NewSource
from atlas.files.ids import slugify, wrong_with_id
from atlas.model.scalars import LONGEST_ID
from atlas.model.vocabulary import ActorType

NAMELESS = "new-record"
"""The id of what has no name in Latin letters."""


def candidate_names(new: NewCompanion) -> list[str]:
    """What an id can be made of, likeliest first.

    An authority goes by the name of its place, as most records of towns do.
    """
    if isinstance(new, NewSource):
        whole = " ".join(filter(None, (new.publisher, new.title)))
        return [textwrap.shorten(whole, 40, placeholder=""), new.title]
    if isinstance(new, NewActor) and new.type == ActorType.LOCAL_GOVERNMENT:
        seat_names = new.seat.names.values() if isinstance(new.seat, NewPlace) else ()
        return [*seat_names, *new.names.values()]
    return [*new.names.values()]


def suggest_id(names: Iterable[str], taken: Collection[str]) -> str:
    """An id made of the first of `names` that has Latin letters; a number where it is taken."""
    slugs = (slugify(name) for name in names)
    base = next((one for one in slugs if one and not wrong_with_id(one)), NAMELESS)
    number, id_ = 1, base
    while id_ in taken or wrong_with_id(id_):
        number += 1
        id_ = f"{base[: LONGEST_ID - 4].rstrip('-')}-{number}"
    return id_
