"""What a place is called where it lies, as far as its record has that name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from babel.languages import get_official_languages

NONE = "", ""


def find_native_name(names: Mapping[str, str], countries: Sequence[str]) -> tuple[str, str]:
    """The name in an official language of its country, and that language; NONE if it has none.

    Languages come in the order of CLDR («territoryInfo»): those that are official in the whole
    country first.
    """
    for country in countries:
        for official in _list_official(country):
            for language, name in names.items():
                if language.partition("-")[0] == official:
                    return name, language
    return NONE


@cache
def _list_official(country: str) -> tuple[str, ...]:
    national = get_official_languages(country, de_facto=True)
    regional = get_official_languages(country, regional=True, de_facto=True)
    both = dict.fromkeys(code.partition("_")[0] for code in (*national, *regional))
    return tuple(both)
