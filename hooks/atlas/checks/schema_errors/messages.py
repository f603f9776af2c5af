"""What the model refuses, in plain words: what was found, what was expected, how to mend it."""

from __future__ import annotations

from collections.abc import Callable

from atlas.checks.schema_errors import corrections, date_corrections
from atlas.checks.schema_errors.error import SchemaError
from atlas.checks.schema_errors.list_separators import explain_separator
from atlas.files.typeset_signs import describe_around
from atlas.files.yaml_errors import NAME_VALUE
from atlas.i18n.messages import (
    NOTHING,
    Example,
    Message,
    Phrase,
    Value,
    listing,
    msg,
    msg_plural,
    placeholders,
    sequence,
)
from atlas.i18n.problem import shorten
from atlas.lookup.suggester import choose, did_you_mean, there_are
from atlas.model import Theme, fields
from atlas.model.kinds import DAY, ID, LANGUAGE, ValueKind

Advice = tuple[Message, Message]
"""A message and a hint."""


def explain(error: SchemaError) -> Advice:
    """Message and hint for any error."""
    advice = explain_separator(error) if error.siblings else None
    message, hint = advice or _EXPLAINED.get(error.code, _explain_kind)(error)
    signs = describe_around(error.value) if isinstance(error.value, str) else NOTHING
    return message, sequence(signs, hint) if signs else hint


def _explain_form(error: SchemaError, expected: Message, hint: Message) -> Advice:
    """Message and hint where a text, a list or a group was expected and there is something else."""
    message = msg("{found}; {expected}.", found=error.found, expected=expected)
    if not error.is_absent:
        return message, hint
    if error.content.form == "…":
        needed, optional = msg("Write one; it is needed."), msg("Write one, or delete the line.")
    else:
        needed = msg("Write {shape}; it is needed.", shape=error.form)
        optional = msg("Write {shape}, or delete the line.", shape=error.form)
    return message, needed if error.content.is_needed else optional


def _explain_text(error: SchemaError) -> Advice:
    hint = msg("Write one text, in quotes if need be.")
    return _explain_form(error, msg("expected text"), hint)


def _explain_texts(error: SchemaError) -> Advice:
    form = Example("{{{lang}: …}}")
    hint = msg("Write {shape}, or a line for each language below it.", shape=form)
    return _explain_form(error, msg("expected one entry per language"), hint)


def _explain_group(error: SchemaError) -> Advice:
    hint = msg(
        'Write {shape}, or its fields on lines of their own, each "{form}".',
        shape=error.form,
        form=NAME_VALUE,
    )
    if error.content.form == "…":
        hint = msg('Indent its fields below it, each "{form}".', form=NAME_VALUE)
    return _explain_form(error, msg("expected a group of fields"), hint)


def _explain_list(error: SchemaError) -> Advice:
    hint = corrections.suggest_list(error) or msg(
        "Write a list such as {example}, or a line that begins with {sign} for each item.",
        example=corrections.example_list(error),
        sign="-",
    )
    return _explain_form(error, msg("expected a list"), hint)


def _explain_missing(error: SchemaError) -> Advice:
    message = msg('field "{field}" is missing.', field=error.field)
    content = error.content
    line = Example(f"{error.name}: {content.form}")
    if content.choices is not None:
        choices = listing(map(str, content.choices))
        return message, msg('Add "{line}", one of: {choices}.', line=line, choices=choices)
    add = msg('Add "{line}".', line=line)
    if not content.description or content.form != "…":
        return message, add
    return message, sequence(add, msg(content.description))


def _explain_unknown_field(error: SchemaError) -> Advice:
    written = str(error.path[-1])
    message = msg('"{field}" is not a field here.', field=shorten(written))
    if " " in written:
        return message, _COMMA
    known = [name for name in fields.names(error.model, error.path[:-1]) if name != "id"]
    found = error.suggester.field(written, known)
    return message, did_you_mean(found) if found else choose(known)


def _explain_choice(error: SchemaError) -> Advice:
    choices = error.content.choices
    if choices is None:
        return _explain_kind(error)
    known = [str(word) for word in choices]
    if error.is_absent:
        message = msg("{found}.", found=error.found)
        return message, msg("Choose one of: {choices}.", choices=listing(sorted(known)))
    message = msg("{found}, which is none of the choices.", found=error.found)
    found = error.suggester.choice(error.text, choices)
    if not found:
        return message, choose(known)
    if len(known) > _FEW:
        return message, did_you_mean(found)
    return message, sequence(
        did_you_mean(found), msg("It may be: {choices}.", choices=listing(known))
    )


def _explain_pattern(error: SchemaError) -> Advice:
    if error.text.isspace():
        return _explain_empty(error)
    if "\n" in error.text.strip():
        message = msg('field "{field}" has several lines; expected one.', field=error.field)
        return message, msg("Write it on one line, or begin it with {sign}.", sign=">-")
    return _explain_id(error) if error.kind is ID else _explain_kind(error)


