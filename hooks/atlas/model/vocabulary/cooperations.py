"""What a record of a cooperation chooses from: forms, roles, statuses, relations, budgets."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum

from atlas.model.vocabulary.term import N_, Term


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


@dataclass(frozen=True, slots=True, kw_only=True)
class FormTerm(Term):
    """A form: also the group that it is drawn with, and whether it always joins at least two
    signatories or partners."""

    group: FormGroup
    two_ended: bool = False


class Form(StrEnum):
    """What kind of cooperation a record is. The record keeps the source's own word beside it."""

    TWINNING = "twinning"
    COOPERATION_AGREEMENT = "cooperation-agreement"
    COOPERATION_PROTOCOL = "cooperation-protocol"
    FRIENDSHIP = "friendship"
    NETWORK = "network"
    NETWORK_MEMBERSHIP = "network-membership"
    TECHNICAL_ASSISTANCE = "technical-assistance"
    DIALOGUE = "dialogue"
    WORKSHOP = "workshop"
    MISSION = "mission"
    WORKING_GROUP = "working-group"
    PILOT = "pilot"
    PROGRAMME = "programme"


FORMS: dict[Form, FormTerm] = {
    Form.TWINNING: FormTerm(
        N_("Twinning"),
        N_("A lasting partnership between two local authorities that call it a twinning."),
        group=FormGroup.PARTNERSHIP,
        two_ended=True,
    ),
    Form.COOPERATION_AGREEMENT: FormTerm(
        N_("Cooperation agreement"),
        N_("A signed agreement to work together on stated subjects, for a time or without end."),
        group=FormGroup.AGREEMENT,
        two_ended=True,
    ),
    Form.COOPERATION_PROTOCOL: FormTerm(
        N_("Cooperation protocol"),
        N_("A signed protocol that sets out fields in which the partners join their efforts."),
        group=FormGroup.AGREEMENT,
        two_ended=True,
    ),
    Form.FRIENDSHIP: FormTerm(
        N_("Friendship"),
        N_("A declared friendship between authorities, lighter than a twinning."),
        group=FormGroup.PARTNERSHIP,
        two_ended=True,
    ),
    Form.NETWORK: FormTerm(
        N_("Network"),
        N_("A standing group of authorities or organisations that exchange and act together."),
        group=FormGroup.NETWORK,
    ),
    Form.NETWORK_MEMBERSHIP: FormTerm(
        N_("Network membership"),
        N_("One authority’s or organisation’s membership of a network."),
        group=FormGroup.NETWORK,
    ),
    Form.TECHNICAL_ASSISTANCE: FormTerm(
        N_("Technical assistance"),
        N_("Experts help partners to build a structure, a service or a skill."),
        group=FormGroup.ASSISTANCE,
    ),
    Form.DIALOGUE: FormTerm(
        N_("Dialogue"),
        N_("A series of meetings in which authorities exchange views and prepare joint work."),
        group=FormGroup.MEETING,
    ),
    Form.WORKSHOP: FormTerm(
        N_("Workshop"),
        N_("One working meeting with a set programme and outcome."),
        group=FormGroup.MEETING,
    ),
    Form.MISSION: FormTerm(
        N_("Mission"),
        N_("A visit with a purpose: to explore, prepare or follow up a cooperation."),
        group=FormGroup.MEETING,
    ),
    Form.WORKING_GROUP: FormTerm(
        N_("Working group"),
        N_("A small group that steers or follows a cooperation."),
        group=FormGroup.MEETING,
    ),
    Form.PILOT: FormTerm(
        N_("Pilot"),
        N_("A first trial of a new way to cooperate, meant to be learned from."),
        group=FormGroup.ASSISTANCE,
    ),
    Form.PROGRAMME: FormTerm(
        N_("Programme"),
        N_("A funded frame of several years under which cooperations take place."),
        group=FormGroup.ASSISTANCE,
    ),
}
"""Everything that there is to say of a form, but what else it is called (`lookup/synonyms.py`)."""


MEETINGS = frozenset(form for form, term in FORMS.items() if term.group is FormGroup.MEETING)
"""Forms in which nothing is signed as a rule."""


class Role(StrEnum):
    """What a party does in a cooperation. The last four are IATI's OrganisationRole 1 to 4."""

    SIGNATORY = "signatory"
    PARTNER = "partner"
    MEMBER = "member"
    NETWORK = "network"
    LEAD = "lead"
    CHAIR = "chair"
    PARTICIPANT = "participant"
    BENEFICIARY = "beneficiary"
    HOST = "host"
    FACILITATOR = "facilitator"
    FUNDING = "funding"
    ACCOUNTABLE = "accountable"
    EXTENDING = "extending"
    IMPLEMENTING = "implementing"


ROLES: dict[Role, Term] = {
    Role.SIGNATORY: Term(N_("Signatory")),
    Role.PARTNER: Term(N_("Partner")),
    Role.MEMBER: Term(N_("Member")),
    Role.NETWORK: Term(N_("Network")),
    Role.LEAD: Term(N_("Lead")),
    Role.CHAIR: Term(N_("Chair")),
    Role.PARTICIPANT: Term(N_("Participant")),
    Role.BENEFICIARY: Term(N_("Beneficiary")),
    Role.HOST: Term(N_("Host")),
    Role.FACILITATOR: Term(N_("Facilitator")),
    Role.FUNDING: Term(N_("Funder"), code="1"),
    Role.ACCOUNTABLE: Term(N_("Accountable for the project"), code="2"),
    Role.EXTENDING: Term(N_("Extending agency"), code="3"),
    Role.IMPLEMENTING: Term(N_("Implementer"), code="4"),
}


TYING_ROLES = frozenset({Role.SIGNATORY, Role.PARTNER})
"""Only parties in these roles are joined by a line on a map."""


class Status(StrEnum):
    """Where a cooperation stands; the first six are IATI's ActivityStatus 1 to 6."""

    PIPELINE = "pipeline"
    IMPLEMENTATION = "implementation"
    FINALISATION = "finalisation"
    CLOSED = "closed"
    CANCELLED = "cancelled"
    SUSPENDED = "suspended"
    DORMANT = "dormant"
    UNKNOWN = "unknown"


STATUSES: dict[Status, Term] = {
    Status.PIPELINE: Term(N_("Planned"), code="1"),
    Status.IMPLEMENTATION: Term(N_("Listed as active"), code="2"),
    Status.FINALISATION: Term(N_("Being completed"), code="3"),
    Status.CLOSED: Term(N_("Closed"), code="4"),
    Status.CANCELLED: Term(N_("Cancelled"), code="5"),
    Status.SUSPENDED: Term(N_("Suspended"), code="6"),
    Status.DORMANT: Term(N_("Dormant")),
    Status.UNKNOWN: Term(N_("Unknown")),
}


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
