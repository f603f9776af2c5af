"""What the model complains of, in plain words: what was found, what is wanted, how to mend it."""

from __future__ import annotations

import re
from collections.abc import Callable

from atlas.checks.schema_errors import expectations, list_separators, suggestions
from atlas.checks.schema_errors.error import SchemaError
from atlas.files.strict_yaml import shorten
from atlas.files.yaml_errors import NAME_VALUE
from atlas.i18n.messages import NOTHING, Example, Message, listing, msg, msg_plural, sequence
from atlas.lookup.suggest import choose, did_you_mean, there_are
from atlas.model import Theme, fields

Words = tuple[Message, Message]
"""A message and a hint."""


def words(complaint: SchemaError) -> Words:
    """Message and hint for a complaint of any type."""
    said = list_separators.several(complaint, _found(complaint)) if complaint.beside else None
    return said or _WORDS.get(complaint.details["type"], _other)(complaint)


def _found(complaint: SchemaError) -> Message:
    """What stands there, without a full stop: `field "lat" is "91"`."""
    is_item = bool(complaint.path) and isinstance(complaint.path[-1], int)
    value = complaint.details["input"]
    sentences = _ITEM if is_item else _FIELD
    if value is None:
        return sentences[0].with_args(field=complaint.field)
    if isinstance(value, str):
        return sentences[1].with_args(field=complaint.field, value=shorten(value))
    return sentences[2 if isinstance(value, list) else 3].with_args(field=complaint.field)


_FIELD = (
    msg('field "{field}" has no value'),
    msg('field "{field}" is "{value}"'),
    msg('field "{field}" is a list'),
    msg('field "{field}" is a group of fields'),
)
_ITEM = (
    msg('an item of "{field}" has no value'),
    msg('an item of "{field}" is "{value}"'),
    msg('an item of "{field}" is a list'),
    msg('an item of "{field}" is a group of fields'),
)


def _wanted(complaint: SchemaError, expected: Message) -> Message:
    return msg("{found}; {expected}.", found=_found(complaint), expected=expected)


def _expected(expected: Message, hint: Message) -> Callable[[SchemaError], Words]:
    def said(complaint: SchemaError) -> Words:
        message = _wanted(complaint, expected)
        return message, _write_one(complaint) if complaint.is_absent else hint

    return said


def _write_one(complaint: SchemaError) -> Message:
    is_needed = fields.is_needed(complaint.model, complaint.path)
    if complaint.shape.shape == "…":
        return (
            msg("Write one; it is needed.") if is_needed else msg("Write one, or delete the line.")
        )
    if is_needed:
        return msg("Write {shape}; it is needed.", shape=complaint.shape)
    return msg("Write {shape}, or delete the line.", shape=complaint.shape)


def _group(complaint: SchemaError) -> Words:
    if complaint.shape.shape == "…":
        return _FIELDS_BELOW(complaint)
    hint = msg(
        'Write {shape}, or its fields on lines of their own, each "{form}".',
        shape=complaint.shape,
        form=NAME_VALUE,
    )
    return _expected(_A_GROUP, hint)(complaint)


def _list(complaint: SchemaError) -> Words:
    message = _wanted(complaint, msg("expected a list"))
    if complaint.is_absent:
        return message, _write_one(complaint)
    return message, suggestions.list_meant(complaint) or msg(
        "Write a list such as {example}, or a line that begins with {sign} for each item.",
        example=suggestions.list_like(complaint),
        sign="-",
    )


def _missing(complaint: SchemaError) -> Words:
    message = msg('field "{field}" is missing.', field=complaint.field)
    line = Example(f"{complaint.path[-1]}: {fields.shape(complaint.model, complaint.path)}")
    kind = fields.choices(complaint.model, complaint.path)
    if kind is not None:
        choices = listing(str(word) for word in kind)
        return message, msg('Add "{line}", one of: {choices}.', line=line, choices=choices)
    add = msg('Add "{line}".', line=line)
    about = fields.description(complaint.model, complaint.path)
    return message, sequence(add, msg(about)) if about and complaint.shape.shape == "…" else add


