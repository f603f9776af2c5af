"""The ids of towns and of ties that have none yet."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping

from anyascii import anyascii

from atlas.files.ids import slugify
from atlas.imports.nearness import geohash
from atlas.imports.spellings import plain_name
from atlas.imports.towns import Known, Town
from atlas.model.scalars import LONGEST_ID

_LONGEST_SLUG = 48
"""Letters; a country and what tells namesakes apart stand behind."""

_CUT = 55
_DIGITS = 8


def name_towns(
    names: Mapping[Town, str], known: Iterable[Known], taken: Iterable[str]
) -> dict[Town, str]:
    """The id of every town: the one it is known by, else one made of its name and country.

    All that would be called alike are told apart, by Wikidata id or where they lie; so are those
    that would be called as a place that is `known` would, or have an id that is `taken`.
    """
    found = {town: town.known.id for town in names if town.known}
    bases = {town: _base(name, town.countries[0]) for town, name in names.items() if not town.known}
    count = Counter(bases.values())
    used = {*taken, *(one.id for one in known)}
    count.update(used | {_base(one.name, code) for one in known for code in one.countries})
    for town, base in bases.items():
        id_ = base if count[base] == 1 else _append(base, _tell_apart(town, names[town]))
        if id_ in used:
            id_ = _append(base, _digest(repr(town.claims))[:_DIGITS])
        used.add(id_)
        found[town] = id_
    return found


def _base(name: str, country: str) -> str:
    slug = slugify(name) or slugify(anyascii(name)) or _digest(name)[:_DIGITS]
    return f"{slug[:_LONGEST_SLUG].strip('-')}-{country.lower()}"


def _append(base: str, mark: str) -> str:
    """An id with what tells it from others, and no longer than an id may be."""
    slug, _, country = base.rpartition("-")
    room = LONGEST_ID - len(f"-{country}-{mark}")
    return f"{slug[:room].strip('-')}-{country}-{mark}"


def _tell_apart(town: Town, name: str) -> str:
    if town.wikidata:
        return min(town.wikidata).lower()
    return geohash(town.points[0]) if town.points else _digest(plain_name(name))[:5]


def name_pair(a: str, b: str, *, in_full: bool = True) -> str:
    """The id of a tie: those of its places; cut where that would be too long, or not `in_full`."""
    id_ = f"{a}-{b}"
    if in_full and len(id_) <= LONGEST_ID:
        return id_
    return f"{id_[:_CUT].strip('-')}-{_digest(id_ if in_full else f'{a} {b}')[:_DIGITS]}"


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
