"""The forms of cooperation: how they are drawn, counted, and when evidence of them is old."""

from __future__ import annotations

from enum import IntEnum
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
