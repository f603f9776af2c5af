"""How what the atlas says came about: tiers, remarks, claims, choices, translations, removals."""

from __future__ import annotations

from enum import StrEnum

from atlas.model.vocabulary.word import N_, Word


class Tier(Word):
    """What the atlas has researched, and what registers list and nobody here has checked."""

    RESEARCHED = "researched", N_("Researched cooperations")
    LISTED = "listed", N_("Listed ties, not checked")


class NoteKind(Word):
    """Why the atlas adds a remark of its own to what a source says."""

    CORRECTION = "correction", N_("Our correction")
    AMBIGUITY = "ambiguity", N_("Ambiguous in the source")
    DAMAGED_TEXT = "damaged-text", N_("Damaged text in the source")
    OPEN_LIST = "open-list", N_("Open-ended list in the source")
    OMISSION = "omission", N_("Left out on purpose")
    CONTEXT = "context", N_("Context")


class Rank(Word):
    """How far the atlas follows a claim (Wikidata's ranks)."""

    PREFERRED = "preferred", N_("Used in this record")
    NORMAL = "normal", N_("Stated")
    DEPRECATED = "deprecated", N_("Not used in this record")


class ClaimField(Word):
    """The fields of a cooperation on which sources may be set side by side."""

    TITLE = "title", N_("Name")
    FORM = "form", N_("Type")
    SUMMARY = "summary", N_("Content")
    PARTIES = "parties", N_("Partners")
    AGREEMENTS = "agreements", N_("Agreement")
    ACTUAL_START = "dates.actual_start", N_("Start")
    ACTUAL_END = "dates.actual_end", N_("End")
    PLANNED_START = "dates.planned_start", N_("Planned start")
    PLANNED_END = "dates.planned_end", N_("Planned end")
    STATUS = "status", N_("Status")
    LOCATIONS = "locations", N_("Place")
    RESULTS = "results", N_("Results")
    BUDGET = "budget", N_("Budget")


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
    ON_REQUEST = "on-request"


REMOVED: dict[Removed, str] = {
    Removed.DUPLICATE: N_("What it said stands in other records."),
    Removed.NOT_A_COOPERATION: N_("What it described does not belong in the atlas."),
    Removed.PRIVACY: N_("This protects someone’s privacy."),
    Removed.ON_REQUEST: N_("Those concerned asked for it."),
}
