"""The tables of what a cooperation has several of: parties, money, subjects."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from atlas.model import (
    Actor,
    Budget,
    Cooperation,
    FunderShare,
    Party,
    Statement,
    Transaction,
)
from atlas.model.vocabulary import DAC_SECTORS, GOALS
from atlas.site.dataset.cooperation_row import TITLE
from atlas.site.dataset.table import Column, Table, TableSource, Type, columns_of

COOPERATION = Column(
    "cooperation", "The id of the cooperation.", refers_to="cooperations", required=True
)
_BUDGET = Column(
    "budget", "The number of the budget in its cooperation.", Type.INTEGER, required=True
)
_AMOUNT = Column("amount", "The amount, in the currency beside it.", Type.NUMBER)
_STATED = (
    Column("stated_language", "The language of the source's words (BCP 47)."),
    Column("as_stated", "The source's own words for it."),
)


def _each(source: TableSource) -> Iterable[tuple[str, Cooperation]]:
    return source.records.cooperations.items()


def _parties(source: TableSource) -> Iterator[tuple[object, ...]]:
    for id_, record in _each(source):
        for number, one in enumerate(record.parties, 1):
            yield (id_, number, *_actor(source, one.actor), " ".join(one.roles), one.side,
                   one.since, one.until, one.succeeds, *_words(one.as_stated),
                   one.source)  # fmt: skip


def _budgets(source: TableSource) -> Iterator[tuple[object, ...]]:
    for id_, record in _each(source):
        for number, one in enumerate(record.budget, 1):
            yield (id_, source.text(record.title).text, number, one.amount, one.currency,
                   one.approximate, one.per, one.period_start, one.period_end, one.value_date,
                   *_words(one.as_stated), source.text(one.note).text, one.source)  # fmt: skip


def _shares(source: TableSource) -> Iterator[tuple[object, ...]]:
    for id_, record in _each(source):
        for number, budget in enumerate(record.budget, 1):
            for one in budget.shares:
                yield (id_, number, *_actor(source, one.actor), one.percent, one.amount,
                       budget.currency, one.source)  # fmt: skip


def _transactions(source: TableSource) -> Iterator[tuple[object, ...]]:
    for id_, record in _each(source):
        for one in record.transactions:
            yield (id_, source.text(record.title).text, one.type, one.type.code, one.date,
                   one.amount, one.currency, one.value_date, *_actor(source, one.provider),
                   *_actor(source, one.receiver), *_words(one.as_stated),
                   source.text(one.note).text, one.source)  # fmt: skip


def _subjects(source: TableSource) -> Iterator[tuple[object, ...]]:
    for id_, record in _each(source):
        for theme in record.theme_links:
            name = source.text(source.records.themes[theme.theme].names).text
            yield id_, "theme", theme.theme, name, None, theme.assigned_by, theme.source
        for goal in record.goals:
            name = GOALS[goal.goal]
            yield id_, "goal", goal.goal, name, goal.target, goal.assigned_by, goal.source
        for sector in record.dac_sectors:
            name = DAC_SECTORS.get(sector.code, "")
            yield id_, "dac-sector", sector.code, name, None, sector.assigned_by, sector.source


def _actor(source: TableSource, id_: str | None) -> tuple[str | None, str]:
    return id_, source.text(source.records.actors[id_].names).text if id_ else ""


def _words(statement: Statement | None) -> tuple[str, str]:
    return (statement.lang, statement.text) if statement else ("", "")


PARTIES = Table(
    "parties",
    "Who takes part in each cooperation; who came back stands there for each time.",
    (
        COOPERATION,
        Column("party", "The number of the party in its cooperation.", Type.INTEGER, required=True),
        Column("actor", "The id of the organisation.", refers_to="actors", required=True),
        Column("actor_name", "What it is called in English, else in another language."),
        Column("roles", "What it does in the cooperation, with blanks between."),
        *columns_of(Party, "side since until succeeds"),
        *_STATED,
        *columns_of(Party, "source"),
    ),
    _parties,
    ("cooperation", "party"),
)
BUDGETS = Table(
    "budgets",
    "The money in each cooperation, as its sources give it.",
    (
        COOPERATION,
        TITLE,
        _BUDGET,
        _AMOUNT,
        *columns_of(Budget, "currency approximate per period_start period_end value_date"),
        *_STATED,
        Column("note", "What the amount covers."),
        *columns_of(Budget, "source"),
    ),
    _budgets,
    ("cooperation", "budget"),
)
BUDGET_SHARES = Table(
    "budget-shares",
    "What each funder gives of a budget.",
    (
        COOPERATION,
        _BUDGET,
        Column("funder", "The id of the organisation.", refers_to=Actor.folder, required=True),
        Column("funder_name", "What it is called in English, else in another language."),
        *columns_of(FunderShare, "percent"),
        _AMOUNT,
        *columns_of(Budget, "currency"),
        *columns_of(FunderShare, "source"),
    ),
    _shares,
)
TRANSACTIONS = Table(
    "transactions",
    "Money that was promised or that moved.",
    (
        COOPERATION,
        TITLE,
        *columns_of(Transaction, "type"),
        Column("iati_type", "The code of the type in IATI's list TransactionType."),
        *columns_of(Transaction, "date"),
        _AMOUNT,
        *columns_of(Transaction, "currency value_date provider"),
        Column("provider_name", "Its name."),
        *columns_of(Transaction, "receiver"),
        Column("receiver_name", "Its name."),
        *_STATED,
        Column("note", "What it was for."),
        *columns_of(Transaction, "source"),
    ),
    _transactions,
)
SUBJECTS = Table(
    "subjects",
    "What each cooperation is about, and who chose that.",
    (
        COOPERATION,
        Column("list", "theme, goal or dac-sector.", required=True),
        Column("code", "The id of the theme, or the code in the list.", required=True),
        Column("name", "What it is called in English."),
        Column("target", "The number of a target of the goal."),
        Column("assigned_by", "Who made the choice: the source, or the editor.", required=True),
        Column("source", "The source that says so.", refers_to="sources"),
    ),
    _subjects,
)
