"""Which column of a list of towns holds what: by the same words as in a list of ties."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from atlas.i18n.normalize import normalize_name
from atlas.imports.headings import CAPITAL, PIECE, describe_missing, find_chosen, read_words
from atlas.imports.input_error import InputError

_NAMING = ("name", "wikidata")
"""The fields of which one has to be there: a town is told by either."""


@cache
def field_of_word() -> Mapping[str, str]:
    """The field that a word of a heading says, nothing for one that says none. Of several fields
    in a heading the earlier in the order of `headings.toml` holds."""
    known = read_words()
    silent = (*known["passed_over"], *known["sides"]["a"], *known["sides"]["b"])
    said = {word: field for field, words in known["fields"].items() for word in words}
    return {**dict.fromkeys([*silent, *known["ties"]["locator"]], ""), **said}


def fields() -> list[str]:
    """The columns that a list of towns may have."""
    return [field for field in dict.fromkeys(field_of_word().values()) if field]


def find_columns(headings: Sequence[str], chosen: Mapping[str, str]) -> dict[str, int]:
    """For each field the index of its column, as `chosen` (field to heading) or as recognised.

    Raises InputError if a heading that was chosen is not there, or nothing names the towns.
    """
    found: dict[str, int] = {}
    for index, heading in enumerate(headings):
        if field := recognise(heading):
            found.setdefault(field, index)
    for field, heading in chosen.items():
        here = find_chosen(headings, field, heading, fields())
        found = {name: index for name, index in found.items() if index != here}
        found[field] = here
    if not {*_NAMING} & found.keys():
        raise InputError(describe_missing(headings, _NAMING[:1]))
    return found


def recognise(heading: str) -> str:
    """The field of a heading; empty if a word of it is not known, or none says any."""
    for text in (heading, CAPITAL.sub(" ", heading)):  # "GeoNames" is one word, "townName" two
        said = {field_of_word().get(piece) for piece in PIECE.findall(normalize_name(text))}
        if None not in said:
            return next((field for field in fields() if field in said), "")
    return ""
