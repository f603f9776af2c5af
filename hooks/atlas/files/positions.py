"""Where in a record file every value and every field's name stands."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from yaml import YAMLError
from yaml._yaml import CParser
from yaml.events import (
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from atlas.model.paths import KEY, FieldPath

Position = tuple[int, int]
"""Line and column, both counted from 1."""


def of(text: str) -> dict[FieldPath, Position]:
    """Where every value and every field's name stands: line and column, counted from 1.

    For text that `strict_yaml` could read, or the beginning of it. This is a second reading, so
    that the many files with nothing to say about them do not pay for it.
    """
    found: dict[FieldPath, Position] = {}
    path: list[Any] = []
    counters: list[int | None] = []
    next_event: Callable[[], Any] = CParser(text).get_event
    try:
        while (event := next_event()) is not None and _place(event, found, path, counters):
            pass
    except YAMLError:
        pass
    return found


def _place(
    event: Any,
    found: dict[FieldPath, Position],
    path: list[Any],
    counters: list[int | None],
) -> bool:
    """Note where `event` stands. `counters` holds a list's next index, or None for a mapping.

    False where `strict_yaml` reads no further: at a field's name that is no text.
    """
    if isinstance(event, MappingEndEvent | SequenceEndEvent):
        counters.pop()
        path.pop()
        _close_value(path, counters)
        return True
    if not isinstance(event, ScalarEvent | MappingStartEvent | SequenceStartEvent):
        return True
    mark: Any = event.start_mark
    here = (mark.line + 1, mark.column + 1)
    if counters and counters[-1] is None and path[-1] is None:
        path[-1] = event.value if isinstance(event, ScalarEvent) else ""
        found.setdefault((*path, KEY), here)
        return isinstance(event, ScalarEvent)
    if counters and (index := counters[-1]) is not None:
        path[-1] = index
        counters[-1] = index + 1
    found.setdefault(tuple(path), here)
    if isinstance(event, ScalarEvent):
        _close_value(path, counters)
    else:
        path.append(None)
        counters.append(0 if isinstance(event, SequenceStartEvent) else None)
    return True


def _close_value(path: list[Any], counters: list[int | None]) -> None:
    """After a value in a mapping, wait for the next field's name."""
    if counters and counters[-1] is None:
        path[-1] = None
