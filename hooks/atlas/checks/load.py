"""All that a data folder holds: its records, the ledgers beside them, and every problem."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from atlas import checks
from atlas.checks import ledgers, registers
from atlas.files import reader
from atlas.files import registers as register_files
from atlas.files.document import Document
from atlas.i18n.problem import Problem
from atlas.model import Records
from atlas.model.ledgers import Ledgers


@dataclass(frozen=True, slots=True)
class LoadedData:
    """What `read` found. `problems` are in file order; `outlines` are the countries' (GeoJSON)."""

    documents: list[Document]
    records: Records
    ledgers: Ledgers
    outlines: dict[str, Any]
    problems: list[Problem]

    @property
    def are_sound(self) -> bool:
        """Whether no problem is an error."""
        return all(problem.severity != "error" for problem in self.problems)


def read(data: Path, today: date | None = None) -> LoadedData:
    """Read and check all records and ledgers of `data`, held against `today` if it is given.

    Raises `reader.OutlinesError` if the country outlines cannot be read.
    """
    documents, problems = reader.read(data)
    outlines = reader.read_outlines(data)
    tables, unread = register_files.read(data)
    merged = registers.merge(documents, tables)
    records, found = checks.check(merged.documents, outlines, today=today)
    listed, missing = reader.read_ledgers(data)
    kept, unfit = ledgers.check(listed, merged.documents, records)
    made, astray = registers.check(tables, records, kept.removed)
    records = replace(
        records,
        registers=made,
        listed_places=registers.known_from_registers(merged.documents),
    )
    of_rows = registers.sum_up(found, tables)
    each = (problems, unread, merged.problems, of_rows, missing, unfit, astray)
    problems = sorted(problem for several in each for problem in several)
    return LoadedData(documents, records, kept, outlines, problems)
