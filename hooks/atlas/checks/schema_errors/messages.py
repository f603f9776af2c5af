"""What the model complains of, in plain words: what was found, what is wanted, how to mend it."""

from __future__ import annotations

import re
from collections.abc import Callable

from atlas.checks.schema_errors import expectations, list_separators, suggestions
from atlas.checks.schema_errors.error import SchemaError
from atlas.files.strict_yaml import shortened
from atlas.files.yaml_errors import NAME_VALUE
from atlas.i18n.messages import Sentence, example, listed, numbered, say, then
from atlas.lookup.suggest import choose, did_you_mean, there_are
from atlas.model import Theme, fields

Words = tuple[str, str]
"""A message and a hint."""


def words(complaint: SchemaError) -> Words:
    """Message and hint for a complaint of any type."""
    said = list_separators.several(complaint, _found(complaint)) if complaint.beside else None
    return said or _WORDS.get(complaint.details["type"], _other)(complaint)


def _found(complaint: SchemaError) -> Sentence:
    """What stands there, without a full stop: `field "lat" is "91"`."""
    is_item = bool(complaint.path) and isinstance(complaint.path[-1], int)
    value = complaint.details["input"]
    sentences = _ITEM if is_item else _FIELD
    if value is None:
        return sentences[0].filled(field=complaint.field)
    if isinstance(value, str):
        return sentences[1].filled(field=complaint.field, value=shortened(value))
    return sentences[2 if isinstance(value, list) else 3].filled(field=complaint.field)


_FIELD = (
    say('field "{field}" has no value'),
    say('field "{field}" is "{value}"'),
    say('field "{field}" is a list'),
    say('field "{field}" is a group of fields'),
)
_ITEM = (
    say('an item of "{field}" has no value'),
    say('an item of "{field}" is "{value}"'),
    say('an item of "{field}" is a list'),
    say('an item of "{field}" is a group of fields'),
)


def _wanted(complaint: SchemaError, expected: Sentence) -> Sentence:
    return say("{found}; {expected}.", found=_found(complaint), expected=expected)


def _expected(expected: Sentence, hint: Sentence) -> Callable[[SchemaError], Words]:
    def said(complaint: SchemaError) -> Words:
        message = _wanted(complaint, expected)
        return message, _write_one(complaint) if complaint.is_absent else hint

    return said


def _write_one(complaint: SchemaError) -> Sentence:
    is_needed = fields.is_needed(complaint.model, complaint.path)
    if complaint.shape == "…":
        return (
            say("Write one; it is needed.") if is_needed else say("Write one, or delete the line.")
        )
    if is_needed:
        return say("Write {shape}; it is needed.", shape=complaint.shape)
    return say("Write {shape}, or delete the line.", shape=complaint.shape)


def _group(complaint: SchemaError) -> Words:
    if complaint.shape == "…":
        return _FIELDS_BELOW(complaint)
    hint = say(
        'Write {shape}, or its fields on lines of their own, each "{form}".',
        shape=complaint.shape,
        form=NAME_VALUE,
    )
    return _expected(_A_GROUP, hint)(complaint)


def _list(complaint: SchemaError) -> Words:
    message = _wanted(complaint, say("expected a list"))
    if complaint.is_absent:
        return message, _write_one(complaint)
    return message, suggestions.list_meant(complaint) or say(
        "Write a list such as {example}, or a line that begins with {sign} for each item.",
        example=suggestions.list_like(complaint),
        sign="-",
    )


def _missing(complaint: SchemaError) -> Words:
    message = say('field "{field}" is missing.', field=complaint.field)
    line = example(f"{complaint.path[-1]}: {fields.shape(complaint.model, complaint.path)}")
    kind = fields.choices(complaint.model, complaint.path)
    if kind is not None:
        choices = listed(str(word) for word in kind)
        return message, say('Add "{line}", one of: {choices}.', line=line, choices=choices)
    add = say('Add "{line}".', line=line)
    about = fields.description(complaint.model, complaint.path)
    return message, then(add, say(about)) if about and complaint.shape == "…" else add


def _unknown_field(complaint: SchemaError) -> Words:
    written = str(complaint.path[-1])
    message = say('"{field}" is not a field here.', field=shortened(written))
    if " " in written:
        return message, _COMMA
    known = fields.names(complaint.model, complaint.path[:-1])
    known = [name for name in known if name != "id"]
    found = complaint.meant.field(written, known)
    return message, did_you_mean(found) if found else choose(known)


def _choice(complaint: SchemaError) -> Words:
    known = re.findall(r"'([^']*)'", str(complaint.details["ctx"]["expected"]))
    if complaint.is_absent:
        message = say("{found}.", found=_found(complaint))
        return message, say("Choose one of: {choices}.", choices=listed(sorted(known)))
    message = say("{found}, which is none of the choices.", found=_found(complaint))
    kind = fields.choices(complaint.model, complaint.path)
    found = complaint.meant.choice(complaint.written, kind) if kind is not None else []
    if not found:
        return message, choose(known)
    if len(known) > _FEW:
        return message, did_you_mean(found)
    return message, then(did_you_mean(found), say("It may be: {choices}.", choices=listed(known)))


