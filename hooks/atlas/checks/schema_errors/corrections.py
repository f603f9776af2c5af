"""What may have been meant by a value that the model refuses, and how its field is written."""

from __future__ import annotations

import re
from itertools import islice

from atlas.checks.schema_errors.date_corrections import suggest_date
from atlas.checks.schema_errors.error import SchemaError
from atlas.files.typeset_signs import BULLETS
from atlas.i18n.messages import NOTHING, Example, Message, alternatives, msg
from atlas.i18n.problem import COMMAND
from atlas.lookup import countries
from atlas.lookup.suggester import did_you_mean, did_you_mean_country
from atlas.model import MODELS, scalars
from atlas.model.kinds import COUNTRY, CURRENCY, DATE, DAY, LANGUAGE

_PAST = msg("That state is no more; write the country in which the place lies today.")
_LONGEST = 200
_APART = re.compile(
    rf"\s*[,;/&،؛{BULLETS}]\s*|(?:^|\s+)[*\u2010-\u2015-]\s+|\s+(?:and|en|et|und)\s+|\s+و\s*"
)
"""What stands between the items of a list written as a text."""


def suggest_value(error: SchemaError) -> Message:
    """The date, country, currency or language that may have been meant."""
    kind, suggester = error.kind, error.suggester
    found: list[str] = []
    if kind in (DATE, DAY):
        return suggest_date(error)
    if kind is COUNTRY:
        found = suggester.country(error.text)
        past = _PAST if countries.resolve(error.text).historic else NOTHING
        return did_you_mean_country(found) if found else past
    elif kind is CURRENCY:
        found = suggester.currency(error.text)
    elif kind is LANGUAGE:
        found = suggester.language(error.text)
    return did_you_mean(found) if found else NOTHING


def suggest_id(error: SchemaError) -> Message:
    """Which id may have been meant: one that is there, or what was written, put into shape."""
    folder = error.content.folder
    found = error.suggester.record(error.text, folder) if folder else []
    tidy = error.text.strip().lower().replace(" ", "-")
    if not folder and scalars.is_id(tidy):
        found = [tidy]
    return did_you_mean(found) if found else NOTHING


def suggest_list(error: SchemaError) -> Message:
    """The list to write where its items were written as a text: `Write themes: [health].`"""
    if not isinstance(error.value, str) or len(error.text) > _LONGEST:
        return NOTHING
    parts = [suggest_items(error, part) for part in _APART.split(error.text.strip()) if part]
    whole = parts[0] if len(parts) == 1 else []
    if len(parts) > 1 and all(len(part) == 1 for part in parts):
        whole = [", ".join(dict.fromkeys(part[0] for part in parts))]
    lines = [f"{error.name}: [{items}]" for items in whole]
    return msg("Write {value}.", value=alternatives(lines)) if lines else NOTHING


def suggest_items(error: SchemaError, text: str) -> list[str]:
    """What an item that is written as `text` may be in the list of a field."""
    content, suggester = error.content, error.suggester
    if content.folder:
        return suggester.record(text, content.folder)
    if content.kind is COUNTRY:
        return suggester.country(text)
    return suggester.choice(text, content.choices) if content.choices is not None else []


def example_list(error: SchemaError) -> Example:
    """A list such as the field may hold: `[health, sport]`, `[{fr: …}]`."""
    content = error.content
    if content.form != "[…]":
        return error.form
    known = content.choices or error.suggester.ids.get(content.folder, ()) or content.examples
    items = ", ".join(map(str, islice(known, 2)))
    return Example(f"[{items or '…'}]")


def command_to_add(folder: str) -> str:
    """The command that adds a record to `folder`, as an editor types it."""
    return f"{COMMAND} new {MODELS[folder].__name__.lower()}"
