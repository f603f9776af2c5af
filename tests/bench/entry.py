"""What was measured of one command, and how it compares: a row of the table of costs."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from tests.bench.cost import Cost
from tests.bench.table import Table

HEAD = ("what", "wall s", "CPU s", "peak MB", "pages", "files", "MB")


@dataclass(frozen=True, slots=True)
class Entry:
    """What a command cost and, if it makes a site, what it made. `size` is in bytes."""

    what: str
    cost: Cost
    pages: int = 0
    files: int = 0
    size: int = 0

    def cells(self) -> tuple[str, ...]:
        """Its row, with nothing where it makes nothing."""
        made = (f"{self.pages:,}", f"{self.files:,}", f"{self.size / 1e6:,.1f}")
        return (
            self.what,
            f"{self.cost.wall:.1f}",
            f"{self.cost.cpu:.1f}",
            f"{self.cost.memory / 1e6:,.0f}",
            *(made if self.files else ("",) * 3),
        )


def ratio(title: str, one: Entry, other: Entry) -> str:
    """«Ours is 0.9 times Hugo's wall time, 2.8 times its CPU»."""
    wall, cpu = (getattr(one.cost, of) / getattr(other.cost, of) for of in ("wall", "cpu"))
    return f"{title}: wall ×{wall:.2f}, CPU ×{cpu:.2f}."


def growth(
    before: tuple[str, int, Iterable[Entry]], now: tuple[str, int, Iterable[Entry]]
) -> Table:
    """How what is measured in two atlases grows, each given by name, cooperations and entries.

    The exponent is 1 where ten times the records cost ten times as much, and 2 where something is
    quadratic.
    """
    earlier = {entry.what: entry for entry in before[2]}
    more = now[1] / before[1]
    table = Table(
        f"Growth from {before[0]} to {now[0]}", ("what", "wall", "CPU", "memory", "bytes")
    )
    for entry in now[2]:
        if old := earlier.get(entry.what):
            pairs = (
                (old.cost.wall, entry.cost.wall),
                (old.cost.cpu, entry.cost.cpu),
                (old.cost.memory, entry.cost.memory),
                (old.size, entry.size),
            )
            table.rows.append(
                (entry.what, *(exponent(past, present, more) for past, present in pairs))
            )
    table.notes.append("Exponents: 1.00 is as much more as there are records, 2.00 is quadratic.")
    return table


def exponent(before: float, now: float, more: float) -> str:
    """By which power of the number of records, `more` times as many, a figure grew."""
    return f"{math.log(now / before) / math.log(more):.2f}" if before and now else ""
