"""What a record of a cooperation chooses from: forms, roles, statuses, relations, budgets."""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum, StrEnum
from typing import Any, Self

from atlas.model.vocabulary.word import N_, P_, Word


class FormGroup(IntEnum):
    """Forms that are drawn alike: five groups, since more colours and dashes cannot be told apart.

    Group 0 has the colour `--atlas-tie-1` and the dashes `--atlas-dashes-1` of `maps/colours.css`,
    and so on.
    """

    PARTNERSHIP = 0
    AGREEMENT = 1
    NETWORK = 2
    ASSISTANCE = 3
    MEETING = 4


TWO_ENDED = "two-ended"
"""Said of a form that always joins at least two signatories or partners."""


class Form(Word):
    """What kind of cooperation a record is. The record keeps the source's own word beside it.

    `evidence_years` says after how many years evidence of one that goes on is old: a twinning
    outlasts what is written of it, a project does not. 0 is said of what is over once it was held.
    """

    group: FormGroup
    evidence_years: int
    two_ended: bool

    def __new__(cls, word: str, *about: Any) -> Self:
        """A form, which stands below as the tuple of all that there is to say of it.

        That is its word, label, definition, group and `evidence_years`, and TWO_ENDED if it is.
        What else people write for it stands in `lookup/synonyms.toml`.
        """
        form = str.__new__(cls, word)
        form._value_, form.code = word, ""
        form.label, form.definition, form.group, form.evidence_years, *ends = about
        form.two_ended = ends == [TWO_ENDED]
        return form

    TWINNING = (
        "twinning",
        N_("Twinning"),
        N_("A lasting partnership between two local authorities that call it a twinning."),
        FormGroup.PARTNERSHIP,
        10,
        TWO_ENDED,
    )
    COOPERATION_AGREEMENT = (
        "cooperation-agreement",
        N_("Cooperation agreement"),
        N_("A signed agreement to work together on stated subjects, for a time or without end."),
        FormGroup.AGREEMENT,
        5,
        TWO_ENDED,
    )
    COOPERATION_PROTOCOL = (
        "cooperation-protocol",
        N_("Cooperation protocol"),
        N_("A signed protocol that sets out fields in which the partners join their efforts."),
        FormGroup.AGREEMENT,
        5,
        TWO_ENDED,
    )
    FRIENDSHIP = (
        "friendship",
        N_("Friendship"),
        N_("A declared friendship between authorities, lighter than a twinning."),
        FormGroup.PARTNERSHIP,
        10,
        TWO_ENDED,
    )
    NETWORK = (
        "network",
        N_("Network"),
        N_("A standing group of authorities or organisations that exchange and act together."),
        FormGroup.NETWORK,
        5,
    )
    NETWORK_MEMBERSHIP = (
        "network-membership",
        N_("Network membership"),
        N_("One authority’s or organisation’s membership of a network."),
        FormGroup.NETWORK,
        5,
    )
    JOINT_BODY = (
        "joint-body",
        N_("Joint body"),
        N_("A standing body that the partners set up and run together, such as a commission."),
        FormGroup.NETWORK,
        5,
    )
    JOINT_PROJECT = (
        "joint-project",
        N_("Joint project"),
        N_("Partners carry out one project together, for a set time, each with a part of its own."),
        FormGroup.ASSISTANCE,
        2,
        TWO_ENDED,
    )
    TECHNICAL_ASSISTANCE = (
        "technical-assistance",
        N_("Technical assistance"),
        N_("Experts help partners to build a structure, a service or a skill."),
        FormGroup.ASSISTANCE,
        2,
    )
    DIALOGUE = (
        "dialogue",
        N_("Dialogue"),
        N_("A series of meetings in which authorities exchange views and prepare joint work."),
        FormGroup.MEETING,
        3,
    )
    WORKSHOP = (
        "workshop",
        N_("Workshop"),
        N_("One working meeting with a set programme and outcome."),
        FormGroup.MEETING,
        0,
    )
    MISSION = (
        "mission",
        N_("Mission"),
        N_("A visit with a purpose: to explore, prepare or follow up a cooperation."),
        FormGroup.MEETING,
        0,
    )
    WORKING_GROUP = (
        "working-group",
        N_("Working group"),
        N_("A small group that steers or follows a cooperation."),
        FormGroup.MEETING,
        3,
    )
    PILOT = (
        "pilot",
        N_("Pilot"),
        N_("A first trial of a new way to cooperate, meant to be learned from."),
        FormGroup.ASSISTANCE,
        2,
    )
    PROGRAMME = (
        "programme",
        N_("Programme"),
        N_("A funded frame of several years under which cooperations take place."),
        FormGroup.ASSISTANCE,
        2,
    )


