"""The money of a cooperation (money.html): budgets, who gives how much of them, transactions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from atlas.graph.edition import Date, Ref
from atlas.model import Budget, Cooperation, FunderShare, Transaction, money
from atlas.model.vocabulary import N_, BudgetPer
from atlas.pages.page import PageContext

_PER: Mapping[BudgetPer, str] = {
    BudgetPer.TOTAL: N_("in total"),
    BudgetPer.PARTNERSHIP: N_("per partnership"),
    BudgetPer.YEAR: N_("per year"),
    BudgetPer.PERIOD: N_("for one period"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """A budget as the page shows it: how much, what for, when, and who gives how much of it."""

    budget: Budget
    amount: Markup
    per: str
    period: Date | str
    shares: list[tuple[Ref, str, Markup, FunderShare]]


@dataclass(frozen=True, slots=True)
class Movement:
    """A transaction as the page shows it."""

    transaction: Transaction
    amount: Markup
    provider: Ref | None
    receiver: Ref | None


@dataclass(frozen=True, slots=True)
class Added:
    """What amounts are together, or why they are not added up; neither, if there is one alone."""

    sum: Markup = Markup("")
    why_not: str = ""


@dataclass(frozen=True, slots=True)
class Money:
    """All of it. `added` are the sums, or why there is none: of the budgets for the whole, of those
    by period, and of the transactions of each type, which `label` names.

    `is_simple` says that one line among the other facts is enough; else it has a section.
    """

    wholes: list[Line]
    added_wholes: Added
    periods: list[Line]
    added_periods: Added
    transactions: list[Movement]
    added_transactions: list[tuple[str, Added]]
    is_simple: bool

    @property
    def has_section(self) -> bool:
        """Whether there is more than one line to show."""
        return bool(self.wholes or self.periods or self.transactions) and not self.is_simple


def describe(context: PageContext, record: Cooperation) -> Money:
    """What the record says of money, in the language and the figures of the page."""
    by_period = money.of_periods(record.budget)
    wholes = [one for one in record.budget if one not in by_period]
    lines = [_line(context, one) for one in wholes]
    moved = sorted(record.transactions, key=lambda one: (one.date.first, one.date.last))
    return Money(
        wholes=lines,
        added_wholes=_added(context, money.add_budgets(wholes)),
        periods=[_line(context, one) for one in by_period],
        added_periods=_added(context, money.add_budgets(by_period)),
        transactions=[_movement(context, one) for one in moved],
        added_transactions=[
            (context.edition.label(type_), _added(context, money.add_transactions(each)))
            for type_, each in money.by_type(moved).items()
        ],
        is_simple=len(record.budget) == 1
        and not (record.transactions or by_period or lines[0].shares or lines[0].period),
    )


def _line(context: PageContext, budget: Budget) -> Line:
    return Line(
        budget,
        _amount(context, budget.amount, budget.currency, is_about=budget.approximate),
        context._(_PER[budget.per]),
        _period(context, budget),
        [_share(context, budget, share) for share in budget.shares],
    )


def _share(
    context: PageContext, budget: Budget, share: FunderShare
) -> tuple[Ref, str, Markup, FunderShare]:
    percent = context.edition.language.percent(share.percent) if share.percent else ""
    amount = _amount(context, share.amount, budget.currency) if share.amount else Markup("")
    return context.edition.actor(share.actor), percent, amount, share


def _period(context: PageContext, budget: Budget) -> Date | str:
    """«2014 to 2016», or «2014» if it begins and ends in that year; empty if it has none."""
    start, end = budget.period_start, budget.period_end
    if start and start == end:
        return context.edition.moment(start)
    return context.edition.span(start, end)


def _movement(context: PageContext, one: Transaction) -> Movement:
    actor = context.edition.actor
    return Movement(
        one,
        _amount(context, one.amount, one.currency),
        actor(one.provider) if one.provider else None,
        actor(one.receiver) if one.receiver else None,
    )


def _added(context: PageContext, added: money.Sum | money.NotAdded | None) -> Added:
    if added is None:
        return Added()
    if isinstance(added, money.NotAdded):
        return Added(why_not=context.edition.label(added))
    return Added(_amount(context, str(added.amount), added.currency, is_about=added.approximate))


def _amount(context: PageContext, amount: str, currency: str, *, is_about: bool = False) -> Markup:
    text = context.edition.language.money(amount, currency)
    if is_about:
        text = context._("about {amount}").format(amount=text)
    return Markup("<bdi>{}</bdi>").format(text)
