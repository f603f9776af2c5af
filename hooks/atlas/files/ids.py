"""What the id of a record may be, and what to say of one that cannot be."""

from __future__ import annotations

import re
from functools import lru_cache

from atlas.i18n.messages import Message, msg
from atlas.i18n.normalize import fold
from atlas.model import KINDS, SLOT_TOKEN
from atlas.model.scalars import LONGEST_ID, is_id

FOLDERS = tuple(kind.folder for kind in KINDS)
"""The folders of the data folder that hold records."""

RESERVED_IDS = frozenset(
    {"index", "search", "assets", "404", "con", "prn", "aux", "nul", *FOLDERS}
    | {f"{device}{number}" for device in ("com", "lpt") for number in range(10)}
)
"""Ids that a page of the site or a device of Windows already has."""


_FURTHER_PAGE = re.compile(r"page-[0-9]+")


def further_page(number: int) -> str:
    """The address of a further page of a list, in the section whose records it lists."""
    return f"page-{number}"


@lru_cache(100_000)
def wrong_with_id(name: str, ending: str = "") -> tuple[Message, Message] | None:
    """Message and hint if `name` can be no id; an id that could be is shown with `ending`."""
    if not is_id(name):
        message = msg('"{name}" is not an id.', name=make_printable(name))
        return message, _another_name(slugify(name), ending)
    if is_reserved(name):
        hint = msg("Choose a name that says what the record is.")
        return msg('the id "{id}" is reserved.', id=name), hint
    return None


def is_reserved(id_: str) -> bool:
    """Whether an id is one that no record may have, now or before.

    A page of the site's own in a section of records has such a one: `site.addresses` sees to it.
    """
    is_own = id_ in RESERVED_IDS or _FURTHER_PAGE.fullmatch(id_) is not None
    return is_own or id_.isdigit() or SLOT_TOKEN in id_


def _another_name(name: str, ending: str) -> Message:
    if not name:
        return msg("Use small letters a to z, digits and single hyphens, at most 64 characters.")
    return msg(
        "Use small letters a to z, digits and single hyphens, at most 64 characters: {name}.",
        name=f"{name}{ending}",
    )


def slugify(name: str) -> str:
    """An id made of the Latin letters and digits of `name`; empty if it has none."""
    return cut_id(re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-"))


def cut_id(id_: str, longest: int = LONGEST_ID) -> str:
    """As many words of an id as are no longer than that; a part of the first if that alone is."""
    if len(id_) <= longest:
        return id_
    return id_[: longest + 1].rpartition("-")[0] or id_[:longest]


def make_printable(name: str) -> str:
    """A file name as it may be printed: what is not printable becomes a question mark."""
    if name.isprintable():
        return name
    return "".join(c if c.isprintable() else "?" for c in name)
