"""What is said of an item of a list that is several, parted by a comma that is none in YAML."""

from __future__ import annotations

import re

from atlas.checks.schema_errors.corrections import suggest_items
from atlas.checks.schema_errors.error import SchemaError
from atlas.i18n.messages import NOTHING, Message, Sequence, msg, sequence
from atlas.model.kinds import LINE, PROSE

_COMMA = re.compile(r"(?<=\w)\s*([،؛;，、])\s*(?=\w)")
"""What is written for a comma between two words."""

_LONGEST = 200


def explain_separator(error: SchemaError) -> tuple[Message, Sequence] | None:
    """Message and hint for such an item."""
    content = error.content
    is_code = content.choices is not None or content.kind not in (None, LINE, PROSE)
    if not is_code or not isinstance(error.value, str):
        return None
    sign = _COMMA.search(error.text)
    if sign is None:
        return None
    message = msg(
        '{found}; "{sign}" does not part the items of a list.', found=error.found, sign=sign[1]
    )
    hint = msg('Between the items of a list stands the Latin comma "{sign}".', sign=",")
    return message, sequence(hint, _suggest_whole(error))


def _suggest_whole(error: SchemaError) -> Message:
    """The whole list to write, if every item in it is known."""
    texts = [str(item) for item in error.siblings]
    if sum(map(len, texts)) > _LONGEST:
        return NOTHING
    parts = (part for text in texts for part in _COMMA.sub(",", text).split(","))
    items = [suggest_items(error, part) for part in parts]
    if any(len(item) != 1 for item in items):
        return NOTHING
    whole = ", ".join(dict.fromkeys(item[0] for item in items))
    return msg("Write {value}.", value=f"{error.name}: [{whole}]")
