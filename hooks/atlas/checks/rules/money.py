"""Do budgets, shares and transactions agree with themselves and with the parties?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal

from atlas.checks.context import CheckContext
from atlas.checks.rule import per_record
from atlas.i18n.messages import msg
from atlas.i18n.problem import Problem, Severity
from atlas.model import Budget, Cooperation, FunderShare, Transaction, money
from atlas.model.paths import FieldPath
from atlas.model.vocabulary import BudgetPer, Role

_WHOLE = Decimal(100)
_ROUNDING = Decimal("0.5")
"""What a share in whole percents may be above the true one."""

_NEAR = timedelta(days=366)
"""How far from a transaction the day of its exchange rate may lie."""


def _budgets(context: CheckContext) -> Iterator[tuple[Cooperation, FieldPath, Budget]]:
    for cooperation in context.records.cooperations.values():
        for index, budget in enumerate(cooperation.budget):
            yield cooperation, ("budget", index), budget


def _transactions(context: CheckContext) -> Iterator[tuple[Cooperation, FieldPath, Transaction]]:
    for cooperation in context.records.cooperations.values():
        for index, transaction in enumerate(cooperation.transactions):
            yield cooperation, ("transactions", index), transaction


@per_record
def periods_have_two_ends(context: CheckContext) -> Iterator[Problem]:
    """A budget for a period says when it begins and ends; any other says both or neither."""
    for cooperation, path, budget in _budgets(context):
        ends = {"period_start": budget.period_start, "period_end": budget.period_end}
        lacking = [name for name, end in ends.items() if end is None]
        if len(lacking) == 1 or (lacking and budget.per is BudgetPer.PERIOD):
            message = msg('the period of the budget has no "{field}".', field=lacking[0])
            hint = msg("Add {field} with what the source gives.", field=f"{lacking[0]}:")
            if budget.per is not BudgetPer.PERIOD:
                hint = msg("Add it, or delete the other end of the period.")
            yield context.problem(cooperation, path, message, hint)


@per_record
def periods_do_not_overlap(context: CheckContext) -> Iterator[Problem]:
    """No day lies in the periods of two budgets in one currency."""
    for cooperation in context.records.cooperations.values():
        at = {id(one): index for index, one in enumerate(cooperation.budget)}
        for currency in {one.currency for one in cooperation.budget}:
            alike = [one for one in cooperation.budget if one.currency == currency]
            for earlier, later in money.find_overlaps(money.of_periods(alike)):
                message = msg(
                    "the period {later} overlaps with {earlier}: the amounts are not added up.",
                    later=_written(later),
                    earlier=_written(earlier),
                )
                hint = msg("Give the ends of both to the month or the day, or correct them.")
                path = ("budget", at[id(later)], "period_start")
                yield context.problem(cooperation, path, message, hint, "warning")


def _written(budget: Budget) -> str:
    return f"{budget.period_start}\u2013{budget.period_end}"


@per_record
def periods_fit_the_whole(context: CheckContext) -> Iterator[Problem]:
    """The budgets of all periods together are not more than the one budget of the whole."""
    for cooperation in context.records.cooperations.values():
        added = money.add_budgets(money.of_periods(cooperation.budget))
        wholes = [
            (index, one)
            for index, one in enumerate(cooperation.budget)
            if one.per is BudgetPer.TOTAL
        ]
        if not isinstance(added, money.Sum) or len(wholes) != 1:
            continue
        [(index, whole)] = wholes
        if whole.currency == added.currency and added.amount > Decimal(whole.amount):
            message = msg(
                "the periods add up to {sum} {currency}, more than the whole, {whole}.",
                sum=str(added.amount),
                currency=added.currency,
                whole=whole.amount,
            )
            hint = msg("Check the amounts, or say in a note why.")
            path = ("budget", index, "amount")
            yield context.problem(cooperation, path, message, hint, "warning")


@per_record
def shares_fit_their_budget(context: CheckContext) -> Iterator[Problem]:
    """The shares of a budget say how much, and together they are not more than all of it."""
    for cooperation, path, budget in _budgets(context):
        for index, share in enumerate(budget.shares):
            if share.percent is None and share.amount is None:
                message = msg('the share of "{actor}" says nothing of how much.', actor=share.actor)
                hint = msg("Add {one} or {other}, or delete it.", one="percent:", other="amount:")
                yield context.problem(cooperation, (*path, "shares", index), message, hint)
        percent = sum((_share(budget, one) for one in budget.shares), Decimal(0))
        if percent > _WHOLE:
            added = f"{round(percent, 2).normalize():f}"
            message = msg("the shares add up to {sum} percent of the budget.", sum=added)
            hint = msg("Correct the shares, or the amount of the budget.")
            rounding = _ROUNDING * sum(one.percent is not None for one in budget.shares)
            is_about = budget.approximate or percent - _WHOLE <= rounding
            severity: Severity = "warning" if is_about else "error"
            yield context.problem(cooperation, (*path, "shares"), message, hint, severity)


def _share(budget: Budget, share: FunderShare) -> Decimal:
    """What somebody gives of the budget, in percent; 0 where nothing says how much."""
    if share.percent is not None:
        return Decimal(share.percent)
    return Decimal(share.amount or 0) / Decimal(budget.amount) * _WHOLE


@per_record
def shares_agree(context: CheckContext) -> Iterator[Problem]:
    """A share that is given in percent and as an amount is about the same in both."""
    for cooperation, path, budget in _budgets(context):
        for index, share in enumerate(budget.shares):
            if share.percent is None or share.amount is None:
                continue
            found = Decimal(share.amount) / Decimal(budget.amount) * _WHOLE
            if abs(found - Decimal(share.percent)) > 1:
                message = msg(
                    "{amount} is {found} percent of the budget, and not {percent}.",
                    amount=share.amount,
                    found=str(round(found, 1)),
                    percent=share.percent,
                )
                where = (*path, "shares", index, "percent")
                hint = msg("Correct the share, or the amount of the budget.")
                yield context.problem(cooperation, where, message, hint, "warning")


@per_record
def shares_are_of_funders(context: CheckContext) -> Iterator[Problem]:
    """Who has a share of a budget is a party that funds, and has one share of it."""
    for cooperation, path, budget in _budgets(context):
        funders = {one.actor for one in cooperation.parties if Role.FUNDING in one.roles}
        seen: set[str] = set()
        for index, share in enumerate(budget.shares):
            where = (*path, "shares", index, "actor")
            if share.actor not in funders:
                message = msg(
                    '"{actor}" has a share of the budget and is no party with the role {role}.',
                    actor=share.actor,
                    role=Role.FUNDING.value,
                )
                hint = msg("Add it to {field}, or the role to its entry there.", field="parties")
                yield context.problem(cooperation, where, message, hint)
            if share.actor in seen:
                message = msg('"{actor}" has two shares of one budget.', actor=share.actor)
                yield context.problem(cooperation, where, message, msg("Put them into one."))
            seen.add(share.actor)


@per_record
def money_moves_between_parties(context: CheckContext) -> Iterator[Problem]:
    """Who gives or gets money is a party of the cooperation, and not both."""
    for cooperation, path, one in _transactions(context):
        parties = {party.actor for party in cooperation.parties}
        for name in ("provider", "receiver"):
            actor = getattr(one, name)
            if actor is not None and actor not in parties:
                message = msg(
                    '{field} "{actor}" is no party of this cooperation.', field=name, actor=actor
                )
                hint = msg("Add it to {field}, if a source says so.", field="parties")
                yield context.problem(cooperation, (*path, name), message, hint, "warning")
        if one.provider is not None and one.provider == one.receiver:
            message = msg('"{actor}" gives the money to itself.', actor=one.provider)
            hint = msg("Correct {one} or {other}.", one="provider", other="receiver")
            yield context.problem(cooperation, (*path, "receiver"), message, hint)


@per_record
def money_moves_once(context: CheckContext) -> Iterator[Problem]:
    """No transaction stands twice."""
    for cooperation in context.records.cooperations.values():
        seen: set[tuple[object, ...]] = set()
        for index, one in enumerate(cooperation.transactions):
            key = (one.type, one.date, one.amount, one.currency, one.provider, one.receiver)
            if key in seen:
                message = msg("this transaction stands here twice, and is added twice.")
                hint = msg("Delete one, or say in a note what tells them apart.")
                where = ("transactions", index)
                if not one.note:
                    yield context.problem(cooperation, where, message, hint, "warning")
            seen.add(key)


@per_record
def rates_are_of_the_time(context: CheckContext) -> Iterator[Problem]:
    """The day of an exchange rate lies in the period of its budget, or near its transaction."""
    for cooperation, path, budget in _budgets(context):
        period, rate = money.period(budget), budget.value_date
        if period and rate and (rate.last < period[0] or rate.first > period[1]):
            message = msg(
                "{field} {day} lies outside the period {period}.",
                field="value_date",
                day=str(rate),
                period=_written(budget),
            )
            where = (*path, "value_date")
            yield context.problem(cooperation, where, message, msg("Check the date."), "warning")
    for cooperation, path, one in _transactions(context):
        rate = one.value_date
        if rate and (rate.last < one.date.first - _NEAR or rate.first > one.date.last + _NEAR):
            message = msg(
                "{field} {day} lies more than a year from the transaction, {date}.",
                field="value_date",
                day=str(rate),
                date=str(one.date),
            )
            where = (*path, "value_date")
            yield context.problem(cooperation, where, message, msg("Check the date."), "warning")
