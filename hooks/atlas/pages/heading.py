"""The heading of a page: its title, in which a name with hyphens stays on one line where it fits.

Browsers break a line after any hyphen ("Saint-/Josse-ten-Noode"). Other letters, such as the hyphen
at which no line is broken, would be copied with the name and not be found; so the name has a class
that says how wide it is, and the style sheet keeps it whole in a heading of that width (text.css).
"""

from __future__ import annotations

import math
import re

from markupsafe import Markup, escape

from atlas.graph.edition import Text

WIDTHS = (8, 10, 12, 14, 17, 20)
"""Widths of a heading, in its own em, that the style sheet has a rule for."""

_BREAKABLE = re.compile(r"[^\s\-‐–—/]+(?:[-‐–—/]+[^\s\-‐–—/]+)+[^\s]*")
_WHOLE = Markup('<span class="atlas-whole-{}">{}</span>')


def heading(title: Text) -> Markup:
    """The title as markup; copied and searched it is the same text."""
    return title.marked(_keep_names(title.bare)) + _keep_names(title.aside)


def _keep_names(text: str) -> Markup:
    found, end = Markup(""), 0
    for name in _BREAKABLE.finditer(text):
        found += text[end : name.start()]
        found += keep_whole(name[0])
        end = name.end()
    return found + text[end:]


def keep_whole(name: str) -> Markup:
    """The name, whole in headings that are wide enough for it; as it is if none is."""
    needed = estimate_width(name)
    width = next((one for one in WIDTHS if needed <= one), None)
    return _WHOLE.format(width, name) if width else escape(name)


def estimate_width(text: str) -> float:
    """About how wide a text is in bold letters with serifs, in em.

    In a very wide font it is a twentieth more, for which the margins of a page have room.
    """
    return math.fsum(map(_width, text))


def _width(letter: str) -> float:
    if letter in "fijlrtI’'.,-–":
        return 0.39
    if letter in "mwMW—":
        return 1.0
    return 0.76 if letter.isupper() else 0.6
