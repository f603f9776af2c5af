"""Is a text more than a date, and more than a web address?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from pydantic import BaseModel

from atlas.checks.context import CheckContext
from atlas.checks.rule import per_record
from atlas.i18n.messages import NOTHING, Label, Message, Phrase, msg, sequence
from atlas.i18n.problem import Problem
from atlas.lookup import date_parser
from atlas.model import Actor, Citation, Claim, Cooperation, OfficeHolder, Source, Statement
from atlas.model.fields import content, dotted, fields_of_kind, text_fields
from atlas.model.kinds import DATE
from atlas.model.paths import FieldPath

_LONGEST = 30
"""Characters of a date, however it is written."""

_AS_RECORDS = re.compile(r"(?:1\d|20)\d\d(?:\s?[-/\u2013]\s?(?:1\d|20)\d\d|(?:-\d\d){1,2})?[~?%]?")
"""A year, two of them, or a date as records write it."""

ADDRESS = re.compile(r"(?:https?://|www\.)\S+|[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}/\S*")
"""A web address, in full or as it is often typed."""

_DATES_TOO = {(Citation, "locator"), (Claim, "text"), (Source, "title"), (Statement, "gloss")}
"""Texts that can be a date: a heading, what a source says of a date, a title, a date translated."""


@per_record
def texts_say_something(context: CheckContext) -> Iterator[Problem]:
    """No text is nothing but a date or a web address."""
    for record, path, part in context.parts:
        fields = part.__dict__
        for name in _text_fields(type(part)):
            for inner, text in _candidates(fields[name]) if fields[name] else ():
                found = _describe_bare(text, (type(part), name) in _DATES_TOO)
                if found is None:
                    continue
                whole = (*path, name, *inner)
                where = _place_of_date(path, part) if found is _DATE else _place_of_address(part)
                description = content(type(part), name).description
                about = Label(description) if description else NOTHING
                hint = sequence(msg("Readers look for words here:"), about, where)
                message = found.with_args(field=dotted(whole), text=text)
                yield context.problem(record, whole, message, hint, "warning")


_DATE = msg('field "{field}" is nothing but a date, "{text}".')
_WEB = msg('field "{field}" is nothing but a web address.')


def _describe_bare(text: str, may_be_date: bool) -> Phrase | None:
    """What is said of `text` if there is nothing else in it."""
    if is_address(text):
        return _WEB
    return _DATE if not may_be_date and is_date(text) else None


def is_date(text: str) -> bool:
    """Whether there is nothing but a date in it, or a span of years, however it is written."""
    if len(text) > _LONGEST:
        return False
    if _AS_RECORDS.fullmatch(text):
        return True
    return any(map(str.isdigit, text)) and bool(date_parser.parse(text))


def is_address(text: str) -> bool:
    """Whether it is a web address and nothing else."""
    return ADDRESS.fullmatch(text) is not None


@cache
def _text_fields(model: type[BaseModel]) -> tuple[str, ...]:
    """The fields of `model` in which readers look for words, quotations of sources aside."""
    named = {OfficeHolder: ("name",), Source: ("title",)}.get(model, ())
    return (*named, *text_fields(model))


def _candidates(value: object) -> list[tuple[FieldPath, str]]:
    """The texts in such a field that are worth a closer look, each with its path from there."""
    if isinstance(value, dict):
        return [
            ((language,), text.strip())
            for language, text in value.items()
            if len(text) <= _LONGEST or " " not in text
        ]
    if isinstance(value, list):
        return [
            ((index, *inner), text)
            for index, item in enumerate(value)
            for inner, text in _candidates(item)
        ]
    if isinstance(value, Statement):
        return [(("text",), value.text.strip())]
    return [((), value.strip())] if isinstance(value, str) else []


def _place_of_date(path: FieldPath, part: BaseModel) -> Message:
    """Which field a date belongs in that stands in a text of `part`, if there is one."""
    beside = fields_of_kind(type(part), DATE)
    if beside:
        field = dotted((*path, beside[0]))
    elif isinstance(part, OfficeHolder):
        field = "agreements.signed"
    elif isinstance(part, Cooperation):
        field = "dates.actual_start"
    else:
        return NOTHING
    return msg("A date belongs in {field}.", field=field)


def _place_of_address(part: BaseModel) -> Message:
    field = "website" if isinstance(part, Actor) else "url"
    if isinstance(part, Actor | Source):
        return msg("A web address belongs in {field}.", field=field)
    return msg(
        "A web address belongs in {field} of a record in {folder}.",
        field=field,
        folder="data/sources",
    )
