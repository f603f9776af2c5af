"""The atlases that are measured: how much each holds."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tests.bench import generated


@dataclass(frozen=True, slots=True)
class Size:
    """An atlas of so many researched cooperations, and of so many ties that a register lists.

    With the ties come four fifths as many towns. `members` is how many towns belong to one network
    beside them.
    """

    name: str
    cooperations: int
    ties: int = 0
    members: int = 0

    def write(self, data: Path) -> None:
        """Write its records to a folder that is not there yet (FileExistsError)."""
        generated.write(data, self.cooperations, self.ties, self.members)


FIELD = Size("field", 2_000, ties=15_000)
"""What the field is thought to hold: 2,000 researched cooperations, 15,000 listed ties between
12,000 places."""

SIZES = {
    size.name: size
    for size in (
        Size("tiny", generated.FEWEST, ties=100),
        Size("100", 100),
        Size("1000", 1_000),
        Size("10000", 10_000),
        FIELD,
    )
}
