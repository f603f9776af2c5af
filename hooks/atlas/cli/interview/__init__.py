"""The questions of `atlas new`, and what the answers to them mean.

- `memory` keeps the answers; `answering` reads them; `asking` asks, and `questions` knows what for.
- `known` and `locating` look things up: among the records, and in a gazetteer.
- `pieces` and `cooperation` say what is asked about a record, and in which order.
"""

from __future__ import annotations

from collections.abc import Callable

from atlas.cli.interview.cooperation import cooperation
from atlas.cli.interview.record_questions import Pieces
from atlas.editing.drafts.answers import New

ABOUT: dict[str, Callable[[Pieces], New]] = {
    "cooperation": cooperation,
    "actor": Pieces.actor,
    "place": Pieces.place,
    "source": Pieces.source,
    "theme": Pieces.theme,
}
"""What to ask about each kind of record."""
