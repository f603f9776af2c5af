"""What a record of a cooperation chooses from, beside its form and the roles of its parties:
statuses, relations, budgets, transactions."""

from __future__ import annotations

from enum import StrEnum
from typing import Self

from atlas.model.vocabulary.word import N_, Word


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


OVER = frozenset(status for status in Status if status.state is State.ENDED)
"""The statuses of what has ended."""


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
