"""Which countries a cooperation brings together.

Two that merely stand on the same side, such as two countries in which one association has partners,
do not work with each other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from atlas.graph.parties import actor_countries, opposite_parties
from atlas.model import Cooperation, Records

Pairs = frozenset[tuple[str, str]]
"""Pairs of ISO 3166-1 codes, each in the order of the alphabet."""


def find_pairs(records: Records, record: Cooperation) -> Pairs:
    """The pairs of countries that a cooperation brings together.

    They are those of parties that it ties (`parties.opposite_parties`) and of parties on different
    stated sides. Where these are of no two countries, all parties stand opposite each other but
    those on one stated side; and opposite the countries that the record names beside them.
    """
    countries = {one.actor: actor_countries(records, one.actor) for one in record.parties}
    tied = {
        _pair(a, b)
        for left, right in opposite_parties(record)
        for a in countries[left.actor]
        for b in countries[right.actor]
        if a != b
    }
    sides: dict[str, set[str]] = defaultdict(set)
    alone: dict[str, set[str]] = {}
    for party in record.parties:
        if party.side:
            sides[party.side] |= countries[party.actor]
        else:
            alone[party.actor] = countries[party.actor]
    across = tied | _pair_across(sides)
    if across:
        return frozenset(across)
    own = set().union(*countries.values())
    concerned = {*record.countries}.union(*(records.places[p].countries for p in record.locations))
    within = {_pair(a, b) for of_one in alone.values() for a in of_one for b in of_one if a != b}
    beside = {_pair(a, b) for a in own for b in concerned - own}
    blocks = {**{f"side {id_}": of for id_, of in sides.items()}, **alone}
    return frozenset(_pair_across(blocks) | within | beside)


def partners_of(pairs: Iterable[tuple[str, str]], own: Iterable[str]) -> set[str]:
    """The countries that stand opposite one of these, and are none of them."""
    mine = {*own}
    return {other for a, b in pairs for one, other in ((a, b), (b, a)) if one in mine} - mine


def _pair_across(blocks: Mapping[str, Iterable[str]]) -> set[tuple[str, str]]:
    """The pairs of countries that stand in two different blocks."""
    at: dict[str, set[str]] = defaultdict(set)
    for block, codes in blocks.items():
        for code in codes:
            at[code].add(block)
    return {(a, b) for a in at for b in at if a < b and (len(at[a]) > 1 or at[a] != at[b])}


def _pair(a: str, b: str) -> tuple[str, str]:
    return (a, b) if a < b else (b, a)
