"""Is a record what the model says? The model's complaints in plain words, each in its place."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from atlas.checks import fields
from atlas.checks.nearest import did_you_mean
from atlas.model import KINDS, Record
from atlas.positions import KEY, Path
from atlas.problem import Problem
from atlas.reader import Document
from atlas.strict_yaml import quote

_MODELS: dict[str, type[Record]] = {kind.folder: kind for kind in KINDS}

Words = tuple[str, str]
"""A message and a hint."""


def made(document: Document) -> tuple[Record | None, list[Problem]]:
    """The record that `document` holds, or every way in which it is not one."""
    if document.value is None:
        return None, []
    if "id" in document.value:
        message = 'field "id" is not written in a record; its id is its file\'s name.'
        value = {name: value for name, value in document.value.items() if name != "id"}
        _, problems = _validated(document, value)
        return None, [document.problem(("id", KEY), message, "Delete the line."), *problems]
    return _validated(document, document.value)


def _validated(document: Document, value: dict[str, Any]) -> tuple[Record | None, list[Problem]]:
    model = _MODELS[document.folder]
    try:
        return model.model_validate({**value, "id": document.id}), []
    except ValidationError as error:
        found = error.errors(include_url=False)
    return None, [_problem(document, model, details) for details in found]


def _problem(document: Document, model: type[Record], details: ErrorDetails) -> Problem:
    path, at_key = _path(document.value, details)
    words = _WORDS.get(details["type"], _other)
    message, hint = words(model, path, details)
    return document.problem((*path, KEY) if at_key else path, message, hint)


def _path(value: Any, details: ErrorDetails) -> tuple[Path, bool]:
    """The way to what is wrong, without the model's own branch names; and is it a field's name?"""
    path: list[str | int] = []
    location = details["loc"]
    for step in location:
        if _leads_on(value, step):
            value = value[step]
            path.append(step)
    if details["type"] == "missing":
        path.append(location[-1])
    return tuple(path), location[-1] == "[key]" or details["type"] == "extra_forbidden"


def _leads_on(value: Any, step: str | int) -> bool:
    if isinstance(value, list):
        return isinstance(step, int)
    return isinstance(value, dict) and step in value


def _name(path: Path) -> str:
    """`field "coordinates.lat"`; for an item of a list, the list's field."""
    if not path:
        return "the record"
    return f'{"an item of" if isinstance(path[-1], int) else "field"} "{fields.dotted(path)}"'


def _has(path: Path, details: ErrorDetails) -> str:
    """`field "lat" is "91"`, or that there is nothing."""
    value = details["input"]
    if value is None:
        return f"{_name(path)} has no value"
    if isinstance(value, str):
        return f"{_name(path)} is {quote(value)}"
    return f"{_name(path)} is {'a list' if isinstance(value, list) else 'a group of fields'}"


def _expected(what: str, hint: str) -> Callable[[type[Record], Path, ErrorDetails], Words]:
    def words(model: type[Record], path: Path, details: ErrorDetails) -> Words:
        if details["input"] is None:
            return f"{_has(path, details)}; expected {what}.", _write_one(model, path)
        return f"{_has(path, details)}; expected {what}.", hint

    return words


def _write_one(model: type[Record], path: Path) -> str:
    shape = fields.shape(model, path)
    write = "Write one" if shape == "…" else f"Write {shape}"
    needed = fields.is_needed(model, path)
    return f"{write}; it is needed." if needed else f"{write}, or delete the line."


def _group(model: type[Record], path: Path, details: ErrorDetails) -> Words:
    shape = fields.shape(model, path)
    if shape == "…":
        return _FIELDS_BELOW(model, path, details)
    hint = f'Write {shape}, or its fields on lines of their own, each "name: value".'
    return _expected("a group of fields", hint)(model, path, details)


def _missing(model: type[Record], path: Path, _: ErrorDetails) -> Words:
    add = f'Add "{path[-1]}: {fields.shape(model, path)}"'
    choices = fields.choices(model, path)
    if choices:
        return f"{_name(path)} is missing.", f"{add}, one of: {', '.join(choices)}."
    about = fields.description(model, path) if add.endswith(': …"') else ""
    return f"{_name(path)} is missing.", f"{add}. {about}".rstrip()


def _unknown_field(model: type[Record], path: Path, _: ErrorDetails) -> Words:
    known = [name for name in fields.names(model, path[:-1]) if name != "id"]
    hint = _COMMA if " " in str(path[-1]) else did_you_mean(str(path[-1]), known)
    return f'"{path[-1]}" is not a field here.', hint


def _choice(_: type[Record], path: Path, details: ErrorDetails) -> Words:
    known = re.findall(r"'([^']*)'", str(details["ctx"]["expected"]))
    if details["input"] is None:
        return f"{_has(path, details)}.", f"Choose one of: {', '.join(sorted(known))}."
    hint = did_you_mean(str(details["input"]), known)
    if hint.startswith("Choose"):
        return f"{_has(path, details)}, which is none of the choices.", hint
    choices = f" It may be: {', '.join(known)}." if len(known) <= _FEW else ""
    return f"{_has(path, details)}, which is none of the choices.", hint + choices


