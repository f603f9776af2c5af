"""All that was measured in one run, as a text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.bench import entry, machine
from tests.bench.entry import Entry, ratio
from tests.bench.hugo import stage as hugo
from tests.bench.sizes import Size
from tests.bench.stages import COLD
from tests.bench.table import Table

FILE = Path(__file__).with_name("RESULTS.md")
"""Where the tables are kept, with the machine that they were made on."""

_TITLE = "# What generated atlases cost"
_HOW = (
    "Written by `make bench`. Times are those of one run on this machine, and only their ratios "
    "mean something: {machine}. Memory is the most that all processes took together."
)


@dataclass
class Result:
    """What was found in one atlas."""

    size: Size
    entries: list[Entry] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)

    def add(self, found: Entry | Table | str) -> None:
        """Keep a row of costs, a table or a remark."""
        if isinstance(found, Entry):
            self.entries.append(found)
        elif isinstance(found, Table):
            self.tables.append(found)
        else:
            self.remarks.append(found)

    def line(self, found: Entry | Table | str) -> str:
        """What was found, in a line for those who wait."""
        if isinstance(found, Entry):
            said = f"{found.what}: {found.cost.wall:.1f} s, CPU {found.cost.cpu:.1f} s"
        else:
            said = found.title if isinstance(found, Table) else found
        return f"{self.size.name}: {said}"

    def lines(self) -> Iterator[str]:
        """The atlas, its costs, its tables and its remarks, in Markdown."""
        size, remarks = self.size, [*self.remarks, *self._ratios()]
        yield f"## {size.name}: {size.cooperations:,} cooperations, {size.ties:,} listed ties"
        yield ""
        if self.entries:
            costs = Table("Costs", entry.HEAD, [one.cells() for one in self.entries], remarks)
            yield from costs.lines()
        for table in self.tables:
            yield from table.lines()

    def _ratios(self) -> Iterator[str]:
        """How our cold build compares with Hugo's of the same pages, if both were measured."""
        found = {entry.what: entry for entry in self.entries}
        if COLD in found and hugo.BUILD in found:
            yield ratio(
                "Our cold build to Hugo's, checks and exports included",
                found[COLD],
                found[hugo.BUILD],
            )


def render(results: Sequence[Result]) -> str:
    """The whole text, in Markdown; with growth between atlases that differ in number alone."""
    lines = [_TITLE, "", _HOW.format(machine=machine.describe()), ""]
    for result in results:
        lines += result.lines()
    alike = [(one.size.name, one.size.cooperations, one.entries) for one in results if _bare(one)]
    alike.sort(key=lambda one: one[1])
    for before, now in zip(alike, alike[1:], strict=False):
        lines += entry.growth(before, now).lines()
    return "\n".join(lines).rstrip() + "\n"


def _bare(result: Result) -> bool:
    """Whether the atlas has researched cooperations alone, so that one number says its size."""
    return not result.size.ties and not result.size.members and bool(result.entries)
