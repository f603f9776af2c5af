"""Where a place lies, from a file of GeoNames that an editor has fetched: cities500.txt or alike.

The file is tab-separated, a place a line, as https://download.geonames.org/export/dump/ describes
it. None comes with the atlas.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from atlas.i18n.messages import msg
from atlas.i18n.normalize import fold

_COLUMNS = 15
"""Columns up to the population, the last that is looked at."""

_MOST = 5
_MOST_DIGITS = 12


@dataclass(frozen=True, slots=True)
class GazetteerPlace:
    """A place of the gazetteer. `lat` and `lon` are as written there, in degrees."""

    name: str
    country: str
    lat: str
    lon: str
    geonames: str
    population: int


def validate(file: Path) -> None:
    """See whether it can be read and begins as one of GeoNames does; raises what `find` raises."""
    with file.open(encoding="utf-8") as lines:
        next(_read_rows(lines, file.name), None)


def find(file: Path, names: list[str], countries: list[str]) -> list[GazetteerPlace]:
    """The places of one of `names` in `countries`, those with most inhabitants first.

    Raises OSError if the file cannot be read, ValueError if it is none of GeoNames.
    """
    spellings = {fold(name.strip()) for name in names}
    found: list[GazetteerPlace] = []
    with file.open(encoding="utf-8") as lines:
        for columns in _read_rows(lines, file.name):
            if columns[8] not in countries:
                continue
            known = (columns[1], columns[2], *columns[3].split(","))
            if not spellings.isdisjoint(map(fold, known)):
                found.append(_make_place(columns))
    return sorted(found, key=lambda place: -place.population)[:_MOST]


def _read_rows(lines: Iterable[str], name: str) -> Iterator[list[str]]:
    """The columns of every line of the file of that name."""
    number = 0
    try:
        for number, line in enumerate(lines, 1):
            columns = line.rstrip("\n").split("\t")
            if len(columns) < _COLUMNS:
                raise ValueError(
                    msg(
                        "line {line} of {file} has too few columns for GeoNames",
                        line=number,
                        file=name,
                    )
                )
            yield columns
    except UnicodeDecodeError as error:
        raise ValueError(msg("{file} is not a text in UTF-8", file=name)) from error
    if not number:
        raise ValueError(msg("{file} is empty", file=name))


def _make_place(columns: list[str]) -> GazetteerPlace:
    digits = columns[14]
    population = int(digits) if digits.isdecimal() and len(digits) <= _MOST_DIGITS else 0
    return GazetteerPlace(columns[1], columns[8], columns[4], columns[5], columns[0], population)
