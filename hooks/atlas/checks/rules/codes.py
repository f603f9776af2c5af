"""Are the codes of a place such as their lists have, and for its country?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from atlas.checks.context import CheckContext
from atlas.checks.rule import in_context, per_record
from atlas.i18n.countries import name_with_code
from atlas.i18n.messages import alternatives, listing, msg
from atlas.i18n.problem import Problem
from atlas.model import Place, PlaceCode, iso_codes
from atlas.model.paths import FieldPath
from atlas.model.vocabulary import CodeScheme

_NUTS = re.compile(r"[A-Z]{2}[A-Z0-9]{0,3}")
"""The country, and a sign for each level of regions (Regulation (EC) No 1059/2003)."""

_OWN_LETTERS = {"GR": "EL", "GB": "UK"}
"""What NUTS calls a country where that is not its ISO 3166-1 code."""

NUTS_VERSIONS = (1995, 1999, 2003, 2006, 2010, 2013, 2016, 2021, 2024)
_TO_COME = range(NUTS_VERSIONS[-1] + 1, 2201)
"""Years of which there may be a version when somebody writes it down."""

_LAU = {
    "AT": (r"[0-9]{5}", "90001"),
    "BE": (r"[0-9]{5}", "21004"),
    "DE": (r"[0-9]{8}", "11000000"),
    "ES": (r"[0-9]{5}", "28079"),
    "FR": (r"(?:[0-9]{2}|2[AB])[0-9]{3}", "75056"),
    "IT": (r"[0-9]{6}", "058091"),
    "NL": (r"GM[0-9]{4}", "GM0363"),
}
"""By country how the codes of its local administrative units are written, and one of them."""


def _codes(context: CheckContext) -> Iterator[tuple[Place, FieldPath, PlaceCode]]:
    for place in context.records.places.values():
        for index, code in enumerate(place.codes):
            yield place, ("codes", index), code


@per_record
def codes_are_of_their_list(context: CheckContext) -> Iterator[Problem]:
    """A code is written as its list writes it, and the list is named where there are many."""
    for place, path, one in _codes(context):
        if one.scheme is CodeScheme.NUTS and not _NUTS.fullmatch(one.code):
            message = msg('"{code}" is no code of {list}.', code=one.code, list="NUTS")
            hint = msg(
                "Write two capitals and up to three capitals or digits, such as {one} or {other}.",
                one="BE1",
                other="BE100",
            )
            yield context.problem(place, (*path, "code"), message, hint)
        if one.scheme is CodeScheme.NUTS and one.year not in (*NUTS_VERSIONS, *_TO_COME):
            message = msg("there is no {list} of {year}.", list="NUTS", year=str(one.year))
            hint = msg("There are: {ids}.", ids=listing(map(str, NUTS_VERSIONS)))
            yield context.problem(place, (*path, "year"), message, hint, "warning")
        if one.scheme is CodeScheme.NATIONAL and one.name is None:
            message = msg("the code {code} does not say of which list it is.", code=one.code)
            hint = msg(
                "Add {field} with what the list is called, such as {example}.",
                field="name:",
                example="INSEE",
            )
            yield context.problem(place, path, message, hint)


@per_record
def codes_are_of_their_country(context: CheckContext) -> Iterator[Problem]:
    """A code is one of a country of its place."""
    for place, path, one in _codes(context):
        states = [iso_codes.STATES.get(code, code) for code in place.countries]
        if one.scheme is CodeScheme.NUTS and _NUTS.fullmatch(one.code):
            expected = [_OWN_LETTERS.get(code, code) for code in states]
            if one.code[:2] not in expected:
                message = msg(
                    '"{code}" is no code of {list} in {countries}.',
                    code=one.code,
                    list="NUTS",
                    countries=alternatives(map(name_with_code, place.countries)),
                )
                hint = msg("They begin with {letters}.", letters=alternatives(expected))
                yield context.problem(place, (*path, "code"), message, hint)
        if one.scheme is CodeScheme.LAU and len(states) == 1 and states[0] in _LAU:
            pattern, example = _LAU[states[0]]
            if not re.fullmatch(pattern, one.code):
                message = msg(
                    '"{code}" is no code of {list} in {countries}.',
                    code=one.code,
                    list="LAU",
                    countries=name_with_code(states[0]),
                )
                hint = msg("They are written like {example}.", example=example)
                yield context.problem(place, (*path, "code"), message, hint, "warning")


@in_context
def codes_are_given_once(context: CheckContext) -> Iterator[Problem]:
    """A place has one code in the version of a list, and the version is not one to come."""
    for place in context.records.places.values():
        seen: set[tuple[CodeScheme, str | None, int]] = set()
        for index, one in enumerate(place.codes):
            version = (one.scheme, one.name, one.year)
            if version in seen:
                message = msg(
                    "there are two codes of {list} {year}.",
                    list=one.name or one.scheme.value.upper(),
                    year=str(one.year),
                )
                hint = msg("Delete one, or correct its year.")
                yield context.problem(place, ("codes", index, "year"), message, hint)
            seen.add(version)
            if context.today is not None and one.year > context.today.year + 1:
                message = msg("{year} is still to come.", year=str(one.year))
                hint = msg("Write the year of the version that has the code.")
                yield context.problem(place, ("codes", index, "year"), message, hint, "warning")
