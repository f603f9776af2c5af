"""What may have been meant by a value that the model refuses, and how its field is written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from atlas.checks.schema_errors import expectations
from atlas.checks.schema_errors.error import SchemaError
from atlas.i18n import languages
from atlas.i18n.messages import NOTHING, Example, Message, Month, alternatives, msg
from atlas.lookup import date_parser
from atlas.lookup.suggest import did_you_mean, did_you_mean_country
from atlas.model import fields
from atlas.model.edtf_date import EdtfDate

_TO_COME = ("planned", "due")
"""How the fields begin whose dates may be still to come."""

_LONGEST = 200
_APART = re.compile(r"\s*[,;/&،؛]\s*|\s+(?:and|en|et|und)\s+|\s+و\s*")
"""What stands between the items of a list written as a text."""


def refused(complaint: SchemaError, reason: str) -> Message:
    """The date, country, currency or language that may have been meant by what `reason` refuses."""
    written = complaint.written
    if reason in expectations.DATES and isinstance(complaint.details["input"], str):
        dates = date_parser.parse(written, reason == expectations.DAY, _latest(complaint))
        return did_you_mean(dates) if dates else NOTHING
    if reason == expectations.COUNTRY:
        found = complaint.meant.country(written)
        return did_you_mean_country(found) if found else NOTHING
    if reason == expectations.CURRENCY:
        found = complaint.meant.currency(written)
    else:
        found = complaint.meant.language(written) if reason == expectations.LANGUAGE else []
    return did_you_mean(found) if found else NOTHING


def overrun(complaint: SchemaError) -> EdtfDate | None:
    """The month that has not as many days as the refused date says, if that is what is wrong."""
    if not isinstance(complaint.details["input"], str):
        return None
    found = date_parser.find_overrun_month(complaint.written, _latest(complaint))
    return EdtfDate.parse(found) if found else None


def in_words(shown: EdtfDate) -> Month:
    """`February 2012`."""
    return Month(str(shown), languages.ENGLISH.date(shown))


def _latest(complaint: SchemaError) -> int:
    """The last year that two digits can stand for: this one, if the field is of what has been."""
    today = complaint.meant.today
    return date_parser.LAST if today is None or complaint.name.startswith(_TO_COME) else today.year


def id_meant(complaint: SchemaError) -> Message:
    """Which id may have been meant: one that is there, or what was written, put into shape."""
    folder = complaint.folder
    found = complaint.meant.record(complaint.written, folder) if folder else []
    tidy = complaint.written.strip().lower().replace(" ", "-")
    if not found and not folder and re.search(complaint.details["ctx"]["pattern"], tidy):
        found = [tidy]
    return did_you_mean(found) if found else NOTHING


def list_meant(complaint: SchemaError) -> Message:
    """The list to write where its items were written as a text: `Write themes: [health].`"""
    text = complaint.details["input"]
    if not isinstance(text, str) or len(text) > _LONGEST:
        return NOTHING
    parts = [items(complaint, part) for part in _APART.split(text.strip()) if part]
    whole = parts[0] if len(parts) == 1 else []
    if len(parts) > 1 and all(len(part) == 1 for part in parts):
        whole = [", ".join(dict.fromkeys(part[0] for part in parts))]
    lines = [f"{complaint.name}: [{items}]" for items in whole]
    return msg("Write {value}.", value=alternatives(lines)) if lines else NOTHING


def items(complaint: SchemaError, text: str) -> list[str]:
    """What an item that is written as `text` may be in the list of a field."""
    meant = complaint.meant
    if complaint.folder:
        return meant.record(text, complaint.folder)
    if complaint.name == "countries":
        return meant.country(text)
    kind = fields.choices(complaint.model, complaint.path)
    return meant.choice(text, kind) if kind is not None else []


def list_like(complaint: SchemaError) -> Example:
    """A list such as the field may hold: `[health, sport]`, `[{fr: …}]`."""
    if complaint.shape.shape != "[…]":
        return complaint.shape
    kind = fields.choices(complaint.model, complaint.path)
    known: Iterator[str] = map(str, kind or complaint.meant.ids.get(complaint.folder, ()))
    items = ", ".join(islice(known, 2))
    return Example(f"[{items}]" if items else expectations.LISTS.get(complaint.name, "[…]"))
