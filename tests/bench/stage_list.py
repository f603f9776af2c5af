"""The stages of the bench by their names, in the order in which they are run."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tests.bench import edit, plain_mkdocs, reading, stages
from tests.bench.case import Case
from tests.bench.entry import Entry
from tests.bench.hugo import stage as hugo
from tests.bench.table import Table

STAGES: dict[str, Callable[[Case], Iterator[Entry | Table | str]]] = {
    "check": stages.check,
    "build": stages.build,
    "hugo": hugo.measure,
    "search": stages.search,
    "cards": stages.cards,
    "workers": stages.workers,
    "change": stages.change,
    "edit": edit.measure,
    "reading": reading.measure,
    "mkdocs": plain_mkdocs.measure,
}
"""Each yields rows of the table of costs, tables of their own, and remarks."""