def _unknown_field(complaint: SchemaError) -> Words:
    written = str(complaint.path[-1])
    message = msg('"{field}" is not a field here.', field=shorten(written))
    if " " in written:
        return message, _COMMA
    known = fields.names(complaint.model, complaint.path[:-1])
    known = [name for name in known if name != "id"]
    found = complaint.meant.field(written, known)
    return message, did_you_mean(found) if found else choose(known)


def _choice(complaint: SchemaError) -> Words:
    known = re.findall(r"'([^']*)'", str(complaint.details["ctx"]["expected"]))
    if complaint.is_absent:
        message = msg("{found}.", found=_found(complaint))
        return message, msg("Choose one of: {choices}.", choices=listing(sorted(known)))
    message = msg("{found}, which is none of the choices.", found=_found(complaint))
    kind = fields.choices(complaint.model, complaint.path)
    found = complaint.meant.choice(complaint.written, kind) if kind is not None else []
    if not found:
        return message, choose(known)
    if len(known) > _FEW:
        return message, did_you_mean(found)
    return message, sequence(
        did_you_mean(found), msg("It may be: {choices}.", choices=listing(known))
    )


def _pattern(complaint: SchemaError) -> Words:
    if complaint.written.isspace():
        return _empty_text(complaint)
    if "\n" in complaint.written.strip():
        message = msg('field "{field}" has several lines; expected one.', field=complaint.field)
        return message, msg("Write it on one line, or begin it with {sign}.", sign=">-")
    pattern = complaint.details["ctx"]["pattern"]
    if expectations.ID in pattern:
        return _no_id(complaint)
    for sign, expected, hint in expectations.PATTERNS:
        if sign in pattern:
            return _wanted(complaint, expected), hint
    return _other(complaint)


def _no_id(complaint: SchemaError) -> Words:
    message = _wanted(complaint, msg("expected an id"))
    if found := suggestions.id_meant(complaint):
        return message, found
    if not complaint.folder:
        return message, msg("Use small letters a to z, digits and single hyphens.")
    form = msg(
        "Write the id of a record: the name of a file in {folder}, without {ending}.",
        folder=f"data/{complaint.folder}",
        ending=".yml",
    )
    command = expectations.adding(complaint.folder)
    add = msg("To add a record, run {command}.", command=command)
    if complaint.meant.has_none(complaint.written, complaint.folder):
        add = msg("No record there goes by that name; to add one, run {command}.", command=command)
    themes = complaint.folder == Theme.folder
    known = there_are(complaint.meant.ids.get(complaint.folder, ())) if themes else NOTHING
    return message, sequence(form, known, add)


def _long(complaint: SchemaError) -> Words:
    most = complaint.details["ctx"].get("max_length", 0)
    message = msg_plural(
        'field "{field}" is longer than {number} character.',
        'field "{field}" is longer than {number} characters.',
        most,
        field=complaint.field,
    )
    return message, msg("Shorten it.")


def _empty(complaint: SchemaError) -> Words:
    message = msg('field "{field}" is empty.', field=complaint.field)
    return message, msg("Write at least one, or delete the line if it may be left out.")


def _empty_text(complaint: SchemaError) -> Words:
    message = msg('field "{field}" is empty.', field=complaint.field)
    return message, msg("Write a text, or delete the line if it may be left out.")


def _range(complaint: SchemaError) -> Words:
    limits = complaint.details["ctx"]
    if "ge" in limits:
        message = msg("{found}, too small.", found=_found(complaint))
        return message, msg("Write a number of {bound} or more.", bound=f"{limits['ge']:g}")
    message = msg("{found}, too large.", found=_found(complaint))
    return message, msg("Write a number of {bound} or less.", bound=f"{limits['le']:g}")