def _pattern(_: type[Record], path: Path, details: ErrorDetails) -> Words:
    if "\n" in str(details["input"]).strip():
        hint = "Write it on one line, or begin it with >-."
        return f"{_name(path)} has several lines; expected one.", hint
    for sign, what, hint in _PATTERNS:
        if sign in details["ctx"]["pattern"]:
            meant = str(details["input"]).strip().lower().replace(" ", "-")
            if what == "an id" and re.search(details["ctx"]["pattern"], meant):
                hint = f'Did you mean "{meant}"? {hint}'
            return f"{_has(path, details)}; expected {what}.", hint
    return _other(_, path, details)


def _long(_: type[Record], path: Path, details: ErrorDetails) -> Words:
    most = details["ctx"].get("max_length", 0)
    return f"{_name(path)} is longer than {most} characters.", "Shorten it."


def _empty(_: type[Record], path: Path, details: ErrorDetails) -> Words:
    return (
        f"{_name(path)} is empty.",
        "Write at least one, or delete the line if it may be left out.",
    )


def _range(_: type[Record], path: Path, details: ErrorDetails) -> Words:
    bound = details["ctx"].get("ge", details["ctx"].get("le"))
    least = "ge" in details["ctx"]
    hint = f"Write a number of {bound:g} or {'more' if least else 'less'}."
    return f"{_has(path, details)}, too {'small' if least else 'large'}.", hint


def _said(_: type[Record], path: Path, details: ErrorDetails) -> Words:
    said = str(details["ctx"]["error"]) if "ctx" in details else details["msg"]
    hint = next((hint for sign, hint in _VALUES if sign in said), "")
    if details["loc"][-1] == "[key]":
        after_comma = " " in str(details["input"]).strip()
        return f'"{details["input"]}" is {said}.', f"{hint} {_COMMA}" if after_comma else hint
    return f"{_has(path, details)}, {said}.", hint


def _other(_: type[Record], path: Path, details: ErrorDetails) -> Words:
    return f"{_has(path, details)}: {details['msg']}.", ""


_COMMA = "Put text that holds a comma in quotes."
_FEW = 8
_FIELDS_BELOW = _expected("a group of fields", 'Indent its fields below it, each "name: value".')
_NUMBER = _expected("a number", "Write digits only, with a point for decimals.")
_TRUTH = _expected("true or false", "Write true or false.")
_DAY = _expected("a day", "Write it as 2019-05-07.")
_WORDS: dict[str, Callable[[type[Record], Path, ErrorDetails], Words]] = {
    "missing": _missing,
    "extra_forbidden": _unknown_field,
    "enum": _choice,
    "string_type": _expected("text", "Write one text, in quotes if need be."),
    "list_type": _expected("a list", "Write [a, b], or a line that begins with - for each item."),
    "dict_type": _expected(
        "one entry per language", "Write {en: …}, or a line for each language below it."
    ),
    "model_type": _group,
    "model_attributes_type": _group,
    "string_pattern_mismatch": _pattern,
    "string_too_long": _long,
    "string_too_short": _empty,
    "too_short": _empty,
    "int_parsing": _expected("a whole number", "Write digits only."),
    "int_type": _expected("a whole number", "Write digits only."),
    "int_from_float": _expected("a whole number", "Write digits only."),
    "int_parsing_size": _expected("a whole number", "Write fewer digits."),
    "float_parsing": _NUMBER,
    "float_type": _NUMBER,
    "bool_parsing": _TRUTH,
    "bool_type": _TRUTH,
    "greater_than_equal": _range,
    "less_than_equal": _range,
    "value_error": _said,
    "date_type": _DAY,
    "date_parsing": _DAY,
    "date_from_datetime_parsing": _DAY,
    "date_from_datetime_inexact": _DAY,
}
_PATTERNS = (
    ("[a-z0-9]+(-", "an id", "Use small letters a to z, digits and single hyphens."),
    ("https?", "a web address", "Write it in full, with https:// in front."),
    ("[1-9][0-9]{0,14}", "an amount in digits only", "Write 35000, not 35.000 or 35 000."),
    (r"\d{5}", "a code of five digits", "Write a code such as 12220."),
    ("0-9a-f]{64}", "64 hexadecimal digits", "Copy what sha256sum prints."),
    ("^Q", "a Wikidata id", "Write an id such as Q240."),
    ("[A-Z]{2}-", "an ISO 3166-2 code", "Write a code such as BE-BRU."),
    (r"\.[0-9a-z]{1,2}", "the number of a target", "Write a number such as 3.8."),
    ("^[a-z]$", "one small letter", "Write a, b and so on."),
    (r"[^\n]", "one line of text", "Write it on one line."),
)
_VALUES = (
    ("not a day of the calendar", "Check the number of the month and the day."),
    ("not a date", "Write 2014, 2018-03 or 2019-05-07; a ~ behind it means about, a ? unsure."),
    ("not a day", "Write it as 2019-05-07."),
    ("not a month", "Months run from 01 to 12."),
    ("country", "Use two capitals of ISO 3166-1, such as BE, MA or CD."),
    ("currency", "Use three capitals of ISO 4217, such as EUR."),
    ("language", "Use a tag such as en, nl, fr, ar or bg."),
)
