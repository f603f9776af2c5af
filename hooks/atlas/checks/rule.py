"""What a rule is, and which there are: each says for itself how many records it looks at."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from atlas.checks.context import CheckContext
from atlas.i18n.problem import Problem

Rule = Callable[[CheckContext], Iterator[Problem]]
"""Takes time in proportion to the number of records, and is named by one sentence."""

PER_RECORD: list[Rule] = []
IN_CONTEXT: list[Rule] = []
CROSS_RECORD: list[Rule] = []


def per_record(rule: Rule) -> Rule:
    """Mark a rule that a record keeps or breaks by itself, at any time and among any others.

    Such a rule sees nothing else in its context; that a record keeps it is remembered.
    """
    PER_RECORD.append(rule)
    return rule


def in_context(rule: Rule) -> Rule:
    """Mark a rule that a record keeps or breaks given the day, the ids of the others, what the
    records say that it names (`context.known`), and those that these name."""
    IN_CONTEXT.append(rule)
    return rule


def cross_record(rule: Rule) -> Rule:
    """Mark a rule that only all records together keep or break."""
    CROSS_RECORD.append(rule)
    return rule