def _refused(complaint: SchemaError) -> Words:
    """What `edtf_date`, `iso` and the model's own validators say."""
    reason = str(complaint.details["ctx"]["error"]) if "ctx" in complaint.details else ""
    if reason not in expectations.REFUSALS:
        return _other(complaint)
    if reason in expectations.DATES:
        told = _no_such_day(complaint, _LOOK_UP if reason == expectations.DAY else None)
        if told is not None:
            return told
    message, hint = expectations.REFUSALS[reason]
    if complaint.details["loc"][-1] == "[key]":
        found = msg('"{value}" is not a language tag.', value=shorten(complaint.written))
        after_comma = " " in complaint.written.strip()
        return found, sequence(hint, _COMMA) if after_comma else suggestions.refused(
            complaint, reason
        ) or hint
    if complaint.is_absent:
        return msg("{found}.", found=_found(complaint)), hint
    return message.with_args(found=_found(complaint)), suggestions.refused(
        complaint, reason
    ) or hint


def _no_such_day(complaint: SchemaError, hint: Message | None = None) -> Words | None:
    """What is said of a day that its month has not, however it is written."""
    overrun = suggestions.overrun(complaint)
    if overrun is None:
        return None
    message = msg(
        "{found}; there is no such day: {month} has only {number} days.",
        found=_found(complaint),
        month=suggestions.in_words(overrun),
        number=overrun.last.day,
    )
    return message, hint or msg(
        "Look it up in the source; if only the month is sure, write {month}.", month=str(overrun)
    )


def _no_day(complaint: SchemaError) -> Words:
    message, hint = _DAY(complaint)
    told = _no_such_day(complaint, _LOOK_UP)
    return told or (message, suggestions.refused(complaint, expectations.DAY) or hint)


def _other(complaint: SchemaError) -> Words:
    said = complaint.details["msg"]
    return msg("{found}: {reason}.", found=_found(complaint), reason=said), NOTHING


_COMMA = msg("Put text that holds a comma in quotes.")
_FEW = 8
_A_GROUP = msg("expected a group of fields")
_FIELDS_BELOW = _expected(
    _A_GROUP, msg('Indent its fields below it, each "{form}".', form=NAME_VALUE)
)
_LOOK_UP = msg("Look it up in the source.")
_DIGITS = msg("Write digits only.")
_WHOLE = _expected(msg("expected a whole number"), _DIGITS)
_NUMBER = _expected(msg("expected a number"), msg("Write digits only, with a point for decimals."))
_TRUTH = _expected(
    msg("expected {one} or {other}", one="true", other="false"),
    msg("Write {one} or {other}.", one="true", other="false"),
)
_DAY = _expected(msg("expected a day"), expectations.WRITE_DAY)
_WORDS: dict[str, Callable[[SchemaError], Words]] = {
    "missing": _missing,
    "extra_forbidden": _unknown_field,
    "enum": _choice,
    "string_type": _expected(msg("expected text"), msg("Write one text, in quotes if need be.")),
    "list_type": _list,
    "dict_type": _expected(
        msg("expected one entry per language"),
        msg("Write {shape}, or a line for each language below it.", shape=Example("{{{lang}: …}}")),
    ),
    "model_type": _group,
    "model_attributes_type": _group,
    "string_pattern_mismatch": _pattern,
    "string_too_long": _long,
    "string_too_short": _empty_text,
    "too_short": _empty,
    "int_parsing": _WHOLE,
    "int_type": _WHOLE,
    "int_from_float": _WHOLE,
    "int_parsing_size": _expected(msg("expected a whole number"), msg("Write fewer digits.")),
    "float_parsing": _NUMBER,
    "float_type": _NUMBER,
    "bool_parsing": _TRUTH,
    "bool_type": _TRUTH,
    "greater_than_equal": _range,
    "less_than_equal": _range,
    "value_error": _refused,
    "date_type": _no_day,
    "date_parsing": _no_day,
    "date_from_datetime_parsing": _no_day,
    "date_from_datetime_inexact": _no_day,
}
