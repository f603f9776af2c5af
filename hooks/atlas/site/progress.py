"""How far a long step is: a live line on a terminal, one plain line per kind of file elsewhere."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn

Advance = Callable[[str, int], None]
"""Called with what is being written, and how many more files of it are."""


@contextmanager
def shown() -> Iterator[Advance]:
    """Show on standard error what is written while the block runs."""
    console = Console(stderr=True)
    if console.is_terminal:
        with _live(console) as advance:
            yield advance
        return
    written: Counter[str] = Counter()
    yield lambda what, count: written.update({what: count})
    for what, count in written.items():
        print(f"Wrote {what}: {count}", file=sys.stderr)


@contextmanager
def _live(console: Console) -> Iterator[Advance]:
    columns = (SpinnerColumn(), TextColumn("Writing {task.description}: {task.completed:.0f}"))
    with Progress(*columns, console=console, transient=True) as bar:
        tasks = {}

        def advance(what: str, count: int) -> None:
            if what not in tasks:
                tasks[what] = bar.add_task(what, total=None)
            bar.advance(tasks[what], count)

        yield advance
