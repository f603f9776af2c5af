"""How what a record says came about: remarks, claims, choices, translations, removals."""

from __future__ import annotations

from enum import StrEnum

from atlas.model.vocabulary.term import N_, Term


class NoteKind(StrEnum):
    """Why the atlas adds a remark of its own to what a source says."""

    CORRECTION = "correction"
    AMBIGUITY = "ambiguity"
    DAMAGED_TEXT = "damaged-text"
    OPEN_LIST = "open-list"
    OMISSION = "omission"
    CONTEXT = "context"


NOTE_KINDS: dict[NoteKind, Term] = {
    NoteKind.CORRECTION: Term(N_("Our correction")),
    NoteKind.AMBIGUITY: Term(N_("Ambiguous in the source")),
    NoteKind.DAMAGED_TEXT: Term(N_("Damaged text in the source")),
    NoteKind.OPEN_LIST: Term(N_("Open-ended list in the source")),
    NoteKind.OMISSION: Term(N_("Left out on purpose")),
    NoteKind.CONTEXT: Term(N_("Context")),
}


class Rank(StrEnum):
    """How far the atlas follows a claim (Wikidata's ranks)."""

    PREFERRED = "preferred"
    NORMAL = "normal"
    DEPRECATED = "deprecated"


RANKS: dict[Rank, Term] = {
    Rank.PREFERRED: Term(N_("Followed here")),
    Rank.NORMAL: Term(N_("Stated")),
    Rank.DEPRECATED: Term(N_("Not followed here")),
}


class ClaimField(StrEnum):
    """The fields of a cooperation on which sources may be set side by side."""

    TITLE = "title"
    FORM = "form"
    SUMMARY = "summary"
    PARTIES = "parties"
    AGREEMENTS = "agreements"
    ACTUAL_START = "dates.actual_start"
    ACTUAL_END = "dates.actual_end"
    PLANNED_START = "dates.planned_start"
    PLANNED_END = "dates.planned_end"
    STATUS = "status"
    LOCATIONS = "locations"
    RESULTS = "results"
    BUDGET = "budget"


CLAIM_FIELDS: dict[ClaimField, Term] = {
    ClaimField.TITLE: Term(N_("Name")),
    ClaimField.FORM: Term(N_("Form")),
    ClaimField.SUMMARY: Term(N_("Content")),
    ClaimField.PARTIES: Term(N_("Parties")),
    ClaimField.AGREEMENTS: Term(N_("Agreement")),
    ClaimField.ACTUAL_START: Term(N_("Start")),
    ClaimField.ACTUAL_END: Term(N_("End")),
    ClaimField.PLANNED_START: Term(N_("Planned start")),
    ClaimField.PLANNED_END: Term(N_("Planned end")),
    ClaimField.STATUS: Term(N_("Status")),
    ClaimField.LOCATIONS: Term(N_("Place")),
    ClaimField.RESULTS: Term(N_("Results")),
    ClaimField.BUDGET: Term(N_("Budget")),
}


class AssignedBy(StrEnum):
    """Who linked a goal or a sector code to a cooperation."""

    SOURCE = "source"
    EDITOR = "editor"


class Translation(StrEnum):
    """How a record's texts in one language came about."""

    ORIGINAL = "original"
    HUMAN = "human"
    MACHINE = "machine"


class Removed(StrEnum):
    """Why a record was taken out; what it said is not repeated."""

    DUPLICATE = "duplicate"
    NOT_A_COOPERATION = "not-a-cooperation"
    PRIVACY = "privacy"


REMOVED: dict[Removed, Term] = {
    Removed.DUPLICATE: Term(N_("What it said stands in other records.")),
    Removed.NOT_A_COOPERATION: Term(N_("What it described does not belong in the atlas.")),
    Removed.PRIVACY: Term(N_("This protects someone’s privacy.")),
}
