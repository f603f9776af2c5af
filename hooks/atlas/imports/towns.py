"""Which ends of rows, and which places that are known, are the same town.

Those with the same Wikidata id; else those of the same name in the same country that lie at most
10 km apart. One without a point is the town of its name and country, if there is just one. Those
with different Wikidata ids never are, nor those that already have ids of their own. The nearest
are taken first, so that no order of rows matters.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from atlas.imports.claims import DISPUTED, Claim, choose_country
from atlas.imports.nearness import Point, near_pairs
from atlas.imports.spellings import fold_name, plain_name

APART = 10.0
"""Kilometres. At 25 the two towns called Kansas City would be one."""

_SAME_POINT = 1.0
_ALIKE = 0.9


@dataclass(frozen=True, slots=True)
class Known:
    """A place that has an id: by a record, or by the row of a `register`.

    `name` is the first of the `names` that it goes by, as written.
    """

    id: str
    name: str
    names: frozenset[str]
    countries: tuple[str, ...]
    point: Point | None = None
    wikidata: str = ""
    register: str = ""


@dataclass(eq=False)
class Town:
    """A town: the claims that speak of it, and the place it is already `known` as."""

    claims: list[Claim] = field(default_factory=list)
    known: Known | None = None

    @property
    def points(self) -> list[Point]:
        """Every point that it is said to have."""
        found = {claim.point for claim in self.claims} | {self.known.point if self.known else None}
        return sorted(point for point in found if point is not None)

    @property
    def countries(self) -> tuple[str, ...]:
        """Its countries, by its record if it has one."""
        if self.known:
            return self.known.countries
        return (choose_country(self.claims),)

    @property
    def names(self) -> set[str]:
        """All that it is called, as written."""
        found = {claim.name for claim in self.claims}
        found |= {name for claim in self.claims for _, name in claim.names}
        return found | (self.known.names if self.known else set())

    @property
    def wikidata(self) -> set[str]:
        """Its Wikidata id, if it is known."""
        found = {claim.wikidata for claim in self.claims}
        return (found | {self.known.wikidata if self.known else ""}) - {""}

    def may_be(self, other: Town) -> bool:
        """Whether no id says that the two are not the same."""
        is_one = self.known is None or other.known is None
        return is_one and len(self.wikidata | other.wikidata) < 2

    def may_be_row(self, other: Town, register: str) -> bool:
        """Whether one of the two is a row of a register, and the other known from elsewhere."""
        known = [one for one in (self.known, other.known) if one]
        is_row = [one.register == register for one in known]
        return {*is_row} == {True, False} and len(self.wikidata | other.wikidata) < 2

    def absorb(self, other: Town) -> None:
        """Take over what is said of the same town."""
        self.claims = sorted([*self.claims, *other.claims], key=repr)
        self.known = self.known or other.known


class TownFinder:
    """Finds the town of every claim among all claims and all places that are known."""

    def __init__(self, claims: Iterable[Claim], known: Iterable[Known]) -> None:
        self._of_claims = {claim: Town([claim]) for claim in sorted(set(claims), key=repr)}
        of_known = [
            Town(known=one) for one in sorted(known, key=lambda one: (one.register != "", one.id))
        ]
        self._first = [*of_known, *self._of_claims.values()]
        self._merged: dict[Town, Town] = {}
        self._unsure: list[tuple[Town, Town]] = []
        self._join_by_wikidata()
        self._join_near()
        self._join_by_name()

    def town_of(self, claim: Claim) -> Town:
        """The town that a claim speaks of."""
        return self._find(self._of_claims[claim])

    def list_towns(self) -> list[Town]:
        """Every town that a claim speaks of, in an order that no row decides."""
        towns = {id(town): town for town in map(self._find, self._of_claims.values())}
        return list(towns.values())

    def find_questions(self, register: str) -> Iterator[tuple[Town, Town]]:
        """Pairs of towns that may be the same: people have to say.

        Of a row of `register` they may say that it is a place which has another id elsewhere.
        """
        seen = set()
        for one, other in (*self._unsure, *self._find_alike()):
            one, other = self._find(one), self._find(other)
            may_be = one.may_be(other) or one.may_be_row(other, register)
            is_new = one is not other and may_be and {id(one), id(other)} not in seen
            if is_new and (one.claims or other.claims):
                seen.add(frozenset((id(one), id(other))))
                yield one, other

    def _find(self, town: Town) -> Town:
        while town in self._merged:
            town = self._merged[town]
        return town

    def _join(self, one: Town, other: Town) -> None:
        """Let two be the same town, unless ids say that they are not; the first one's stays."""
        one, other = self._find(one), self._find(other)
        if one is not other and one.may_be(other):
            one.absorb(other)
            self._merged[other] = one

    def _join_by_wikidata(self) -> None:
        of_id: dict[str, Town] = {}
        for town in self._first:
            for wikidata in town.wikidata:
                self._join(of_id.setdefault(wikidata, town), town)

    def _join_near(self) -> None:
        """Join those of one name that are near, the nearest first."""
        found = []
        for points, towns in _group_pinned(self._first, lambda name: fold_name(name)):
            for first, second, far in near_pairs(points, APART):
                one, other = towns[first], towns[second]
                if _may_share(one.countries, other.countries):
                    found.append((far, first, second, one, other))
        for *_, one, other in sorted(found, key=lambda pair: pair[:3]):
            self._join(one, other)

    def _join_by_name(self) -> None:
        """Join those without a point to the one of their name and country, if there is just one."""
        for group in self._group_by_name(plain_name):
            towns = self._list_roots(group)
            pinned = [town for town in towns if town.points]
            loose = [town for town in towns if not town.points]
            for town in loose:
                self._join((pinned if len(pinned) == 1 else loose)[0], town)
            if len(pinned) > 1:
                self._unsure.extend((town, other) for town in pinned for other in loose[:1])
        for group in self._group_by_name(fold_name):
            towns = self._list_roots(group)
            loose = [town for town in towns if not town.points]
            self._unsure.extend((one, other) for one in loose for other in towns)

    def _group_by_name(self, spell: Callable[[str], str]) -> list[list[Town]]:
        groups: defaultdict[tuple[str, str], list[Town]] = defaultdict(list)
        for town in self._first:
            for name in sorted({spell(name) for name in town.names}):
                for country in town.countries:
                    groups[name, country].append(town)
        return [group for group in groups.values() if len(group) > 1]

    def _list_roots(self, towns: Iterable[Town]) -> list[Town]:
        return list({id(town): town for town in map(self._find, towns)}.values())

    def _find_alike(self) -> Iterator[tuple[Town, Town]]:
        """Towns whose names are nearly alike and near in place, and one point in two countries."""
        towns = self._list_roots(self._first)
        for points, of_group in _group_pinned(towns, lambda name: fold_name(name)[:1]):
            for first, second, _ in near_pairs(points, APART):
                one, other = of_group[first], of_group[second]
                if _may_share(one.countries, other.countries) and _sound_alike(one, other):
                    yield one, other
        groups: defaultdict[str, list[Claim]] = defaultdict(list)
        for claim in self._of_claims:
            if claim.listed_point is not None:
                groups[fold_name(claim.name)].append(claim)
        for claims in groups.values():
            points = [claim.listed_point for claim in claims if claim.listed_point]
            for first, second, _ in near_pairs(points, _SAME_POINT):
                yield self.town_of(claims[first]), self.town_of(claims[second])


def _group_pinned(
    towns: Iterable[Town], key: Callable[[str], str]
) -> Iterator[tuple[list[Point], list[Town]]]:
    """Towns with points by what `key` makes of their names: each point, and whose it is."""
    groups: defaultdict[str, tuple[list[Point], list[Town]]] = defaultdict(lambda: ([], []))
    for town in towns:
        for name in sorted(set(map(key, town.names))):
            for point in town.points:
                groups[name][0].append(point)
                groups[name][1].append(town)
    yield from groups.values()


def _may_share(one: Iterable[str], other: Iterable[str]) -> bool:
    """Whether a place in the countries of `one` may lie in those of `other`."""
    return any(
        first == second or frozenset((first, second)) in DISPUTED
        for first in one
        for second in other
    )


def _sound_alike(one: Town, other: Town) -> bool:
    return any(
        _is_alike(fold_name(first), fold_name(second))
        for first in one.names
        for second in other.names
    )


def _is_alike(one: str, other: str) -> bool:
    """Whether two names may be spellings of one; districts differ by their number alone."""
    if re.sub(r"\D", "", one) != re.sub(r"\D", "", other):
        return False
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.real_quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE
