"""The codes of standards that a record may use: languages, countries, currencies."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from functools import cache

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from pydantic_core import PydanticCustomError

_TAG = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?")
"""A language, a script, a region, each in its usual case, so that a language has one tag."""

_BODIES = {"EU", "EZ", "UN"}
_NOT_COUNTRIES = _BODIES | {"QO", "XA", "XB", "ZZ"}


@cache
def countries() -> frozenset[str]:
    """Every ISO 3166-1 alpha-2 code that CLDR names, and XK for Kosovo."""
    names = Locale("en").territories
    return frozenset(
        code
        for code in map(str, names)
        if len(code) == 2 and code.isalpha() and code not in _NOT_COUNTRIES
    )


@cache
def currencies() -> frozenset[str]:
    """Every ISO 4217 code that CLDR names."""
    return frozenset(get_global("all_currencies"))


def three_letters() -> dict[str, list[str]]:
    """The three letters that ISO 3166-1 gives each country as well: BE -> [BEL]."""
    return _aliases("territory_aliases", countries())


def languages_three_letters() -> dict[str, list[str]]:
    """The three letters that ISO 639 gives a language of two letters: fr -> [fra, fre]."""
    two_letters = {code for code in map(str, Locale("en").languages) if len(code) == len("en")}
    return _aliases("language_aliases", two_letters)


def _aliases(table: str, codes: Collection[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    aliases: Mapping[str, str | list[str]] = get_global(table)  # type: ignore[arg-type]  # known to CLDR, not to Babel's stubs
    for alias, meant in aliases.items():
        [code] = meant if isinstance(meant, list) and len(meant) == 1 else [meant]
        if isinstance(code, str) and code in codes and len(alias) == len("BEL"):
            found.setdefault(code, []).append(alias)
    return found


@cache
def currencies_in_use() -> frozenset[str]:
    """Every currency that is a country's own today."""
    return frozenset(
        code
        for in_country in get_global("territory_currencies").values()
        for code, _, until, is_tender in in_country
        if until is None and is_tender
    )


def country(code: str) -> str:
    """Return `code`; raise ValueError if it is not an ISO 3166-1 alpha-2 code in capitals."""
    if code in countries():
        return code
    if code.casefold() in _bodies():
        raise PydanticCustomError("many_countries", "a body of many countries")
    raise PydanticCustomError("not_a_country", "not an ISO 3166-1 country code")


@cache
def _bodies() -> frozenset[str]:
    """What CLDR calls the European Union, the euro area and the United Nations, and their codes."""
    called = (Locale(tag).territories for tag in ("en", "nl", "fr", "ar"))
    names = (names[code] for names in called for code in _BODIES if code in names)
    return frozenset(name.casefold() for name in (*_BODIES, *names))


EUROPE = "150"
"""The continent, by its code in UN M49."""

_EUROPE = (
    "AD AL AT AX BA BE BG BY CH CZ DE DK EE ES FI FO FR GB GG GI GR HR HU IE IM IS IT JE LI LT LU "
    "LV MC MD ME MK MT NL NO PL PT RO RS RU SE SI SJ SK SM UA VA XK"
)
EUROPEAN = frozenset(_EUROPE.split())
"""The countries and territories that UN M49 puts there, and Kosovo."""


def country_or_europe(code: str) -> str:
    """Return `code`; raise ValueError if it is no country's and not EUROPE."""
    return code if code == EUROPE else country(code)


def currency(code: str) -> str:
    """Return `code`; raise ValueError if it is not an ISO 4217 currency code."""
    if code not in currencies():
        raise PydanticCustomError("not_a_currency", "not an ISO 4217 currency code")
    return code


@cache
def is_language(tag: str) -> bool:
    """Whether `tag` is a BCP 47 language tag that CLDR knows."""
    if _TAG.fullmatch(tag) is None or tag == "und":
        return False
    try:
        Locale.parse(tag, sep="-")
    except (UnknownLocaleError, ValueError):
        return False
    return True


def language(tag: str) -> str:
    """Return `tag`; raise ValueError if it is not a BCP 47 language tag that CLDR knows."""
    if not is_language(tag):
        raise PydanticCustomError("not_a_language", "not a language tag")
    return tag


STATES: dict[str, str] = {
    territory: state
    for state, territories in {
        "AU": "CC CX HM NF",
        "CN": "HK MO",
        "DK": "FO GL",
        "FI": "AX",
        "FR": "BL GF GP MF MQ NC PF PM RE TF WF YT",
        "GB": "AI BM FK GG GI GS IM IO JE KY MS PN SH TC VG",
        "NL": "AW BQ CW SX",
        "NO": "BV SJ",
        "NZ": "CK NU TK",
        "US": "AS GU MP PR UM VI",
    }.items()
    for territory in territories.split()
}
"""Territories with an ISO 3166-1 code of their own, and the state whose page shows them too."""


def with_states(codes: Iterable[str]) -> list[str]:
    """The codes and those of the states that territories among them belong to, sorted."""
    return sorted({wider for code in codes for wider in (code, STATES.get(code, code))})