def _explain_id(error: SchemaError) -> Advice:
    message, hint = _explain_kind(error)
    folder = error.content.folder
    if found := corrections.suggest_id(error):
        return message, found
    if not folder:
        return message, hint
    form = msg(
        "Write the id of a record: the name of a file in {folder}, without {ending}.",
        folder=f"data/{folder}",
        ending=".yml",
    )
    command = corrections.command_to_add(folder)
    add = msg("To add a record, run {command}.", command=command)
    if error.suggester.has_none(error.text, folder):
        add = msg("No record there goes by that name; to add one, run {command}.", command=command)
    themes = folder == Theme.folder
    known = there_are(error.suggester.ids.get(folder, ())) if themes else NOTHING
    return message, sequence(form, known, add)


def _explain_length(error: SchemaError) -> Advice:
    message = msg_plural(
        'field "{field}" is longer than {number} character.',
        'field "{field}" is longer than {number} characters.',
        error.details["ctx"]["max_length"],
        field=error.field,
    )
    return message, msg("Shorten it.")


def _explain_empty(error: SchemaError) -> Advice:
    message = msg('field "{field}" is empty.', field=error.field)
    if error.code == "too_short":
        return message, msg("Write at least one, or delete the line if it may be left out.")
    return message, msg("Write a text, or delete the line if it may be left out.")


def _explain_range(error: SchemaError) -> Advice:
    limits = error.details["ctx"]
    if "ge" in limits:
        message = msg("{found}, too small.", found=error.found)
        return message, msg("Write a number of {bound} or more.", bound=f"{limits['ge']:g}")
    message = msg("{found}, too large.", found=error.found)
    return message, msg("Write a number of {bound} or less.", bound=f"{limits['le']:g}")


def _explain_kind(error: SchemaError) -> Advice:
    """Message and hint for a value that is not of its kind, in the words of the kind."""
    kind = error.kind
    if kind is None:
        reason = error.details["msg"]
        return msg("{found}: {reason}.", found=error.found, reason=reason), NOTHING
    refusal, advice = kind.by_code.get(error.code, (kind.refusal, kind.hint))
    hint = _fill(advice, kind)
    if error.is_absent:
        return msg("{found}.", found=error.found), hint
    message = _fill(refusal, kind, found=error.found)
    return message, corrections.suggest_value(error) or hint


def _fill(template: str, kind: ValueKind, **args: Value) -> Phrase:
    filling: dict[str, Value] = {**kind.args, **args}
    return msg(template, **{name: filling[name] for name in placeholders(template)})


def _explain_no_end(error: SchemaError) -> Advice:
    message = msg(
        'field "{field}" names neither "{earliest}" nor "{latest}".',
        field=error.field,
        earliest="earliest",
        latest="latest",
    )
    hint = msg(
        "Write {latest} for 1990 or earlier, {earliest} for 2005 or later, or both.",
        latest="{latest: 1990}",
        earliest="{earliest: 2005}",
    )
    return message, hint


def _explain_language_tag(error: SchemaError) -> Advice:
    message, hint = _explain_kind(error)
    if not error.is_of_key:
        return message, hint
    message = msg('"{value}" is not a language tag.', value=shorten(error.text))
    if " " in error.text.strip():
        return message, sequence(_fill(LANGUAGE.hint, LANGUAGE), _COMMA)
    return message, hint


def _explain_date(error: SchemaError) -> Advice:
    """The same of a day that its month has not, however it is written."""
    overrun = date_corrections.find_overrun_month(error)
    if overrun is None:
        return _explain_kind(error)
    message = msg(
        "{found}; there is no such day: {month} has only {number} days.",
        found=error.found,
        month=date_corrections.month_in_words(overrun),
        number=overrun.last.day,
    )
    if error.kind is DAY:
        return message, msg("Look it up in the source.")
    return message, msg(
        "Look it up in the source; if only the month is sure, write {month}.", month=str(overrun)
    )


_COMMA = msg("Put text that holds a comma in quotes.")
_FEW = 8
_EXPLAINED: dict[str, Callable[[SchemaError], Advice]] = {
    "missing": _explain_missing,
    "extra_forbidden": _explain_unknown_field,
    "enum": _explain_choice,
    "string_type": _explain_text,
    "list_type": _explain_list,
    "dict_type": _explain_texts,
    "model_type": _explain_group,
    "model_attributes_type": _explain_group,
    "string_pattern_mismatch": _explain_pattern,
    "string_too_long": _explain_length,
    "string_too_short": _explain_empty,
    "too_short": _explain_empty,
    "greater_than_equal": _explain_range,
    "less_than_equal": _explain_range,
    "no_end": _explain_no_end,
    "not_a_language": _explain_language_tag,
    "not_a_date": _explain_date,
    "not_a_month": _explain_date,
    "not_a_calendar_day": _explain_date,
    "not_a_day": _explain_date,
}
"""By code of the error; of all others the kind of value that was expected says what is wrong."""
