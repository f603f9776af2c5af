"""Text as an XML document can hold it."""

from __future__ import annotations

import re

_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What an XML document has no way to hold, not even by its number (XML 1.0, «Char»)."""


def clean(text: str) -> str:
    """The text with U+FFFD for each sign that XML has no way to hold."""
    return _NOT_IN_XML.sub("\ufffd", text)
