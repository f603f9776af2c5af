"""All that a data folder holds: its records, the ledgers beside them, and every problem."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from atlas import checks
from atlas.checks import ledgers
from atlas.files import reader
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
    records, found = checks.check(documents, outlines, today=today)
    listed, unread = reader.read_ledgers(data)
    kept, unfit = ledgers.check(listed, documents, records)
    problems = sorted([*problems, *found, *unread, *unfit])
    return LoadedData(documents, records, kept, outlines, problems)
