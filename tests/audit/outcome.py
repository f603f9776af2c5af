"""What one checker found on a built site."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Outcome:
    """How much was looked at, in words, and each fault on a line of its own; none is a pass."""

    looked_at: str
    faults: tuple[str, ...]
