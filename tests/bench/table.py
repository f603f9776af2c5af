"""Tables of figures, which read the same on a terminal and in Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field


@dataclass
class Table:
    """A title, a heading, and rows of cells; the first column holds words, the rest figures.

    What should be known of the figures stands in `notes`, below.
    """

    title: str
    head: Sequence[str]
    rows: list[Sequence[str]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def lines(self) -> Iterator[str]:
        """The table in Markdown, its columns of one width."""
        columns = range(len(self.head))
        widths = [max(3, *(len(row[at]) for row in [self.head, *self.rows])) for at in columns]
        yield f"### {self.title}"
        yield ""
        yield _line(self.head, widths)
        yield _line(["-" * widths[0], *("-" * (width - 1) + ":" for width in widths[1:])], widths)
        for row in self.rows:
            yield _line(row, widths)
        for note in self.notes:
            yield ""
            yield note
        yield ""


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    words, *figures = zip(cells, widths, strict=True)
    padded = [words[0].ljust(words[1]), *(cell.rjust(width) for cell, width in figures)]
    return f"| {' | '.join(padded)} |"
