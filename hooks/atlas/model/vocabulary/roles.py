"""The roles of parties, and which two of them make a line on a map."""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum
from functools import cache
from typing import Self

from atlas.model.vocabulary.word import N_, Word


class Tying(IntEnum):
    """What a role has to do with the lines on a map; `is_tied` says which two make one."""

    BESIDE = 0
    SIGNS = 1
    PARTNERS = 2
    LEADS = 3
    GIVES = 4
    RECEIVES = 5


class Role(Word):
    """What a party does in a cooperation. The last four are IATI's OrganisationRole 1 to 4."""

    tying: Tying

    def __new__(
        cls, word: str, label: str = "", tying: Tying = Tying.BESIDE, code: str = ""
    ) -> Self:
        """A role, which stands below as the tuple of all that there is to say of it."""
        role = str.__new__(cls, word)
        role._value_, role.label, role.definition = word, label, ""
        role.tying, role.code = tying, code
        return role

    SIGNATORY = "signatory", N_("Signatory"), Tying.SIGNS
    PARTNER = "partner", N_("Partner"), Tying.PARTNERS
    MEMBER = "member", N_("Member")
    NETWORK = "network", N_("Network")
    LEAD = "lead", N_("Lead"), Tying.LEADS
    CHAIR = "chair", N_("Chair")
    PARTICIPANT = "participant", N_("Participant")
    PROVIDER = "provider", N_("Provider of assistance"), Tying.GIVES
    BENEFICIARY = "beneficiary", N_("Beneficiary"), Tying.RECEIVES
    HOST = "host", N_("Host")
    FACILITATOR = "facilitator", N_("Facilitator")
    FUNDING = "funding", N_("Funder"), Tying.BESIDE, "1"
    ACCOUNTABLE = "accountable", N_("Accountable for the project"), Tying.BESIDE, "2"
    EXTENDING = "extending", N_("Extending agency"), Tying.BESIDE, "3"
    IMPLEMENTING = "implementing", N_("Implementer"), Tying.GIVES, "4"


def ties(roles: Iterable[Role]) -> frozenset[Tying]:
    """How somebody with these roles can be tied to others; not at all, if none of them ties."""
    return _ties(tuple(roles))


@cache
def _ties(roles: tuple[Role, ...]) -> frozenset[Tying]:
    return frozenset(role.tying for role in roles) - {Tying.BESIDE}


def is_tied(one: frozenset[Tying], other: frozenset[Tying], is_led: bool) -> bool:
    """Whether two on different sides, who tie in these ways, are joined by a line.

    A lead is joined to all, who gives to who receives, a signatory to every other signatory. The
    rest, such as two partners, are joined only where nobody leads (`is_led`); two who both only
    give, or both only receive, never are.
    """
    if not one or not other:
        return False
    both = one | other
    if Tying.LEADS in both or {Tying.GIVES, Tying.RECEIVES} <= both:
        return True
    if Tying.SIGNS in one and Tying.SIGNS in other:
        return True
    return not is_led and both not in ({Tying.GIVES}, {Tying.RECEIVES})


def tied_roles(role: Role) -> tuple[list[Role], list[Role]]:
    """The roles of those on other sides whom a line joins to who has this one alone: in any case,
    and where nobody leads."""
    tying = [one for one in Role if ties([one])]
    always = [one for one in tying if is_tied(ties([role]), ties([one]), is_led=True)]
    if role.tying is Tying.LEADS:
        return always, []
    unled = [one for one in tying if is_tied(ties([role]), ties([one]), is_led=False)]
    return always, [one for one in unled if one not in always]
