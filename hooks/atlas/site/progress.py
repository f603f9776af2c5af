"""How far a long step is: a live line on a terminal, one plain line per kind of file elsewhere."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TaskID, TextColumn

Advance = Callable[[str], None]
"""Called for every file that is written, with its kind: "pages in en", "files of tables"."""


@contextmanager
def show() -> Iterator[Advance]:
    """Show on standard error what is written while the block runs."""
    console = Console(stderr=True)
    if console.is_terminal:
        with _live(console) as advance:
            yield advance
        return
    written: Counter[str] = Counter()
    yield lambda kind: written.update([kind])
    for kind, count in written.items():
        print(f"Wrote {kind}: {count}", file=sys.stderr)


@contextmanager
def _live(console: Console) -> Iterator[Advance]:
    columns = (SpinnerColumn(), TextColumn("Writing {task.description}: {task.completed:.0f}"))
    bar = Progress(*columns, console=console, transient=True)
    tasks: dict[str, TaskID] = {}

    def advance(kind: str) -> None:
        bar.start()  # with the first file: it has a thread, and no worker is begun beside one
        if kind not in tasks:
            tasks[kind] = bar.add_task(kind, total=None)
        bar.advance(tasks[kind])

    try:
        yield advance
    finally:
        bar.stop()
