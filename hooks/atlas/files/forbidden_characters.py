"""Characters that no record may hold: controls, invisible and private ones, and ones that turn
the line."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from atlas.files.fault import Fault
from atlas.i18n.messages import Phrase, msg

_ARABIC = "\u0600-\u06ff\u0750-\u077f\u0870-\u08ff\ufb50-\ufdff\ufe70-\ufefc"
_CONTROL = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufff9-\ufffb\ufffe\uffff\ud800-\udfff"
_TURNING = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_INVISIBLE = (
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u2060-\u2065\u206a-\u206f\u2800\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e0fff"
)
_NOBODYS = "\ue000-\uf8ff\ufdd0-\ufdef\ufffc\U00040000-\U000dffff\U000e1000-\U0010ffff" + "".join(
    f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0x40000, 0x10000)
)
"""Private use, noncharacters and the planes without any character: every font shows something else,
or nothing."""

REFUSED = re.compile(
    f"[{_CONTROL}{_TURNING}{_INVISIBLE}{_NOBODYS}]"
    f"|(?<![{_ARABIC}])[\u200c\u200d]|[\u200c\u200d](?![{_ARABIC}])"
)
"""One refused character. The joiners U+200C and U+200D may stand between Arabic letters only.

The marks U+200E and U+200F are refused as well: pages set the direction of every text in their
markup, and a mark nobody sees cannot be proof-read.
"""

_SUSPECT = re.compile(
    f"[{_CONTROL}{_TURNING}{_INVISIBLE}\u200c\u200d"
    "\ue000-\uf8ff\ufdd0-\ufdef\ufffc\U0001fffe-\U0010ffff]"
)
"""Every refused character and some that are not: a class of few ranges is looked up far sooner."""

REFUSED_ESCAPED = re.compile(REFUSED.pattern + "|\r")
"""The same within a value that was written with escapes, where a line break is a plain one."""

_KINDS = {
    "Co": msg("the character {character} (private use) may not stand here."),
    "Cn": msg("the character {character} (not a character) may not stand here."),
}
_CONTROLS = msg("the character {character} (control character) may not stand here.")

HINT = msg("Delete it; retyping the word is the surest way.")


def refusal(character: str) -> Phrase:
    """`the character U+202E (right-to-left override) may not stand here.`"""
    code = f"U+{ord(character):04X}"
    if known := unicodedata.name(character, "").lower():
        return msg("the character {character} may not stand here.", character=f"{code} ({known})")
    kind = _KINDS.get(unicodedata.category(character), _CONTROLS)
    return kind.with_args(character=code)


def find_refused(text: str) -> Iterator[Fault]:
    """A fault for every character of `text` that is refused."""
    if _SUSPECT.search(text) is None:
        return
    for found in REFUSED.finditer(text):
        start = text.rfind("\n", 0, found.start()) + 1
        line = text.count("\n", 0, found.start()) + 1
        yield Fault(line, found.start() - start + 1, refusal(found[0]), HINT)
