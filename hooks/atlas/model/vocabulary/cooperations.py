"""What a record of a cooperation chooses from: forms, roles, statuses, relations, budgets."""

from __future__ import annotations

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
    """What kind of cooperation a record is. The record keeps the source's own word beside it."""

    group: FormGroup
    two_ended: bool

    def __new__(cls, word: str, *about: Any) -> Self:
        """A form, which stands below as the tuple of all that there is to say of it.

        That is its word, label, definition and group, and TWO_ENDED if it is. What else people
        write for it stands in `lookup/synonyms.toml`.
        """
        form = str.__new__(cls, word)
        form._value_, form.code = word, ""
        form.label, form.definition, form.group, *ends = about
        form.two_ended = ends == [TWO_ENDED]
        return form

    TWINNING = (
        "twinning",
        N_("Twinning"),
        N_("A lasting partnership between two local authorities that call it a twinning."),
        FormGroup.PARTNERSHIP,
        TWO_ENDED,
    )
    COOPERATION_AGREEMENT = (
        "cooperation-agreement",
        N_("Cooperation agreement"),
        N_("A signed agreement to work together on stated subjects, for a time or without end."),
        FormGroup.AGREEMENT,
        TWO_ENDED,
    )
    COOPERATION_PROTOCOL = (
        "cooperation-protocol",
        N_("Cooperation protocol"),
        N_("A signed protocol that sets out fields in which the partners join their efforts."),
        FormGroup.AGREEMENT,
        TWO_ENDED,
    )
    FRIENDSHIP = (
        "friendship",
        N_("Friendship"),
        N_("A declared friendship between authorities, lighter than a twinning."),
        FormGroup.PARTNERSHIP,
        TWO_ENDED,
    )
    NETWORK = (
        "network",
        N_("Network"),
        N_("A standing group of authorities or organisations that exchange and act together."),
        FormGroup.NETWORK,
    )
    NETWORK_MEMBERSHIP = (
        "network-membership",
        N_("Network membership"),
        N_("One authority’s or organisation’s membership of a network."),
        FormGroup.NETWORK,
    )
    TECHNICAL_ASSISTANCE = (
        "technical-assistance",
        N_("Technical assistance"),
        N_("Experts help partners to build a structure, a service or a skill."),
        FormGroup.ASSISTANCE,
    )
    DIALOGUE = (
        "dialogue",
        N_("Dialogue"),
        N_("A series of meetings in which authorities exchange views and prepare joint work."),
        FormGroup.MEETING,
    )
    WORKSHOP = (
        "workshop",
        N_("Workshop"),
        N_("One working meeting with a set programme and outcome."),
        FormGroup.MEETING,
    )
    MISSION = (
        "mission",
        N_("Mission"),
        N_("A visit with a purpose: to explore, prepare or follow up a cooperation."),
        FormGroup.MEETING,
    )
    WORKING_GROUP = (
        "working-group",
        N_("Working group"),
        N_("A small group that steers or follows a cooperation."),
        FormGroup.MEETING,
    )
    PILOT = (
        "pilot",
        N_("Pilot"),
        N_("A first trial of a new way to cooperate, meant to be learned from."),
        FormGroup.ASSISTANCE,
    )
    PROGRAMME = (
        "programme",
        N_("Programme"),
        N_("A funded frame of several years under which cooperations take place."),
        FormGroup.ASSISTANCE,
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


class Role(Word):
    """What a party does in a cooperation. The last four are IATI's OrganisationRole 1 to 4."""

    SIGNATORY = "signatory", N_("Signatory")
    PARTNER = "partner", N_("Partner")
    MEMBER = "member", N_("Member")
    NETWORK = "network", N_("Network")
    LEAD = "lead", N_("Lead")
    CHAIR = "chair", N_("Chair")
    PARTICIPANT = "participant", N_("Participant")
    BENEFICIARY = "beneficiary", N_("Beneficiary")
    HOST = "host", N_("Host")
    FACILITATOR = "facilitator", N_("Facilitator")
    FUNDING = "funding", N_("Funder"), "1"
    ACCOUNTABLE = "accountable", N_("Accountable for the project"), "2"
    EXTENDING = "extending", N_("Extending agency"), "3"
    IMPLEMENTING = "implementing", N_("Implementer"), "4"


TYING_ROLES = frozenset({Role.SIGNATORY, Role.PARTNER})
"""Only parties in these roles are joined by a line on a map."""


class Status(Word):
    """Where a cooperation stands; the first six are IATI's ActivityStatus 1 to 6."""

    PIPELINE = "pipeline", N_("Planned"), "1"
    IMPLEMENTATION = "implementation", N_("Listed as active"), "2"
    FINALISATION = "finalisation", N_("Being completed"), "3"
    CLOSED = "closed", N_("Closed"), "4"
    CANCELLED = "cancelled", N_("Cancelled"), "5"
    SUSPENDED = "suspended", N_("Suspended"), "6"
    DORMANT = "dormant", N_("Dormant")
    UNKNOWN = "unknown", N_("Unknown")


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
