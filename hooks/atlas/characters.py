"""Characters that no record may hold: controls, invisible ones, and ones that turn the line."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_ARABIC = "\u0600-\u06ff\u0750-\u077f\u0870-\u08ff\ufb50-\ufdff\ufe70-\ufefc"
_CONTROL = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufff9-\ufffb\ufffe\uffff"
_TURNING = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_INVISIBLE = "\u00ad\u180e\u200b\u2060-\u2065\u206a-\u206f\ufeff\U000e0000-\U000e007f"

REFUSED = re.compile(
    f"[{_CONTROL}{_TURNING}{_INVISIBLE}]|(?<![{_ARABIC}])[\u200c\u200d]|[\u200c\u200d](?![{_ARABIC}])"
)
"""One refused character. The joiners U+200C and U+200D may stand between Arabic letters only.

The marks U+200E and U+200F are refused as well: pages set the direction of every text in their
markup, and a mark nobody sees cannot be proof-read.
"""

_SUSPECT = re.compile(f"[{_CONTROL}{_TURNING}{_INVISIBLE}\u200c\u200d]")

REFUSED_ESCAPED = re.compile(REFUSED.pattern + "|\r")
"""The same within a value that was written with escapes, where a line break is a plain one."""

HINT = "Delete it; retyping the word is the surest way."


def name(character: str) -> str:
    """`U+202E (right-to-left override)`."""
    known = unicodedata.name(character, "control character").lower()
    return f"U+{ord(character):04X} ({known})"


def refused(text: str) -> Iterator[tuple[int, int, str]]:
    """Line, column (from 1) and a sentence for every character of `text` that is refused."""
    if _SUSPECT.search(text) is None:
        return
    for found in REFUSED.finditer(text):
        start = text.rfind("\n", 0, found.start()) + 1
        line = text.count("\n", 0, found.start()) + 1
        yield line, found.start() - start + 1, f"the character {name(found[0])} may not stand here."
