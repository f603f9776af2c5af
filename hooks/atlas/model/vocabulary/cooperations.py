"""What a record of a cooperation chooses from: forms, roles, statuses, relations, budgets."""

from __future__ import annotations

from enum import StrEnum

from atlas.model.vocabulary.term import N_, Term


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


FORMS: dict[Form, Term] = {
    Form.TWINNING: Term(
        N_("Twinning"),
        N_("A lasting partnership between two local authorities that call it a twinning."),
    ),
    Form.COOPERATION_AGREEMENT: Term(
        N_("Cooperation agreement"),
        N_("A signed agreement to work together on stated subjects, for a time or without end."),
    ),
    Form.COOPERATION_PROTOCOL: Term(
        N_("Cooperation protocol"),
        N_("A signed protocol that sets out fields in which the partners join their efforts."),
    ),
    Form.FRIENDSHIP: Term(
        N_("Friendship"),
        N_("A declared friendship between authorities, lighter than a twinning."),
    ),
    Form.NETWORK: Term(
        N_("Network"),
        N_("A standing group of authorities or organisations that exchange and act together."),
    ),
    Form.NETWORK_MEMBERSHIP: Term(
        N_("Network membership"),
        N_("One authority’s or organisation’s membership of a network."),
    ),
    Form.TECHNICAL_ASSISTANCE: Term(
        N_("Technical assistance"),
        N_("Experts help partners to build a structure, a service or a skill."),
    ),
    Form.DIALOGUE: Term(
        N_("Dialogue"),
        N_("A series of meetings in which authorities exchange views and prepare joint work."),
    ),
    Form.WORKSHOP: Term(
        N_("Workshop"),
        N_("One working meeting with a set programme and outcome."),
    ),
    Form.MISSION: Term(
        N_("Mission"),
        N_("A visit with a purpose: to explore, prepare or follow up a cooperation."),
    ),
    Form.WORKING_GROUP: Term(
        N_("Working group"),
        N_("A small group that steers or follows a cooperation."),
    ),
    Form.PILOT: Term(
        N_("Pilot"),
        N_("A first trial of a new way to cooperate, meant to be learned from."),
    ),
    Form.PROGRAMME: Term(
        N_("Programme"),
        N_("A funded frame of several years under which cooperations take place."),
    ),
}


MEETINGS = frozenset({Form.DIALOGUE, Form.WORKSHOP, Form.MISSION, Form.WORKING_GROUP})
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
