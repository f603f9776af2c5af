"""What may be added up of the money of one cooperation, and what may not.

Amounts are added in one currency alone, and only where none can hold another: budgets of periods
that do not overlap, transactions of one type of which none passes on what another brought. The
money of two cooperations is never added, since what a part has may be a share of the whole's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from atlas.model.cooperation import Budget, Transaction
from atlas.model.vocabulary import N_, BudgetPer, TransactionType, Word


class NotAdded(Word):
    """Why amounts that stand beside one another are not added up."""

    CURRENCIES = "currencies", N_("not added up, as the amounts are in different currencies")
    WHOLES = "wholes", N_("not added up, as each amount is given for the whole")
    UNITS = "units", N_("not added up, as the amounts are not all for a whole or a period")
    PERIODS = "periods", N_("not added up, as some of the periods overlap")
    PASSED_ON = "passed-on", N_("not added up, as some of it was passed on, and would count twice")


@dataclass(frozen=True, slots=True)
class Sum:
    """Amounts added up. It is about as much if one of them, or its period, is."""

    amount: Decimal
    currency: str
    approximate: bool


def of_periods(budgets: Sequence[Budget]) -> list[Budget]:
    """Those for one period each, in the order of time."""
    found = [one for one in budgets if one.per is BudgetPer.PERIOD and period(one)]
    return sorted(found, key=lambda one: period(one) or (date.min, date.min))


def add_budgets(budgets: Sequence[Budget]) -> Sum | NotAdded | None:
    """The sum of budgets of which none is for a part of another's time, or why there is none.

    None for fewer than two.
    """
    if len(budgets) < 2:
        return None
    if len({one.currency for one in budgets}) > 1:
        return NotAdded.CURRENCIES
    units = {one.per for one in budgets}
    if len(units) > 1 or not units <= {BudgetPer.TOTAL, BudgetPer.PERIOD}:
        return NotAdded.UNITS
    if not all(map(period, budgets)):
        return NotAdded.WHOLES
    if next(find_overlaps(budgets), None):
        return NotAdded.PERIODS
    unsure = any(one.approximate or _is_unsure(one) for one in budgets)
    return _sum(budgets, approximate=unsure)


def add_transactions(transactions: Sequence[Transaction]) -> Sum | NotAdded | None:
    """The sum of transactions of one type, or why there is none. None for fewer than two."""
    if len(transactions) < 2:
        return None
    if len({one.currency for one in transactions}) > 1:
        return NotAdded.CURRENCIES
    givers = {one.provider for one in transactions if one.provider}
    if givers & {one.receiver for one in transactions}:
        return NotAdded.PASSED_ON
    return _sum(transactions, approximate=False)


def by_type(transactions: Sequence[Transaction]) -> dict[TransactionType, list[Transaction]]:
    """The transactions of each type, in the order of the types."""
    found = {type_: [one for one in transactions if one.type is type_] for type_ in TransactionType}
    return {type_: each for type_, each in found.items() if each}


def period(budget: Budget) -> tuple[date, date] | None:
    """The first and the last day it may be for; None if an end of its period is not known."""
    if budget.period_start is None or budget.period_end is None:
        return None
    return budget.period_start.first, budget.period_end.last


def find_overlaps(budgets: Sequence[Budget]) -> Iterator[tuple[Budget, Budget]]:
    """Each that begins before one ended that began earlier, behind that one."""
    known = sorted(
        ((*ends, number, one) for number, one in enumerate(budgets) if (ends := period(one))),
        key=lambda each: each[:3],
    )
    if not known:
        return
    latest = known[0]
    for each in known[1:]:
        if each[0] <= latest[1]:
            yield latest[3], each[3]
        latest = max(latest, each, key=lambda one: one[1])


def _is_unsure(budget: Budget) -> bool:
    return any(end and end.qualifier for end in (budget.period_start, budget.period_end))


def _sum(parts: Sequence[Budget] | Sequence[Transaction], *, approximate: bool) -> Sum:
    total = sum((Decimal(one.amount) for one in parts), Decimal(0))
    return Sum(total, parts[0].currency, approximate)
