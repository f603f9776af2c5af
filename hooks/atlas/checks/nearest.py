"""What an editor may have meant: the known name nearest to a misspelt one."""

from __future__ import annotations

from collections.abc import Collection
from difflib import get_close_matches

_ALIKE = 0.7
"""Names less alike than this, of 1, are not worth suggesting."""

_LISTED = 20


def nearest(name: str, known: Collection[str]) -> str | None:
    """The one of `known` most like `name`, or None if none is much like it."""
    found = get_close_matches(name[:100], known, n=1, cutoff=_ALIKE)
    return found[0] if found else None


def did_you_mean(name: str, known: Collection[str]) -> str:
    """`Did you mean "health"?`, or else the list of what is known if it is short, or nothing."""
    meant = nearest(name, known)
    if meant is not None:
        return f'Did you mean "{meant}"?'
    return f"Choose one of: {', '.join(sorted(known))}." if 0 < len(known) <= _LISTED else ""