MEETINGS = frozenset(form for form in Form if form.group is FormGroup.MEETING)
"""Forms in which nothing is signed as a rule."""


COUNTED_FORMS: dict[Form, tuple[str, str]] = {
    Form.TWINNING: P_("{n} twinning", "{n} twinnings"),
    Form.COOPERATION_AGREEMENT: P_("{n} cooperation agreement", "{n} cooperation agreements"),
    Form.COOPERATION_PROTOCOL: P_("{n} cooperation protocol", "{n} cooperation protocols"),
    Form.FRIENDSHIP: P_("{n} friendship", "{n} friendships"),
    Form.NETWORK: P_("{n} network", "{n} networks"),
    Form.NETWORK_MEMBERSHIP: P_("{n} network membership", "{n} network memberships"),
    Form.JOINT_BODY: P_("{n} joint body", "{n} joint bodies"),
    Form.JOINT_PROJECT: P_("{n} joint project", "{n} joint projects"),
    Form.TECHNICAL_ASSISTANCE: P_(
        "{n} technical assistance project", "{n} technical assistance projects"
    ),
    Form.DIALOGUE: P_("{n} dialogue", "{n} dialogues"),
    Form.WORKSHOP: P_("{n} workshop", "{n} workshops"),
    Form.MISSION: P_("{n} mission", "{n} missions"),
    Form.WORKING_GROUP: P_("{n} working group", "{n} working groups"),
    Form.PILOT: P_("{n} pilot", "{n} pilots"),
    Form.PROGRAMME: P_("{n} programme", "{n} programmes"),
}
"""How many there are of each form, in words."""


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


class State(Word):
    """What maps, lists and figures make of a status: none of them claims that a tie is alive."""

    ONGOING = "ongoing", N_("Not known to have ended")
    PAUSED = "paused", N_("Suspended or dormant")
    PLANNED = "planned", N_("Planned")
    ENDED = "ended", N_("Ended")


NOW = frozenset({State.ONGOING, State.PAUSED})
"""What is shown of today, where readers choose between «now» and «ever»."""


class Status(Word):
    """Where a cooperation stands; the first six are IATI's ActivityStatus 1 to 6."""

    state: State

    def __new__(
        cls, word: str, label: str = "", state: State = State.ONGOING, code: str = ""
    ) -> Self:
        """A status, which stands below as the tuple of all that there is to say of it."""
        status = str.__new__(cls, word)
        status._value_, status.label, status.definition = word, label, ""
        status.state, status.code = state, code
        return status

    PIPELINE = "pipeline", N_("Planned"), State.PLANNED, "1"
    IMPLEMENTATION = "implementation", N_("Listed as active"), State.ONGOING, "2"
    FINALISATION = "finalisation", N_("Being completed"), State.ONGOING, "3"
    CLOSED = "closed", N_("Closed"), State.ENDED, "4"
    CANCELLED = "cancelled", N_("Cancelled"), State.ENDED, "5"
    SUSPENDED = "suspended", N_("Suspended"), State.PAUSED, "6"
    DORMANT = "dormant", N_("Dormant"), State.PAUSED
    UNKNOWN = "unknown", N_("Unknown"), State.ONGOING


class Relation(StrEnum):
    """How one cooperation bears on another, read from the record that states it."""

    FOLLOWS = "follows"
    PREPARES = "prepares"
    IMPLEMENTS = "implements"
    STEERS = "steers"
    MENTIONS = "mentions"
    SAME_TEXT = "same-text"


RELATIONS: dict[Relation, tuple[str, str]] = {
    Relation.FOLLOWS: (N_("Follows"), N_("Followed by")),
    Relation.PREPARES: (N_("Prepares"), N_("Prepared by")),
    Relation.IMPLEMENTS: (N_("Implements"), N_("Implemented by")),
    Relation.STEERS: (N_("Steers"), N_("Steered by")),
    Relation.MENTIONS: (N_("Mentions"), N_("Mentioned by")),
    Relation.SAME_TEXT: (
        N_("Described in the same words as"),
        N_("Described in the same words as"),
    ),
}
"""Each relation's label on the record that states it, and on the record it points to."""


class BudgetPer(StrEnum):
    """What an amount of money is for."""

    TOTAL = "total"
    PARTNERSHIP = "partnership"
    YEAR = "year"
    PERIOD = "period"


class TransactionType(Word):
    """What happened to money: IATI's TransactionType 1 to 4."""

    INCOMING_FUNDS = "incoming-funds", N_("Received"), "1"
    COMMITMENT = "commitment", N_("Committed"), "2"
    DISBURSEMENT = "disbursement", N_("Paid out"), "3"
    EXPENDITURE = "expenditure", N_("Spent"), "4"
