"""Which of the known names one is that was mistyped.

A name is mistyped by letters that are wrong, missing, too many, or in the place of their neighbour.
How many of them there may be depends on its length: words as short as `host` are a letter away from
`most`, `cost` and `lost`, which mean something else.
"""

from __future__ import annotations

from collections.abc import Collection

_BY_LENGTH = ((20, 3), (11, 2), (3, 1))
"""From so many letters on, so many may be wrong."""

_SHORT = 5
"""Letters of a name up to which the first of them must be right, or in the second place."""


def find_mistyped(written: str, known: Collection[str], count: int = 1) -> list[str]:
    """The likeliest of `known` that `written` may be, up to `count`; all spelled by one rule."""
    most = next((wrong for length, wrong in _BY_LENGTH if len(written) >= length), 0)
    if not most or written in known:
        return []
    from rapidfuzz import process  # its libraries take a while, and most records have no mistake
    from rapidfuzz.distance import OSA

    found = process.extract(
        written, known, scorer=OSA.distance, processor=None, score_cutoff=most, limit=None
    )
    likely = [(wrong, name) for name, wrong, _ in found if _is_likely(written, name, int(wrong))]
    return [name for _, name in sorted(likely, key=lambda one: one[0])][:count]


def _is_likely(written: str, name: str, wrong: int) -> bool:
    """Whoever types one letter wrong seldom begins with that; but the first one may be lost."""
    if len(name) <= _BY_LENGTH[-1][0]:
        return False
    begins_alike = written[0] == name[0] or written[:2] == name[1::-1]
    may_begin_otherwise = wrong == 1 and _SHORT < len(name) >= len(written)
    return begins_alike or may_begin_otherwise
