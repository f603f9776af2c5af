"""Which column of somebody's table holds what."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from atlas.i18n.messages import Message, listing, msg
from atlas.i18n.normalize import normalize_name
from atlas.imports.input_error import InputError
from atlas.imports.listed_rows import SIDES

PIECE = re.compile(r"[a-z]+|[0-9]+")
CAPITAL = re.compile(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ])")


@cache
def read_words() -> dict[str, Any]:
    """The tables of `headings.toml`."""
    return tomllib.loads(Path(__file__).with_name("headings.toml").read_text("utf-8"))


@cache
def _words() -> tuple[dict[str, str], dict[str, str], dict[str, str], frozenset[str]]:
    """Sides, fields of a side and fields of a tie by the words for them, and words for nothing."""
    known = read_words()
    tables = [
        {word: meaning for meaning, words in known[table].items() for word in words}
        for table in ("sides", "fields", "ties")
    ]
    return tables[0], tables[1], tables[2], frozenset(known["passed_over"])


@cache
def fields() -> tuple[str, ...]:
    """The names of all columns that a table may have: `name_a`, `country_a`, …, `start`."""
    _, of_sides, of_ties, _ = _words()
    sided = [f"{field}_{side}" for side in SIDES for field in dict.fromkeys(of_sides.values())]
    return (*sided, *dict.fromkeys(of_ties.values()))


def find_columns(headings: Sequence[str], chosen: Mapping[str, str]) -> dict[str, int]:
    """For each field the index of its column, as `chosen` (field to heading) or as recognised.

    Raises InputError if a heading that was chosen is not there, or no column holds the names.
    """
    found = _recognise_all(headings)
    for field, heading in chosen.items():
        here = find_chosen(headings, field, heading, fields())
        found = {name: index for name, index in found.items() if index != here}
        found[field] = here
    if missing := [name for name in ("name_a", "name_b") if name not in found]:
        raise InputError(describe_missing(headings, missing))
    return found


def describe_missing(headings: Sequence[str], missing: Sequence[str]) -> Message:
    """That no column holds these fields, and how to name one."""
    return msg(
        "no column is known for {missing}; the headings are: {headings}. Name it, such as "
        "{example}.",
        missing=listing(missing),
        headings=listing(headings),
        example=f'--column {missing[0]}="{next(iter(headings), "")}"',
    )


def find_chosen(headings: Sequence[str], field: str, heading: str, known: Collection[str]) -> int:
    """The index of the column that somebody says a field of those `known` stands in.

    Raises InputError if there is no such field or no such column.
    """
    if field not in known:
        message = msg(
            '"{field}" is none of the columns: {fields}.', field=field, fields=listing(known)
        )
        raise InputError(message)
    here = [index for index, each in enumerate(headings) if _same(each, heading)]
    if not here:
        message = msg(
            'no column is called "{heading}"; the headings are: {headings}.',
            heading=heading,
            headings=listing(headings),
        )
        raise InputError(message)
    return here[0]


def _same(one: str, other: str) -> bool:
    return normalize_name(one) == normalize_name(other)


def _recognise_all(headings: Sequence[str]) -> dict[str, int]:
    """Fields by the columns that are surely theirs.

    A column that names no side is of the side that is free; if both are, of that of the column
    before it. One that names a side alone holds its names, if no other does.
    """
    known = [_recognise(heading) for heading in headings]
    with_side = {f"{field}_{side}" for field, side in known if side}
    found: dict[str, int] = {}
    last = SIDES[0]
    for index, (field, side) in enumerate(known):
        if field in _words()[1].values():
            free = [each for each in SIDES if f"{field}_{each}" not in {*with_side, *found}]
            side = side or (last if last in free else next(iter(free), ""))
            field = f"{field}_{side}" if side else ""
        last = side or last
        if field:
            found.setdefault(field, index)
    for index, (field, side) in enumerate(known):
        if side and not field:
            found.setdefault(f"name_{side}", index)
    return found


def _recognise(heading: str) -> tuple[str, str]:
    """The field and the side of a heading, each empty if it names none; both, if a word says
    something else."""
    sides, of_sides, of_ties, passed_over = _words()
    said: dict[str, None] = {}
    side = ""
    for word in _split(heading):
        if word in sides:
            side = side or sides[word]
        elif word in of_sides or word in of_ties:
            meant = (of_sides.get(word, ""), of_ties.get(word, ""))
            said.update(dict.fromkeys(filter(None, meant)))
        elif word not in passed_over:
            return "", ""
    for field in dict.fromkeys(of_ties.values()) if not side else ():
        if field in said:
            return field, ""
    for field in dict.fromkeys(of_sides.values()):
        if field in said:
            return field, side
    for field in dict.fromkeys(of_ties.values()):
        if field in said:
            return field, ""
    return "", side


def _split(heading: str) -> Iterator[str]:
    """The words of a heading: `originlong` and `lat1` have two."""
    for piece in PIECE.findall(normalize_name(CAPITAL.sub(" ", heading))):
        yield from _split_side(piece)


def _split_side(word: str) -> tuple[str, ...]:
    sides, of_sides, of_ties, passed_over = _words()
    if word in sides or word in of_sides or word in of_ties or word in passed_over:
        return (word,)
    for side in sorted(sides, key=len, reverse=True):
        rest = word.removeprefix(side)
        if rest != word and len(side) > 1 and rest in of_sides:
            return side, rest
    return (word,)