def _pattern(complaint: SchemaError) -> Words:
    if complaint.written.isspace():
        return _empty_text(complaint)
    if "\n" in complaint.written.strip():
        message = say('field "{field}" has several lines; expected one.', field=complaint.field)
        return message, say("Write it on one line, or begin it with {sign}.", sign=">-")
    pattern = complaint.details["ctx"]["pattern"]
    if expectations.ID in pattern:
        return _no_id(complaint)
    for sign, expected, hint in expectations.PATTERNS:
        if sign in pattern:
            return _wanted(complaint, expected), hint
    return _other(complaint)


def _no_id(complaint: SchemaError) -> Words:
    message = _wanted(complaint, say("expected an id"))
    if found := suggestions.id_meant(complaint):
        return message, found
    if not complaint.folder:
        return message, say("Use small letters a to z, digits and single hyphens.")
    form = say(
        "Write the id of a record: the name of a file in {folder}, without {ending}.",
        folder=f"data/{complaint.folder}",
        ending=".yml",
    )
    command = expectations.adding(complaint.folder)
    add = say("To add a record, run {command}.", command=command)
    if complaint.meant.has_none(complaint.written, complaint.folder):
        add = say("No record there goes by that name; to add one, run {command}.", command=command)
    themes = complaint.folder == Theme.folder
    known = there_are(complaint.meant.ids.get(complaint.folder, ())) if themes else ""
    return message, then(form, known, add)


def _long(complaint: SchemaError) -> Words:
    most = complaint.details["ctx"].get("max_length", 0)
    message = numbered(
        'field "{field}" is longer than {number} character.',
        'field "{field}" is longer than {number} characters.',
        most,
        field=complaint.field,
    )
    return message, say("Shorten it.")


def _empty(complaint: SchemaError) -> Words:
    message = say('field "{field}" is empty.', field=complaint.field)
    return message, say("Write at least one, or delete the line if it may be left out.")


def _empty_text(complaint: SchemaError) -> Words:
    message = say('field "{field}" is empty.', field=complaint.field)
    return message, say("Write a text, or delete the line if it may be left out.")


def _range(complaint: SchemaError) -> Words:
    limits = complaint.details["ctx"]
    if "ge" in limits:
        message = say("{found}, too small.", found=_found(complaint))
        return message, say("Write a number of {bound} or more.", bound=f"{limits['ge']:g}")
    message = say("{found}, too large.", found=_found(complaint))
    return message, say("Write a number of {bound} or less.", bound=f"{limits['le']:g}")


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
        found = say('"{value}" is not a language tag.', value=shortened(complaint.written))
        after_comma = " " in complaint.written.strip()
        return found, then(hint, _COMMA) if after_comma else suggestions.refused(
            complaint, reason
        ) or hint
    if complaint.is_absent:
        return say("{found}.", found=_found(complaint)), hint
    return message.filled(found=_found(complaint)), suggestions.refused(complaint, reason) or hint


def _no_such_day(complaint: SchemaError, hint: Sentence | None = None) -> Words | None:
    """What is said of a day that its month has not, however it is written."""
    overrun = suggestions.overrun(complaint)
    if overrun is None:
        return None
    message = say(
        "{found}; there is no such day: {month} has only {number} days.",
        found=_found(complaint),
        month=suggestions.in_words(overrun),
        number=overrun.last.day,
    )
    return message, hint or say(
        "Look it up in the source; if only the month is sure, write {month}.", month=str(overrun)
    )


def _no_day(complaint: SchemaError) -> Words:
    message, hint = _DAY(complaint)
    told = _no_such_day(complaint, _LOOK_UP)
    return told or (message, suggestions.refused(complaint, expectations.DAY) or hint)


def _other(complaint: SchemaError) -> Words:
    said = complaint.details["msg"]
    return say("{found}: {reason}.", found=_found(complaint), reason=said), ""


_COMMA = say("Put text that holds a comma in quotes.")
_FEW = 8
_A_GROUP = say("expected a group of fields")
_FIELDS_BELOW = _expected(
    _A_GROUP, say('Indent its fields below it, each "{form}".', form=NAME_VALUE)
)
_LOOK_UP = say("Look it up in the source.")
_DIGITS = say("Write digits only.")
_WHOLE = _expected(say("expected a whole number"), _DIGITS)
_NUMBER = _expected(say("expected a number"), say("Write digits only, with a point for decimals."))
_TRUTH = _expected(
    say("expected {one} or {other}", one="true", other="false"),
    say("Write {one} or {other}.", one="true", other="false"),
)
_DAY = _expected(say("expected a day"), expectations.WRITE_DAY)
_WORDS: dict[str, Callable[[SchemaError], Words]] = {
    "missing": _missing,
    "extra_forbidden": _unknown_field,
    "enum": _choice,
    "string_type": _expected(say("expected text"), say("Write one text, in quotes if need be.")),
    "list_type": _list,
    "dict_type": _expected(
        say("expected one entry per language"),
        say("Write {shape}, or a line for each language below it.", shape=example("{{lang}: …}")),
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
    "int_parsing_size": _expected(say("expected a whole number"), say("Write fewer digits.")),
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
