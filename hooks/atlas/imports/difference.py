"""What an import changes in the rows of a register."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from atlas.imports.place_rows import Cells
from atlas.imports.register_rows import RegisterRows

_UNTOLD = frozenset({"id", "as_of"})
"""When it was last listed changes in every row of every import."""


@dataclass(frozen=True)
class Changed:
    """A row that says something else: every field with what it said and says."""

    id: str
    fields: tuple[tuple[str, str, str], ...]


@dataclass
class Difference:
    """The ids of rows that came and went, and the rows that changed; places before ties."""

    came: list[str] = field(default_factory=list)
    changed: list[Changed] = field(default_factory=list)
    went: list[str] = field(default_factory=list)


def compare(before: RegisterRows, after: RegisterRows) -> Difference:
    """How the rows of a register differ."""
    found = Difference()
    _compare(before.places, after.places, found)
    _compare(before.ties, after.ties, found)
    return found


def _compare(before: Mapping[str, Cells], after: Mapping[str, Cells], found: Difference) -> None:
    found.came += sorted(after.keys() - before.keys())
    found.went += sorted(before.keys() - after.keys())
    for id_ in sorted(before.keys() & after.keys()):
        old, new = before[id_], after[id_]
        columns = [column for column in {**old, **new} if column not in _UNTOLD]
        fields = [(each, old.get(each, ""), new.get(each, "")) for each in columns]
        if different := tuple(each for each in fields if each[1] != each[2]):
            found.changed.append(Changed(id_, different))
