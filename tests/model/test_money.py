"""Amounts are added up only where none of them can hold another."""

from __future__ import annotations

from decimal import Decimal

import pytest

from atlas.model import Budget, Transaction
from atlas.model.money import NotAdded, Sum, add_budgets, add_transactions, of_periods


def budget(amount: str, start: str = "", end: str = "", **more: str) -> Budget:
    ends = {"period_start": start, "period_end": end} if start else {}
    per = "period" if start else "total"
    given = {"amount": amount, "currency": "EUR", "per": per, **ends, **more}
    return Budget.model_validate(given)


def paid(amount: str, provider: str = "", receiver: str = "", **more: str) -> Transaction:
    parties = {"provider": provider or None, "receiver": receiver or None}
    given = {"type": "disbursement", "date": "2014", "amount": amount, "currency": "EUR"}
    return Transaction.model_validate({**given, **parties, **more})


@pytest.mark.parametrize(
    ("budgets", "expected"),
    [
        ([], None),
        ([budget("5", "2014", "2014")], None),
        (
            [budget("5", "2014", "2014"), budget("7.25", "2015-01", "2015-06-30")],
            Sum(Decimal("12.25"), "EUR", approximate=False),
        ),
        (
            [budget("1.10", "2014", "2014"), budget("2.20", "2015", "2015")],
            Sum(Decimal("3.30"), "EUR", approximate=False),
        ),
        (
            [budget("5", "2014", "2014", approximate="true"), budget("7", "2015", "2015")],
            Sum(Decimal(12), "EUR", approximate=True),
        ),
        (
            [budget("5", "2014", "2014~"), budget("7", "2015", "2015")],
            Sum(Decimal(12), "EUR", approximate=True),
        ),
        (
            [
                budget("5", "2014", "2014", per="total"),
                budget("7", "2015", "2015", per="total"),
            ],
            Sum(Decimal(12), "EUR", approximate=False),
        ),
        ([budget("5", "2014", "2014"), budget("7", "2014-12-31", "2015")], NotAdded.PERIODS),
        ([budget("5", "2014", "2015"), budget("7", "2015", "2016")], NotAdded.PERIODS),
        (
            [budget("5", "2014", "2016"), budget("7", "2015", "2015"), budget("1", "2017", "2017")],
            NotAdded.PERIODS,
        ),
        (
            [budget("5", "2014", "2014"), budget("7", "2015", "2015", currency="MAD")],
            NotAdded.CURRENCIES,
        ),
        ([budget("5"), budget("7")], NotAdded.WHOLES),
        ([budget("5"), budget("7", "2014", "2014", per="total")], NotAdded.WHOLES),
        ([budget("5"), budget("7", currency="MAD")], NotAdded.CURRENCIES),
        ([budget("5", per="year"), budget("7", per="year")], NotAdded.UNITS),
        ([budget("5", per="partnership"), budget("7")], NotAdded.UNITS),
    ],
)
def test_budgets_are_added_where_that_is_right(
    budgets: list[Budget], expected: Sum | NotAdded | None
) -> None:
    assert add_budgets(budgets) == expected
    assert add_budgets(budgets[::-1]) == expected


@pytest.mark.parametrize(
    ("transactions", "expected"),
    [
        ([paid("5")], None),
        ([paid("5"), paid("7")], Sum(Decimal(12), "EUR", approximate=False)),
        (
            [paid("5", "union", "county"), paid("7", "union", "hospital")],
            Sum(Decimal(12), "EUR", approximate=False),
        ),
        ([paid("5", "union", "county"), paid("5", "county", "hospital")], NotAdded.PASSED_ON),
        ([paid("5"), paid("7", currency="USD")], NotAdded.CURRENCIES),
    ],
)
def test_transactions_are_added_where_that_is_right(
    transactions: list[Transaction], expected: Sum | NotAdded | None
) -> None:
    assert add_transactions(transactions) == expected


def test_periods_stand_in_the_order_of_time() -> None:
    budgets = [budget("1", "2016", "2016"), budget("9"), budget("2", "2014-05", "2015")]
    assert [one.amount for one in of_periods(budgets)] == ["2", "1"]
