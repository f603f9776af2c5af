"""Does a text read as what a cooperation is called, such as "Twinning between Hill and Dale"?"""

from __future__ import annotations

import re
from collections.abc import Callable

from atlas.i18n.normalize import normalize_name
from atlas.lookup import aliases
from atlas.lookup.name_index import index_names
from atlas.model.vocabulary import Form

_JOINTS = re.compile(
    r"\s+(?:[-–—&+/]|and|with|en|met|et|avec|und|mit|y|e|و|مع)\s+|\s*[–—]\s*|\s+و(?=\w{3})"
)
"""What stands between two partners; Arabic writes its «and» onto the second."""

_MOST_WORDS = 4
"""Words of the name of a form: "agreement on projects between towns" is no longer."""


def reads_as_tie(text: str, is_known: Callable[[str], bool]) -> bool:
    """Whether it is two partners that `is_known` knows, or a form of cooperation with two partners
    behind it."""
    parts = [part for part in _JOINTS.split(text) if part.strip()]
    if len(parts) != len("ab"):
        return False
    return _begins_with_form(text) or all(map(is_known, parts))


def _begins_with_form(text: str) -> bool:
    words = normalize_name(text).split()
    forms = index_names(aliases.words, Form)
    return any(forms.exact(" ".join(words[:n])) for n in range(1, min(_MOST_WORDS, len(words))))
