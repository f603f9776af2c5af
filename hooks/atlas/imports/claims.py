"""What a list says of a town: cleaned, with a country of today, and a point that may be so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from atlas.checks.borders import Borders
from atlas.checks.rules.privacy import holds_contact
from atlas.checks.rules.scripts import HEAP
from atlas.imports.degrees import EAST, NORTH, read_degrees
from atlas.imports.listed_rows import End
from atlas.imports.nearness import Point
from atlas.imports.spellings import COMMA_BELOW, clean
from atlas.lookup.countries import is_code_of_part, resolve
from atlas.model import SLOT_TOKEN
from atlas.model.iso_codes import STATES, is_language
from atlas.model.scalars import LONGEST_LINE
from atlas.model.vocabulary import PlaceType
from atlas.model.vocabulary.registers import Points, Refusal

_ROUGH = 11.0
"""Kilometres from a country within which a point of a list may lie in it."""

_FAR = 25.0
"""Kilometres from its country at which a point lies elsewhere; lists are rough by less."""

_WITH_COMMA_BELOW = frozenset({"RO", "MD"})
_DIGITS = 5
"""Decimals of a point: a metre."""

_UNKNOWN = 0.0, 0.0
"""What programs write that know no point."""

DISPUTED = frozenset(
    frozenset(pair.split("/"))
    for pair in ("MA/EH", "UA/RU", "IL/LB", "IL/PS", "IL/SY", "RS/XK", "CY/TR", "CN/TW")
)
"""States of which both claim a place: lists differ in which they name."""

_WIKIDATA = re.compile(r"(?:^|[/:])(Q[1-9][0-9]{0,15})\s*$")
"""An id, or an address that ends in one."""

_GEONAMES = re.compile(r"[1-9][0-9]{0,14}")
_WITH_TERRITORIES = frozenset(STATES.values())
_TYPES = frozenset(map(str, PlaceType))


@dataclass(frozen=True, slots=True)
class Claim:
    """What some rows say of a town in `country`. All that is not said is empty.

    `written` is "Name, Country" where the country as written is none of today's or another.
    `point` is what may be so, and `listed_point` also what lies elsewhere. `is_claimed` says that
    it lies in the outline of another state, with which this one is at odds over it.
    """

    name: str
    country: str
    lang: str = ""
    names: tuple[tuple[str, str], ...] = ()
    written: str = ""
    point: Point | None = None
    listed_point: Point | None = None
    wikidata: str = ""
    geonames: str = ""
    type: str = ""
    is_claimed: bool = False


def choose_country(claims: Iterable[Claim]) -> str:
    """The country of a town: of two that claim it the one in whose outline it lies."""
    return min((claim.is_claimed, claim.country) for claim in claims)[1]


@dataclass(frozen=True, slots=True)
class Judged:
    """An end that was looked at: the `claim` it makes, or why it makes none (`refusal`).

    `countries` are those that may be meant, if it is a question which of them. `is_outside` says
    whether its point lies outside the country beside it, and is None where nobody can know;
    `is_unreadable` that what stands for its point is none.
    """

    claim: Claim | None
    refusal: Refusal | None = None
    countries: tuple[str, ...] = ()
    is_outside: bool | None = None
    is_unreadable: bool = False


class Judge:
    """Looks at the ends of rows, each kind of end once.

    `answers` are countries that people chose, by the end as `describe_end` writes it.
    """

    def __init__(self, borders: Borders, points: Points, answers: Mapping[str, str]) -> None:
        self._borders = borders
        self._points = points
        self._answers = answers
        self._judged: dict[object, Judged] = {}

    def judge(self, end: End) -> Judged:
        """What becomes of an end."""
        key = (end.name, end.country, end.lang, *end.names.items(), end.lat, end.lon, end.wikidata)
        key = (*key, end.geonames, end.type)
        if key not in self._judged:
            self._judged[key] = self._judge(end)
        return self._judged[key]

    def _judge(self, end: End) -> Judged:
        name, country = split_country(clean(end.name), clean(end.country))
        if not any(letter.isalpha() for letter in name):
            return Judged(None, Refusal.NAME_BLANK)
        if not is_fit(name) or not is_fit(country or name):
            return Judged(None, Refusal.NAME_UNFIT)
        if not country:
            return Judged(None, Refusal.COUNTRY_BLANK)
        has_point = self._points is not Points.NONE and bool(end.lat or end.lon)
        listed = _read_point(end) if has_point else None
        is_unreadable = has_point and listed is None
        if listed == _UNKNOWN:
            listed = None
        code, candidates = self._find_country(name, country, listed)
        if not code:
            refusal = Refusal.COUNTRY_AMBIGUOUS if candidates else Refusal.COUNTRY_UNKNOWN
            return Judged(None, refusal, candidates)
        if code in _WITH_COMMA_BELOW:
            name = name.translate(COMMA_BELOW)
        is_outside = self._lies_outside(code, listed)
        is_claimed = bool(is_outside) and self._is_disputed(code, listed)
        if is_claimed:
            is_outside = None
        names = {tag: clean(text) for tag, text in end.names.items() if is_language(tag)}
        is_todays = resolve(country).codes == (code,) and not is_claimed
        return Judged(
            Claim(
                name,
                code,
                end.lang if is_language(end.lang) else "",
                tuple(sorted(each for each in names.items() if each[1] and is_fit(each[1]))),
                "" if is_todays else f"{name}, {country}",
                None if is_outside else listed,
                listed,
                read_wikidata_id(end.wikidata),
                end.geonames if _GEONAMES.fullmatch(end.geonames) else "",
                end.type if end.type in _TYPES else "",
                is_claimed,
            ),
            is_outside=is_outside,
            is_unreadable=is_unreadable,
        )

    def _find_country(
        self, name: str, country: str, point: Point | None
    ) -> tuple[str, tuple[str, ...]]:
        """The code of a country; empty, with those that may be meant, if it cannot be told."""
        if answer := self._answers.get(f"{name}, {country}"):
            return answer, ()
        match = resolve(country)
        if len(match.codes) == 1:
            [code] = match.codes
            around = self._around(point) if code in _WITH_TERRITORIES else ()
            is_territory = len(around) == 1 and STATES.get(around[0]) == code
            return around[0] if is_territory else code, ()
        around = self._around(point)
        if len(around) == 1 and (match.historic if not match.codes else around[0] in match.codes):
            return around[0], ()
        return "", match.codes or match.offers

    def _around(self, point: Point | None) -> tuple[str, ...]:
        """The countries that a point lies in or near, if points may say so."""
        if not point or self._points is not Points.SOURCE:
            return ()
        return tuple(sorted(self._borders.around((point[1], point[0]), _ROUGH)))

    def _lies_outside(self, code: str, point: Point | None) -> bool | None:
        """Whether a point lies in another country, or would lie in this with lat and lon swapped.

        Islands that the outlines leave out lie in none.
        """
        if point is None or code not in self._borders:
            return None
        lat, lon = point
        if self._borders.hold(code, (lon, lat), _FAR):
            return False
        return bool(self._borders.around((lon, lat), _ROUGH)) or self._borders.hold(
            code, (lat, lon), _ROUGH
        )

    def _is_disputed(self, code: str, point: Point | None) -> bool:
        """Whether a point lies in a state with which `code` is at odds over places."""
        around = self._borders.around((point[1], point[0]), _ROUGH) if point else ()
        return any(frozenset((code, other)) in DISPUTED for other in around)


def read_wikidata_id(text: str) -> str:
    """The Wikidata id in a cell; empty if there is none."""
    found = _WIKIDATA.search(text)
    return found[1] if found else ""


def describe_end(end: End) -> str:
    """An end as questions quote it: "Brazzaville, Congo"."""
    return ", ".join(filter(None, split_country(clean(end.name), clean(end.country))))


def split_country(name: str, country: str) -> tuple[str, str]:
    """Name and country of "Varna, Bulgaria", unless a column of countries says another."""
    front, comma, behind = (part.strip() for part in name.rpartition(","))
    if not comma or not front or (not country and is_code_of_part(behind)):
        return name, country
    found = resolve(behind).codes
    if len(found) == 1 and (not country or resolve(country).codes == found):
        return front, country or behind
    return name, country


def is_fit(text: str) -> bool:
    """Whether a text may stand in a record: a line, nobody's address, no sign of ours."""
    return (
        len(text) <= LONGEST_LINE
        and SLOT_TOKEN not in text
        and not HEAP.search(text)
        and not holds_contact(text)
    )


def _read_point(end: End) -> Point | None:
    """The point of an end, rounded; none if either number is missing or is no such thing."""
    lat, lon = read_degrees(end.lat, NORTH), read_degrees(end.lon, EAST)
    if lat is None or lon is None or abs(lat) > 90 or abs(lon) > 180:
        return None
    return round(lat, _DIGITS) + 0.0, round(lon, _DIGITS) + 0.0
