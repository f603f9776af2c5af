"""Writes a register of generated ties, as an import would, beside generated records."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from random import Random

from tests import register_files
from tests.bench import words
from tests.bench.ground import Ground

_SEED = 1951
_COUNTRIES = 60
_TOWNS = 4, 5
"""Towns for ties: as in Wikidata, where 12,635 places have 15,994 ties."""

_KNOWN = 0.05
"""The share of ties that end in a town of the atlas's own records."""

_ABOUT = """\
licence: CC0-1.0
as_of: 2026-11
points: source
form: twinning
counts: {{rows: {ties}, ties: {ties}, places: {towns}, merged: 0, both: 0, refused: 0, asked: 0}}
"""


def write(data: Path, ties: int, known: Mapping[str, str] | None = None) -> None:
    """Write the register `generated` with so many `ties` between four fifths as many towns.

    Some ties lead to towns that are `known`: the ids of records, with their countries. The same
    numbers give the same files.
    """
    chance = Random(_SEED)  # noqa: S311 - the same every time is what is wanted here
    ground = Ground(chance, _COUNTRIES)
    places = [_town(chance, ground, at) for at in range(ties * _TOWNS[0] // _TOWNS[1])]
    ids = [place["id"] for place in places]
    countries = {place["id"]: place["country"] for place in places} | dict(known or {})
    among = [*known] if known else []
    pairs: dict[tuple[str, str], None] = {}
    for id_ in ids:  # nobody is without a tie
        pairs[_pair(chance, id_, ids, among)] = None
    while len(pairs) < ties:
        pairs[_pair(chance, chance.choice(ids), ids, among)] = None
    about = _ABOUT.format(ties=len(pairs), towns=len(places))
    rows = [_tie(chance, a, b, countries[a]) for a, b in pairs]
    register_files.write(data, "generated", places, rows, about)


def _town(chance: Random, ground: Ground, at: int) -> dict[str, str]:
    names, country = words.name(chance), ground.country()
    lon, lat = ground.point(country)
    return {
        "id": f"listed-{at}-{country.lower()}",
        "name": names["en"],
        "lang": "en",
        "name_ar": names["ar"],
        "type": "municipality",
        "country": country,
        "lat": str(lat),
        "lon": str(lon),
        "exactness": "approximate",
        "wikidata": f"Q{1_000 + at}",
    }


def _pair(chance: Random, town: str, towns: Sequence[str], known: Sequence[str]) -> tuple[str, str]:
    """The town and another, in order; the first of the towns have far more ties than the last."""
    other = town
    while other == town:
        among = known if known and chance.random() < _KNOWN else towns
        other = among[int(len(among) * chance.random() ** 2)]
    return (town, other) if town < other else (other, town)


def _tie(chance: Random, a: str, b: str, country: str) -> dict[str, str]:
    ends = {"id": f"{a}-{b}", "a": a, "b": b, "country": country}
    tie = {**ends, "form": "twinning", "as_of": "2026-11"}
    if chance.random() < 0.4:
        tie["start"] = str(chance.randint(1950, 2025))
    return {**tie, "stated_by": chance.choice(("a", "b", "both", "both"))}
