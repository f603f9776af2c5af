"""What is said of an item of a list that is several, parted by a comma that is none in YAML."""

from __future__ import annotations

import re

from atlas.checks.schema_errors import suggestions
from atlas.checks.schema_errors.error import SchemaError
from atlas.i18n.messages import NOTHING, Message, Sequence, msg, sequence

_COMMA = re.compile(r"(?<=\w)\s*([،؛;，、])\s*(?=\w)")
"""What is written for a comma between two words."""

_OF_CODES = {"enum", "string_pattern_mismatch", "value_error"}
"""What is complained of in an item that can hold one code, word or id."""

_LONGEST = 200


def several(complaint: SchemaError, found: Message) -> tuple[Message, Sequence] | None:
    """Message and hint for such an item; `found` says what stands there, without a full stop."""
    text = complaint.details["input"]
    if not isinstance(text, str) or complaint.details["type"] not in _OF_CODES:
        return None
    sign = _COMMA.search(text)
    if sign is None:
        return None
    message = msg('{found}; "{sign}" does not part the items of a list.', found=found, sign=sign[1])
    hint = msg('Between the items of a list stands the Latin comma "{sign}".', sign=",")
    return message, sequence(hint, _parted(complaint))


def _parted(complaint: SchemaError) -> Message:
    """The whole list to write, if every item in it is known."""
    texts = [str(item) for item in complaint.beside]
    if sum(map(len, texts)) > _LONGEST:
        return NOTHING
    parts = (part for text in texts for part in _COMMA.sub(",", text).split(","))
    items = [suggestions.items(complaint, part) for part in parts]
    if any(len(item) != 1 for item in items):
        return NOTHING
    whole = ", ".join(dict.fromkeys(item[0] for item in items))
    return msg("Write {value}.", value=f"{complaint.name}: [{whole}]")
