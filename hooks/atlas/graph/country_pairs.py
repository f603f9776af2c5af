"""Which countries a cooperation brings together.

Two that merely stand on the same side, such as two countries in which one association has partners,
do not work with each other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Set

from atlas.graph.parties import actor_countries, countries_beside, opposite_parties
from atlas.model import Cooperation, Records
from atlas.model.vocabulary import Role

Pairs = frozenset[tuple[str, str]]
"""Pairs of ISO 3166-1 codes, each in the order of the alphabet."""

_Blocks = Mapping[str, Set[str]]
"""The countries of those who stand together: on a stated side, or each by itself."""


def find_pairs(records: Records, record: Cooperation) -> Pairs:
    """The pairs of countries that a cooperation brings together.

    They are those of parties that it ties (`parties.opposite_parties`) and of parties on different
    stated sides. Where these are of no two countries, the parties that lead, or all if none does,
    stand opposite all others but those on their stated side, and opposite the countries that the
    record names beside them; and the countries of one party, a joint body, opposite each other.
    """
    countries = {one.actor: actor_countries(records, one.actor) for one in record.parties}
    tied = {
        _pair(a, b)
        for left, right in opposite_parties(record)
        for a in countries[left.actor]
        for b in countries[right.actor]
        if a != b
    }
    blocks: dict[str, set[str]] = defaultdict(set)
    leading: dict[str, set[str]] = defaultdict(set)
    for party in record.parties:
        block = f"side {party.side}" if party.side else party.actor
        blocks[block] |= countries[party.actor]
        if Role.LEAD in party.roles:
            leading[block] |= countries[party.actor]
    sides = {f"side {party.side}" for party in record.parties if party.side}
    of_sides = {side: blocks[side] for side in sides}
    across = tied | _pair_across(of_sides, of_sides)
    if across:
        return frozenset(across)
    hubs = leading or blocks
    own = set().union(*countries.values())
    concerned = countries_beside(records, record)
    beside = {_pair(a, b) for of in hubs.values() for a in of for b in concerned - own}
    alone = (of for block, of in blocks.items() if block not in sides)
    within = {_pair(a, b) for of in alone for a in of for b in of if a != b}
    return frozenset(_pair_across(hubs, blocks) | beside | within)


def partners_of(pairs: Iterable[tuple[str, str]], own: Iterable[str]) -> set[str]:
    """The countries that stand opposite one of these, and are none of them."""
    mine = {*own}
    return {other for a, b in pairs for one, other in ((a, b), (b, a)) if one in mine} - mine


def _pair_across(some: _Blocks, others: _Blocks) -> set[tuple[str, str]]:
    """The pairs of a country in one of `some` blocks and one in another of the `others`."""
    at, over = _by_country(some), _by_country(others)
    return {
        _pair(a, b)
        for a in at
        for b in over
        if a != b and (len(at[a]) > 1 or len(over[b]) > 1 or at[a] != over[b])
    }


def _by_country(blocks: _Blocks) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for block, codes in blocks.items():
        for code in codes:
            found[code].add(block)
    return found


def _pair(a: str, b: str) -> tuple[str, str]:
    return (a, b) if a < b else (b, a)
