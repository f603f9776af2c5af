"""What a register of known ties chooses from: licences, whose words a tie is, what was asked."""

from __future__ import annotations

from enum import StrEnum

from atlas.model.vocabulary.word import N_, Word


class Licence(StrEnum):
    """The licences (SPDX) under which what a register lists may stand here and be taken home."""

    CC0 = "CC0-1.0"
    CC_BY = "CC-BY-4.0"
    PDDL = "PDDL-1.0"
    ODC_BY = "ODC-By-1.0"

    @property
    def address(self) -> str:
        """Where its text stands."""
        return _TEXTS[self]


_TEXTS = {
    Licence.CC0: "https://creativecommons.org/publicdomain/zero/1.0/",
    Licence.CC_BY: "https://creativecommons.org/licenses/by/4.0/",
    Licence.PDDL: "https://opendatacommons.org/licenses/pddl/1-0/",
    Licence.ODC_BY: "https://opendatacommons.org/licenses/by/1-0/",
}

OWN_LICENCE = Licence.CC_BY
"""That of all that the atlas says itself (LICENSE-DATA.md)."""


class Points(StrEnum):
    """Where the points of a register come from, and so what may be made of them."""

    SOURCE = "source"
    GEOCODED = "geocoded"
    NONE = "none"


class StatedBy(Word):
    """Who says that a listed tie is there: one of its towns, both of them, or the list alone."""

    A = "a", N_("Stated by one side")
    B = "b", N_("Stated by one side")
    BOTH = "both", N_("Stated by both sides")
    REGISTER = "register", N_("Stated by the register alone")


class Refusal(Word):
    """Why an import left out what a row says."""

    NAME_BLANK = "name-blank", N_("A name is missing.")
    NAME_UNFIT = "name-unfit", N_("A name is too long, or holds what no record may.")
    COUNTRY_BLANK = "country-blank", N_("A country is missing.")
    COUNTRY_UNKNOWN = "country-unknown", N_("The country is none that exists today.")
    COUNTRY_AMBIGUOUS = "country-ambiguous", N_("The country may be one of several.")
    SAME_PLACE = "same-place", N_("Both ends are the same place.")
    POINT_UNREADABLE = "point-unreadable", N_("The point cannot be read: it is left out.")
    POINT_ELSEWHERE = "point-elsewhere", N_("The point lies in another country: it is left out.")
    POINT_SHARED = "point-shared", N_("The point stands beside many names: it is left out.")
    WITHDRAWN = "withdrawn", N_("The list itself marks this as wrong.")
    REMOVED = "removed", N_("This was taken out of the atlas.")


class Query(Word):
    """What an import asks people about."""

    COUNTRY = "country", N_("Which country is meant?")
    SAME_PLACE = "same-place", N_("Are these the same place?")
    YEAR = "year", N_("Is this year a placeholder?")
