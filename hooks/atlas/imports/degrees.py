"""Degrees as lists write them: 50.85, 50,85, −1.9, 50.85° N, 13°31′12″S, W 1.9."""

from __future__ import annotations

import re

_NUMBER = r"(?:\d+\.?\d*|\.\d+)"
_DEGREES = re.compile(
    rf"(?P<before>[NSEW])?\s*(?P<sign>[+-])?\s*(?P<degrees>{_NUMBER}(?:E[+-]?\d+)?)\s*"
    rf"(?:[°º]\s*(?:(?P<minutes>{_NUMBER})\s*'\s*(?:(?P<seconds>{_NUMBER})\s*(?:\"|'')\s*)?)?)?"
    r"(?P<behind>[NSEW])?",
    re.IGNORECASE,
)
"""No O: that is west in French and Spanish, and east in German and Dutch."""

_SIGNS = str.maketrans(
    {",": ".", "\u2212": "-", "\u2013": "-", "\u2032": "'", "\u2019": "'", "\u2033": '"'}
    | {"\u201d": '"'}
)
NORTH, EAST = ("N", "S"), ("E", "W")
"""The way in which degrees of latitude and of longitude grow, and the other."""


def read_degrees(written: str, ways: tuple[str, str]) -> float | None:
    """The degrees that are written, below zero the second of `ways`; None if they cannot be told.

    A sign and a way beside it, or two ways, do not go together.
    """
    found = _DEGREES.fullmatch(written.strip().translate(_SIGNS))
    if not found:
        return None
    said = [text.upper() for text in found.group("before", "behind") if text]
    if len([*said, *(found["sign"] or "")]) > 1 or not {*said} <= {*ways}:
        return None
    size = sum(
        float(found[part] or 0) / share
        for part, share in (("degrees", 1), ("minutes", 60), ("seconds", 3600))
    )
    return -size if found["sign"] == "-" or said == [ways[1]] else size
