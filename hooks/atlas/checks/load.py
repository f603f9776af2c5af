"""All that a data folder holds: its records, the ledgers beside them, and every problem."""

from __future__ import annotations

from collections.abc import Iterable, Set
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from atlas import checks
from atlas.checks import Subset, ledgers, register_lists, registers
from atlas.checks.judged import Judged
from atlas.files import reader, record_files
from atlas.files import registers as register_files
from atlas.files.document import Document
from atlas.files.kept_files import KeptFiles
from atlas.files.outlines import find_borders, read_borders, read_outlines
from atlas.files.parsed_texts import ParsedTexts
from atlas.files.register_tables import Row
from atlas.i18n.problem import Problem
from atlas.lookup.prefilter import NamePrefilter
from atlas.model import Records, Source
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


def read_documents(data: Path) -> tuple[list[Document], list[Problem]]:
    """The documents of all records, those of the rows of registers among them, but for what was
    taken out; and what is wrong with the files of the former."""
    documents, problems = reader.read(data)
    removed = ledgers.check(reader.read_ledgers(data)[0])[0].removed
    return registers.merge(documents, register_files.read(data)[0], removed).documents, problems


def read_some(data: Path, files: Iterable[Path]) -> tuple[list[Document], Subset, list[Problem]]:
    """The documents of some files, all that there is beside them, and what is wrong with them.

    Of registers the ids are enough, unless one of the documents changes a row, or ids are amiss.
    """
    ids = record_files.list_ids(data)
    documents, problems = reader.read_some(data, files, ids)
    rows = register_files.list_ids(data)
    if not registers.are_apart(documents, rows):
        merged = registers.merge(documents, register_files.read(data)[0])
        documents = [one for one in merged.documents if not isinstance(one, Row)]
        problems += merged.problems
    subset = Subset(ids.keys() | {*rows}, NamePrefilter(data, ids).find)
    return documents, subset, problems


class Loader:
    """Reads and checks the same data again and again, for a preview.

    Files that nobody has written since, and records in which nothing was wrong and nothing that
    they rest on has changed, cost next to nothing. All else is as if it was read for the first
    time. `today` is the day on which the records are held against the calendar, if they are.
    `texts` are what was kept by other runs.
    """

    def __init__(
        self, data: Path, today: date | None = None, texts: ParsedTexts | None = None
    ) -> None:
        self._data, self._today = data, today
        self._files = KeptFiles(texts)
        self._borders: dict[str, Any] = {}
        self._judged = Judged()

    def load(self) -> LoadedData:
        """Read and check all records and ledgers, as they are now.

        Raises `OutlinesError` if the country outlines cannot be read.
        """
        documents, problems = reader.read(self._data, self._files)
        outlines = read_outlines(self._data)
        tables, unread = register_files.read(self._data, self._files)
        listed, missing = reader.read_ledgers(self._data, self._files)
        kept, unfit = ledgers.check(listed)
        merged = registers.merge(documents, tables, kept.removed)
        used = {(Source.folder, total.source) for total in kept.totals}
        records, found = self._check(merged.documents, used)
        self._files.texts.save()
        taken = ledgers.find_taken(listed, kept, merged.documents, records)
        unsourced = ledgers.find_unsourced(listed, kept, records)
        made, astray = registers.check(tables, records)
        records = replace(
            records,
            registers=made,
            listed_places=registers.known_from_registers(merged.documents),
            unsettled=register_lists.count_unsettled(tables),
            totals=kept.totals,
        )
        of_records = [*problems, *merged.problems, *registers.sum_up(found, tables)]
        of_ledgers = [*missing, *unfit, *taken, *unsourced]
        of_registers = [*unread, *astray, *register_lists.check(tables)]
        every = sorted([*of_records, *of_ledgers, *of_registers])
        return LoadedData(documents, records, kept, outlines, every)

    def _check(
        self, documents: list[Document], used: Set[tuple[str, str]]
    ) -> tuple[Records, list[Problem]]:
        borders = read_borders(self._data)
        if borders is not self._borders:
            file = find_borders(self._data)
            self._borders, self._judged = borders, Judged(self._files.texts, file)
        return checks.check(documents, borders, today=self._today, used=used, judged=self._judged)


def read(data: Path, today: date | None = None, texts: ParsedTexts | None = None) -> LoadedData:
    """Read and check all records and ledgers of `data`, held against `today` if it is given. What
    is known of their `texts` is not read again.

    Raises `OutlinesError` if the country outlines cannot be read.
    """
    return Loader(data, today, texts).load()
