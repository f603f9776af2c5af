"""Which place of the atlas a town is: what an import does with the ends of its rows, row by row.

overrides/assets/javascripts/atlas-match-towns.js does so in the browser, and a test compares them.
There only Wikidata ids, names, countries and points tell; here an outline may say in which country
a point lies.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import product
from math import floor

from atlas.i18n.normalize import SHORT, without_a_letter, words
from atlas.imports.claims import DISPUTED, Claim, Judge, read_wikidata_id
from atlas.imports.listed_rows import End
from atlas.imports.nearness import Point, distance
from atlas.imports.spellings import clean, fold_name, plain_name
from atlas.imports.towns import APART, Known, TownFinder
from atlas.model.iso_codes import STATES
from atlas.model.vocabulary.likeness import Likeness, Outcome
from atlas.model.vocabulary.registers import Refusal

OFFERED = 5
"""Others that are named at most."""

_MISSPELT = range(4, 61)
"""Letters of a name that may be misspelt."""

_NEARBY = 2.0
"""Kilometres within which a place may be the same by another name: Antwerpen is Antwerp."""

_CELL = 0.1
"""Degrees: wider than that, but beyond 79 degrees north and south."""


@dataclass(frozen=True, slots=True)
class Like:
    """A place that a town is like: `why`, and how many `km` off, if both points are known."""

    place: Known
    why: Likeness
    km: float | None = None


@dataclass(frozen=True, slots=True)
class Match:
    """What a town is `found` to be, else why it was not looked for (`refusal`); and the `others`
    that it is like."""

    found: Like | None
    others: tuple[Like, ...] = ()
    refusal: Refusal | None = None

    @property
    def outcome(self) -> Outcome:
        """Whether the town is in the atlas."""
        if self.found:
            return Outcome.FOUND
        return Outcome.OFFERED if self.others else Outcome.NONE


class Matcher:
    """Matches towns with the places that are known, each town by itself."""

    def __init__(self, known: Iterable[Known], judge: Judge) -> None:
        self._judge = judge
        self._by_id: defaultdict[str, list[Known]] = defaultdict(list)
        self._by_name: defaultdict[str, list[Known]] = defaultdict(list)
        self._in_country: defaultdict[str, list[Known]] = defaultdict(list)
        self._at: defaultdict[tuple[int, int], list[Known]] = defaultdict(list)
        self._nearly: dict[str, dict[str, list[Known]]] = {}
        for place in sorted(known, key=lambda one: one.id):
            if place.wikidata:
                self._by_id[place.wikidata].append(place)
            for name in {fold_name(name) for name in place.names}:
                self._by_name[name].append(place)
            if place.point:
                self._at[_cell(place.point)].append(place)
            for country in place.countries:
                self._in_country[country].append(place)

    def match(self, end: End) -> Match:
        """What a town is, as an end of a row says it."""
        same = self._by_id.get(read_wikidata_id(end.wikidata), [])
        if len(same) == 1:
            return Match(Like(same[0], Likeness.WIKIDATA))
        judged = self._judge.judge(end)
        if judged.claim is None:
            called = self._by_name.get(fold_name(clean(end.name)), [])
            return _refuse(_elsewhere(called), judged.refusal)
        return self._match_claim(judged.claim)

    def _match_claim(self, claim: Claim) -> Match:
        called = self._by_name.get(fold_name(claim.name), [])
        likely = [_liken(place, claim) for place in called if _may_lie_in(place, claim.country)]
        town = TownFinder([claim], [one.place for one in likely]).town_of(claim).known
        found = next((one for one in likely if one.place is town), None)
        if found and found.why is not Likeness.NEAR:
            found = _only(found, likely, claim)
        others = [one for one in likely if found is None or one.place is not found.place]
        if found:
            return Match(found, tuple(others[:OFFERED]))
        away = [place for place in called if not _may_lie_in(place, claim.country)]
        further = [*self._find_nearby(claim), *self._find_misspelt(claim)]
        return _refuse([*others, *_without(further, called), *_elsewhere(away)])

    def _find_nearby(self, claim: Claim) -> list[Like]:
        """What lies where the town is said to lie, the nearest first."""
        if not claim.point:
            return []
        row, column = _cell(claim.point)
        around = product((row - 1, row, row + 1), (column - 1, column, column + 1))
        found = (
            (distance(claim.point, place.point), place)
            for cell in around
            for place in self._at.get(cell, ())
            if place.point
        )
        near = sorted((far, place.id, place) for far, place in found if far <= _NEARBY)
        return [Like(place, Likeness.NEARBY, round(far, 1)) for far, _, place in near]

    def _find_misspelt(self, claim: Claim) -> list[Like]:
        """What is called so but for a letter in the claim's country."""
        if claim.country not in self._nearly:
            self._nearly[claim.country] = self._index_misspelt(claim.country)
        index = self._nearly[claim.country]
        found = {
            place.id: place
            for letters in _most_letters(claim.name)
            for place in index.get(letters, ())
        }
        return [Like(place, Likeness.SPELLING) for _, place in sorted(found.items())]

    def _index_misspelt(self, country: str) -> dict[str, list[Known]]:
        index: defaultdict[str, list[Known]] = defaultdict(list)
        for place in self._in_country.get(country, ()):
            for letters in {one for name in place.names for one in _most_letters(name)}:
                index[letters].append(place)
        return index


def _only(found: Like, likely: Iterable[Like], claim: Claim) -> Like | None:
    """The same, if nothing else in the country is called just so."""
    called = plain_name(claim.name)
    same = [
        one
        for one in likely
        if claim.country in one.place.countries and called in map(plain_name, one.place.names)
    ]
    is_only = len(same) == 1 and found.why is Likeness.NAMESAKE
    return Like(found.place, Likeness.ONLY) if is_only else None


def _liken(place: Known, claim: Claim) -> Like:
    """What a town has in common with a place of nearly its name, in its country."""
    exact = distance(claim.point, place.point) if claim.point and place.point else None
    km = None if exact is None else round(exact, 1)
    if claim.wikidata and place.wikidata and claim.wikidata != place.wikidata:
        return Like(place, Likeness.OTHER_ID, km)
    if exact is not None:
        return Like(place, Likeness.NEAR if exact <= APART else Likeness.FAR, km)
    is_same = plain_name(claim.name) in map(plain_name, place.names)
    return Like(place, Likeness.NAMESAKE if is_same else Likeness.ACCENTS)


def _may_lie_in(place: Known, country: str) -> bool:
    """Whether lists may have a place in that country: in its own, one that claims it, its state."""
    return any(
        code == country or STATES.get(code) == country or frozenset((code, country)) in DISPUTED
        for code in place.countries
    )


def _elsewhere(places: Iterable[Known]) -> list[Like]:
    return [Like(place, Likeness.ELSEWHERE) for place in places]


def _refuse(others: Iterable[Like], refusal: Refusal | None = None) -> Match:
    return Match(None, tuple(others)[:OFFERED], refusal)


def _without(several: Sequence[Like], called: Iterable[Known]) -> list[Like]:
    """Each place once, and none of those that are `called` the same."""
    names = {place.id for place in called}
    first = {one.place.id: one for one in reversed(several)}
    return [one for one in several if one is first[one.place.id] and one.place.id not in names]


def _cell(point: Point) -> tuple[int, int]:
    return floor(point[0] / _CELL), floor(point[1] / _CELL)


def _most_letters(name: str) -> list[str]:
    """The letters of a name, and those that are left without one of them."""
    letters = "".join(SHORT.get(word, word) for word in words(name))
    return [*without_a_letter(letters)] if len(letters) in _MISSPELT else [letters]
